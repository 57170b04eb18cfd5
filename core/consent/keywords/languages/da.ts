import type { Language } from './language';

export const da: Language = {
	code: 'da',
	name: 'Danish',
	sourced: {},
	translated: {
		optOut:
			'stop, afmeld, afmelding, frameld, framelding, afmelde, afmeld mig, frameld mig, annuller, afbryd, slut, stop sms, stop alt, opsig, opsigelse, slet, slet mig, fjern, fjern mig, afslut, ophør, udmeld, udmeld mig, hold op, afbestil, stands, nej tak til mere, afmeld sms',
		optIn:
			'start, tilmeld, tilmelding, tilmeld mig, abonner, begynd, fortsæt, genoptag, deltag, registrer, være med, aktiver, opret',
		help: 'hjælp, hjælp mig, info, information, support',
	},
	confirm:
		'ja, j, ja tak, jep, jo, bekræft, bekræfter, jeg bekræfter, accepterer, accepter, godkend, selvfølgelig, ok, okay, 1',
	refuse: 'nej, n, nej tak, næ, afviser, accepterer ikke, 2',
	negationFollows: true,
	words: {
		stop: 'stop, stop med, stop med at, stoppe, stopper, hold op, hold op med, hold op med at, holde op, holde op med, holde op med at, ophør, ophøre, ophør med, afslut, afbryd, indstil, nok med, nok af, færdig med, træt af, sluk, slå fra, deaktiver, lad være med, lad være, lad være med at, drop, undlad, undlad at, indstille, stands, standse, blokér',
		contact:
			'skrive, skriv, sms e, smse, sms er, kontakte, kontakt, kontakter, ringe, ring, ringer, forstyrre, forstyr, genere, gener, chikanere, spamme, spammer, plage, plag, maile, mail, mailer, tekste, henvende, kontaktes, bombardere, beskede, skriver, stalke',
		send: 'sende, send, sender, fremsende, videresende, udsende, levere, udsendelse*, sendt, pushe, poste',
		message:
			'besked*, sms*, sms er, tekst*, mail*, e mail*, email*, notifikation*, notits*, info, information*, nyhedsbrev*, opdatering*, påmindelse*, whatsapp*, meddelelse*, fra jer, lort, skrald, pis, opkald, kontakt, henvendelse*, underretning*, push*, udsendelse*',
		promotion:
			'reklame*, tilbud*, annonce*, spam, promo*, markedsføring*, kampagne*, nyhedsbrev*, rabat*, salgsbesked*, direct mail',
		not: 'ikke, aldrig, ingen, intet, uden, ej, hverken, ik',
		no: 'ingen, intet, nul, nok med, uden, slut med, ikke flere',
		more: 'mere, flere, igen, længere, yderligere, fremover, i fremtiden, nogensinde, videre, noget mere, fremtidige, mer',
		noMore:
			'ikke længere, aldrig mere, ikke mere, ingen flere, ikke flere, aldrig igen, intet mere, ingen yderligere',
		want: 'vil, ønsker, ville, vil gerne, behøver, interesseret, interesse, bedt om, bestilt, samtykker, accepteret, orker, kræver, anmoder, gider, brug for, lyst',
		get: 'få, have, modtage, høre, høre fra, se, læse, blive kontaktet, blive forstyrret, kontaktes, ha, have flere, blive ringet, blive ringet op, blive spammet, stå',
		remove:
			'fjern, fjerne, fjernes, slet, slette, slettes, tag, tage, stryg, stryge, smid, glem, framelde, fjernet, slettet, blive fjernet, blive slettet, få fjernet, få slettet, ryd, tag mig af, tag mig ud, udelukke',
		leave: 'forlade, gå ud, ud af, væk fra, af, stå, hoppe af, ud, melde mig ud, melde mig fra',
		me: 'mig, os, jeg, min telefon, min mobil, hos mig',
		list: 'list*, database*, register*, system*, mailingliste*, maillist*, kontakter, gruppe*, kundekartotek*, abonnement*, kontaktliste*, sms liste*, kartotek*, udsendelsesliste*',
		number:
			'mit nummer, dette nummer, det her nummer, mit telefonnummer, mit mobilnummer, mine oplysninger, mit navn, min kontakt, mit nr, nummeret, nummer, mine data, mine kontaktoplysninger, min mail',
		unsubscribe:
			'afmeld*, frameld*, udmeld*, opsig mit abonnement, opsige mit abonnement, opsige abonnement*, stoppe abonnement*, annullere abonnement*, annuller mit abonnement, annuller abonnement*, meld mig fra, meld mig af, meld mig ud, melde mig fra, melde mig af, melde mig ud, melder mig fra, melder mig ud, afslut mit abonnement, stop mit abonnement, stop abonnement*, afslutte mit abonnement, melde os fra',
		revoke:
			'tilbagekald*, trækker, trække, tilbagetræk*, trække tilbage, trækker tilbage, kalder tilbage, opsiger, modsætter, gør indsigelse',
		consent: 'samtykke*, tilladelse*, abonnement*, accept, godkendelse*, tilmelding*',
		idiom:
			'lad mig være, lad mig være i fred, lad mig nu være, lad os være i fred, lad mig være alene, forstyr ikke, forkert nummer, du har forkert nummer, i har forkert nummer, du har fået forkert nummer, forkert person, hold op, hold nu op, hold op nu, stop nu, stop det, stop det nu, stop det her, så stop, nu er det nok, det er nok, nok er nok, nok nu, skrid, forsvind, rend mig, rend og hop, fuck af, gå ad helvede til, skriv ikke, ring ikke, ingen reklamer, ingen reklame, ingen reklame tak, vil ikke mere, vil ikke have det, vil ikke længere, gider ikke mere, gider ikke det her, ønsker ikke mere',
		complaint:
			'forkert nummer, aldrig tilmeldt, ikke tilmeldt, hvem er det, hvem er du, hvem er i, spam, ikke interesseret, allerede sagt, har bedt',
		block:
			'hvis, når, hvornår, hvorfor, mens, indtil, før, inden, efter, han, hun, de, nogen, kæreste, mand, kone, mor, far, søn, datter, chef, ven, veninde, i dag, idag, i går, igår, i morgen, imorgen, aften, nat, endnu, glem ikke, ikke glemme, hvor, hvem, misse, misser, gå glip, undtagen, link*, knap*, skrive til dig, ringe til dig, forstyrre dig, sende dig, i stedet, hellere, arbejde, arbejdet, møde, regn*, bus*, stoppested*, jeg skal, skal jeg, må jeg, kan ikke stoppe, stoppede, stoppet, kom, kommer, fik, fået, stop ikke, bliv ved, fortsæt, glemte, åbent, lukker, kl',
		other:
			'bestilling*, ordre*, levering*, pakke*, tid, tiden, aftale*, booking*, faktura*, regning*, betaling*, konto*, fly*, billet*, bord*, vare*, kurv*, adresse*, foto*, billede*, video*, adgangskode*, kode*, ryge, græde, spise, grine, pris*, kontrakt*, fitness*, forsikring*, kort, recept*, medicin*, størrelse*, farve*, tog, toget, varme*, internet*, skole*, kursus*, app, appen, musik*, larm, bil, bilen, produkt*, refusion*, retur*, kvittering*, hund*, strøm, vand',
		split: 'og, men, fordi, eller, ellers, så, derfor, for at, da',
		courtesy:
			'venligst, vær venlig, vær venlig at, være venlig, vær sød, være sød, venlig, tak, mange tak, på forhånd tak, hej, hejsa, goddag, god morgen, god aften, nu, med det samme, straks, omgående, øjeblikkeligt, hurtigst muligt, snarest, mvh, med venlig hilsen, hilsen, ok, okay, ja, nej, undskyld, virkelig, for fanden, for helvede, fanden, sgu, pis, permanent, for altid, helt, alt, en gang for alle, seriøst, endelig, beder om, beder jer, jeg beder jer, beder jer om, hermed, gerne, bare, tak for hjælpen, please',
		fill: 'jeg, du, i, vi, man, en, et, den, det, dem, denne, dette, disse, de her, jeres, din, dit, dine, min, mit, mine, af, fra, til, på, ved, med, for, om, via, pr, hos, at, som, så mange, så meget, sådan, sådanne, alle, alt, hver, dag, dagligt, daglige, hele tiden, konstant, konstante, altid, ofte, mange, meget, også, kun, firma*, butik*, forretning*, side, telefon*, mobil*, nummer, her, der, noget, nogle, ingenting, hvordan, kan, kunne, ville, skal, være, er, har, allerede, gange, flere gange, sagt, bedt jer, uønsked*, irriterende, dumme, ligegyldige, slags, gør, mere fra, ud, ind, op, fremad, blive, jer, dig, nu, listede, hertil, venligst',
		join: 'tilmeld mig, tilmelde mig, tilmeld, abonnere, skriv mig op, sæt mig på, registrer mig, være med, tilmeld mig igen, tilmelde mig igen, få igen, modtage igen, genaktiver, aktiver, start igen, begynd at sende igen, skriv mig på, vil gerne tilmelde',
		again: 'igen, på ny',
		help: 'hjælp, hjælpe, information, support',
	},
};
