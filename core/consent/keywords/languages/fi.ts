import type { Language } from './language';

export const fi: Language = {
	code: 'fi',
	name: 'Finnish',
	sourced: {},
	translated: {
		optOut:
			'lopeta, peruuta, peru, stop, lopetus, peruutus, lopettakaa, poista, poisto, keskeytä, seis, riittää, irtisano, eroa, peru tilaus, peruuta tilaus, lopeta tilaus, lopeta viestit, lopeta kaikki, kiellä, kielto, en halua, markkinointikielto, poistu, pysäytä, hylkää, poistakaa, stop sms',
		optIn:
			'aloita, tilaa, liity, jatka, tilaus, rekisteröidy, ilmoittaudu, osallistu, käynnistä, aloitus, haluan tilata, aktivoi',
		help: 'apua, ohje, ohjeet, apu, info, tietoa, neuvonta, auta, auttakaa',
	},
	confirm:
		'kyllä, k, joo, juu, kyllä kiitos, vahvista, vahvistan, hyväksyn, suostun, totta kai, selvä, ok, okei, 1',
	refuse: 'ei, e, ei kiitos, en, en hyväksy, hylkään, kieltäydyn, 2',
	words: {
		stop: 'lopeta*, lopettakaa, lopettaa, lopettaisit*, stop, seis, riittää, riittää jo, tarpeeksi, keskeytä*, pysäytä*, pysäyttäkää, peruuttakaa, peruuta, perukaa, peru, perua, jättäkää, kyllästynyt, saa riittää, loppu, estäkää, lopettakaapa, sulkekaa',
		contact:
			'häiritä, häiritse*, häirinnän, häirintä*, ahdistel*, kiusaa*, spämmä*, soittaa, soittele*, soittami*, soittelu*, tekstata, viestittely*, viestittele*, yhteydenpi*, yhteydenot*, kirjoitella, kirjoittaa, kirjoitte*, viestitellä, pommit*, vaivata, vaivaa*, yhteyttä',
		send: 'lähettä*, lähettele*, lähety*, lähetä*, lähettely*, lähetellä, laitta*, laitella, pistää, laittele*',
		message:
			'viest*, tekstiviest*, tekstar*, teksar*, sms*, ilmoitu*, sähköpost*, maile*, meil*, tiedot*, uutiskirj*, muistutu*, whatsapp*, teiltä, roska*, postia, posteja, infoa, yhteydenot*, soittoja, puheluita, juttuja, paskaa',
		promotion: 'maino*, tarjou*, markkinoin*, kampanj*, promo*, spam*, roskapost*, alennuks*, uutiskirj*',
		not: 'ei, en, emme, älä, älkää, älkä, ette, eikä, enää, koskaan, ikinä, emmekä, ilman',
		no: 'ei, en, ilman, riittää, loppu',
		more: 'enää, lisää, enempää, uudelleen, jatkossa, uudestaan, koskaan, ikinä, tulevaisuudessa, taas, muita, ikinä enää, vastaisuudessa, toista kertaa',
		noMore: 'ei enää, en enää, älkää enää, älä enää, ei koskaan enää, ei ikinä enää, ei lisää',
		want: 'halua*, toivo*, tarvitse*, kiinnosta*, kiinnostu*, pyydän, pyydämme, pyytäny*, suostu*, tilannu*, tahdo*, vaadin, hyväksy*, tilanneet',
		get: 'vastaanottaa, saada, saa, kuulla, nähdä, lukea, ottaa vastaan, tulla häirityksi, vastaanota, olla, tulla',
		notContact:
			'älä häiritse, älkää häiritkö, älä soita, älkää soittako, älkää soitelko, älä soittele, älä kirjoita, älkää kirjoittako, älkää ottako yhteyttä, älä ota yhteyttä, älkää olko yhteydessä, älä ole yhteydessä, älkää viestitelkö, älkää tekstatko, älä tekstaa, älä viesti, älkää spämmätkö, älä spämmää, älä kiusaa, älkää kiusatko, älkää vaivatko, älä vaivaa, älkää ahdistelko',
		notSend:
			'älä lähetä, älkää lähettäkö, älkää lähetelkö, älä lähettele, älkää laittako, älä laita, älkää laitelko, älä laittele',
		notWant:
			'en halua, emme halua, en haluaisi, en tahdo, en toivo, en tarvitse, ei kiinnosta, en ole kiinnostunut, en suostu, en hyväksy, en ole tilannut, en ole pyytänyt, en kaipaa, emme tarvitse, emme ole kiinnostuneita, en välitä, ei ole kiinnostusta, ei tarvetta',
		remove:
			'poista*, ota, ottakaa, ottaa, pyyhi*, pyyhkikää, tuhotkaa, tuhoa, unohda*, unohtakaa, poistettava*, pois, jättäkää pois, yliviivatkaa',
		leave: 'poistua, lähteä, erota, eroan, pois, poistun, olla, irtautua',
		me: 'minut, minua, minulle, mulle, mua, mut, meille, meitä, meidät, itseni, puhelimeeni, minuun, muhun, numerooni, mulle päin',
		list: 'list*, rekister*, tietokan*, järjestelm*, postituslist*, jakelu*, ryhmä*, asiakasrekister*, yhteystiedoista*, tilaajalist*, viestilist*, tilau*',
		number:
			'numeron*, tämä numero, tähän numeroon, puhelinnumero*, tieto*, yhteystieto*, nimeni, henkilötieto*, numero, numeroa, tästä numerosta',
		unsubscribe:
			'peruuttaa tilau*, peruuta tilau*, peruuttakaa tilau*, perua tilau*, peru tilau*, perukaa tilau*, lopeta tilau*, lopettaa tilau*, lopettakaa tilau*, peruutan tilau*, perun tilau*, lopetan tilau*, irtisano*, tilauksen peruutus, tilauksen lopetus, peruuttaa uutiskirj*, perua uutiskirj*, peruuta uutiskirj*, erota list*, poistua list*, tilauksen peru*, peruuttaa viest*, perua viest*, peruutan viest*, perun viest*, peruuttaisin tilau*, peruisin tilau*, tilaukseni peru*, irrottau*, peru viest*, peruuta viest*',
		revoke: 'peruutan, peruuttaa, perun, perua, vedän, kumoan, kiellän, kieltää, vastustan, vetää, lopetan',
		consent:
			'suostumu*, lup*, luvan, tilau*, markkinointilu*, suoramarkkinoin*, käsittely*, markkinointikielto',
		idiom:
			'jättäkää minut rauhaan, jätä minut rauhaan, jättäkää mut rauhaan, jätä mut rauhaan, jättäkää rauhaan, jättäkää jo rauhaan, antakaa olla, anna olla, antakaa minun olla, antakaa mun olla, antakaa olla rauhassa, väärä numero, teillä on väärä numero, sinulla on väärä numero, väärään numeroon, väärä henkilö, väärä ihminen, lopettakaa, lopeta, lopettakaa jo, lopeta jo, lopettakaa tämä, lopettakaa heti, riittää, riittää jo, nyt riittää, jo riittää, nyt saa riittää, saa riittää, haistakaa vittu, haista vittu, haistakaa paska, painukaa helvettiin, painu helvettiin, painukaa vittuun, suksikaa vittuun, ei viestejä, ei mainoksia, ei mainoksia kiitos, en halua enää, en halua mitään, en halua näitä, ei enää kiitos, ei enää koskaan, älkää enää, älä enää, ei kiinnosta lopettakaa, häipykää, ei lisää kiitos, ei jatkossa, ei kiitos enää',
		complaint:
			'väärä numero, en ole tilannut, en ole ilmoittautunut, en ole liittynyt, kuka tämä on, kuka olet, keitä olette, ei kiinnosta, jo sanonut, pyytänyt jo',
		block:
			'jos, kun, milloin, miksi, kunnes, ennen, jälkeen, hän, he, joku, tyttöystävä*, mies*, vaimo*, äiti*, isä*, poika*, tytär*, pomo*, kaveri*, ystävä*, tänään, eilen, huomenna, illalla, yöllä, vielä, unohtako, älä unohda, missä, kuka, paljonko, montako, kuinka paljon, paitsi, linkk*, nappi*, painike*, sijaan, mieluummin, töissä, työ*, kokou*, sade, sadetta, bussi*, pysäkki*, aion, pitääkö, täytyy, lopetti, lopettanut, loppui, loppuivat, tuli, tulleet, tullut, sain, saan, saanut, en saa, ei tule, saapunut, älä lopeta, älkää lopettako, jatkakaa, jatka, sinulle, teille kirjoittaa, mihin aikaan, auki, klo, voinko, voiko, älkää poistako, älä poista, älkää peruko, älä peru, älkää peruuttako',
		other:
			'tilauksen toimitus, toimitu*, paket*, varau*, aika, ajan, aikaa, ajanvarau*, lasku*, maksu*, tili, tilin, lento*, lippu*, lipu*, pöytä*, tuote*, tuottee*, ostoskor*, osoit*, kuva*, video*, salasana*, koodi*, polttami*, tupakointi*, itkemi*, syömi*, nauraa, hinta*, hinna*, sopimu*, kuntosal*, vakuutu*, kort*, resept*, lääk*, koko, kokoa, väri*, juna*, lämmity*, internet*, koulu*, kurssi*, sovellu*, musiik*, melu*, auto, autoa, auton, palautu*, kuiti*, koira*, sähkö, vesi, tilaukseni numero, tilausnumero*, tilaus numero, tilaukseni nro, tilaus nro',
		split: 'ja, mutta, koska, sillä, tai, muuten, joten, siksi',
		courtesy:
			'kiitos, kiitti, kiitoksia, kiitän, kiitos paljon, kiitos etukäteen, ole hyvä, olkaa hyvä, olkaa hyvät, olkaa ystävällisiä, ole kiltti, olkaa kiltit, pliis, pyydän, ystävällisesti, hei, moi, terve, hyvää päivää, hyvää huomenta, hyvää iltaa, päivää, nyt, heti, välittömästi, saman tien, samantien, mahdollisimman pian, pikaisesti, terveisin, t, terv, ok, okei, kyllä, ei kiitos, anteeksi, sori, oikeasti, vittu, helvetti, helvetin, hitto, hiton, perkele, saatana, ikuisesti, pysyvästi, kokonaan, kaikki, lopullisesti, kerta kaikkiaan, vihdoin, jo, voisitteko, voisitko, voitteko, voitko, saisinko, jooko, täten, hyvä, arvoisa',
		fill: 'minä, mä, sinä, sä, te, me, teidän, teiltä, teille, sinun, minun, mun, tämä, tämän, tätä, nämä, näitä, näiden, se, sen, sitä, ne, niitä, niiden, tuo, tuota, noita, noiden, että, mitä, mitään, kuin, kuten, kaikki, kaikkia, kaiken, kaikkien, jokainen, joka, päivä, päivittäi*, jatkuva*, koko ajan, ajan, aina, usein, monta, paljon, liikaa, niin, näin, tällai*, tämmöi*, semmoi*, tollasia, myös, vain, vaan, yrity*, kaupp*, kaupan, kaupasta, liike*, sivu*, puhelin*, puhelime*, numero*, tänne, täällä, tähän, jotain, jokin, mikään, miten, kuinka, voi, voin, saa, on, olen, ovat, olla, ollut, kertaa, kerran, monesti, sanonut, pyytänyt, useasti, ei toivottu*, ärsyttäv*, turh*, tyhm*, typer*, minkäänlai*, mitkään, luota, puolelta, kautta, asiakas*, liittyv*, tulevia, pois, itse, koskien, tekemään, tehdä, teen, lopulta, eteenpäin, sitten, ottako, ottakaa, ottaa',
		join: 'tilaa uutiskirje, haluan tilata, tilaan, haluan liittyä, liittyä, liityn, lisätkää minut, lisää minut, lisää mut, ilmoittautua, ilmoittaudun, rekisteröidy*, aloittakaa uudelleen, aloita uudelleen, tilata uudelleen, haluan taas, aktivoi*, haluan saada, lähettäkää taas, liity uudelleen, haluan viestejä',
		again: 'taas, uudelleen, uudestaan',
		help: 'apua, apu, auta, auttakaa, auttaa, ohje*, neuvo*, tietoa',
	},
};
