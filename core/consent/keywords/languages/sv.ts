import type { Language } from './language';

export const sv: Language = {
	code: 'sv',
	name: 'Swedish',
	sourced: {},
	translated: {
		optOut:
			'stopp, stop, avsluta, avregistrera, avregistrering, avanmäl, avanmälan, avprenumerera, avbryt, sluta, upphör, avboka, säg upp, säga upp, uppsägning, ta bort, ta bort mig, stoppa, slut, avbeställ, avanmäl mig, stopp sms, stoppa sms, lämna, inget mer, radera',
		optIn:
			'start, starta, börja, anmäl, anmälan, prenumerera, fortsätt, återuppta, gå med, registrera, anmäl mig, aktivera',
		help: 'hjälp, hjälp mig, info, information, support',
	},
	confirm:
		'ja, j, ja tack, japp, jepp, jo, bekräfta, bekräftar, jag bekräftar, godkänner, godkänn, absolut, visst, ok, okej, 1',
	refuse: 'nej, n, nej tack, nä, nej nej, avböjer, godkänner inte, 2',
	negationFollows: true,
	words: {
		stop: 'sluta, sluta att, sluta med, slutar, stoppa, stopp, stop, upphör, upphöra, upphör med, upphör att, avsluta, avbryt, lägg av, lägg av med, nog med, nog av, färdig med, trött på, less på, stäng av, inaktivera, låt bli att, låt bli, kan ni sluta, sluta upp, slutat, avstå från, avstå, avveckla, blockera',
		contact:
			'skriva, skriv, messa, smsa, sms a, kontakta, kontaktar, ringa, ring, ringer, störa, stör, trakassera, spamma, spammar, tjata, mejla, maila, besvära, terrorisera, bombardera, höra av er, hör av er, meddela, skicka till mig, kontaktas, skicka mig, höra av dig, sms ar, smsar, messar, mejlar',
		send: 'skicka, skickar, sända, sänd, sänder, vidarebefordra, leverera, utskick*, skickat, pusha, posta',
		message:
			'meddelande*, sms*, mess, text*, mejl*, mail*, e post*, notis*, aviser*, info, information, nyhetsbrev*, uppdatering*, påminnelse*, whatsapp*, utskick*, från er, besked, skit, skräp, samtal, kontakt, grejer, push*, kommunikation',
		promotion:
			'reklam*, erbjudande*, annons*, spam, promo*, marknadsföring*, kampanj*, nyhetsbrev*, rabatt*, säljmeddelande*, skräppost, direktreklam*',
		not: 'inte, aldrig, ej, inga, ingen, inget, utan, icke, varken, inte heller, int',
		no: 'inga, ingen, inget, noll, nog med, utan, slut på, slut med',
		more: 'mer, mera, fler, igen, längre, vidare, något mer, några fler, framöver, i framtiden, ytterligare, fortsättningsvis, någonsin, nånsin, framtida',
		noMore: 'inte längre, aldrig mer, inte mer, inget mer, inga fler, inga mer, aldrig igen, inte fler',
		want: 'vill, önskar, skulle vilja, ville, behöver, intresserad, intresse, bett om, beställt, samtycker, godkänt, tackar ja, orkar, begär, kräver, tacka ja, bad om, lust',
		get: 'få, ha, ta emot, motta, höra, höra från, se, läsa, bli kontaktad, bli störd, kontaktas, erhålla, ha fler, bli uppringd, få hem, finnas, bli spammad, stå',
		remove:
			'ta bort, tag bort, plocka bort, radera, stryk, stryka, avlägsna, tar bort, slopa, släng ut, glöm, avregistrera, borttagen, raderad, bli borttagen, bli raderad, rensa, raderas, ut mig, tas bort, ta väck, utesluta, avföra',
		leave: 'lämna, gå ur, gå ut, ut ur, bort från, av, stå, finnas, hoppa av, ut',
		me: 'mig, mej, oss, jag, min telefon, min mobil, hos mig',
		list: 'list*, databas*, register*, system*, sändlista, kontakter, grupp*, kundregister*, maillista*, prenumeration*, utskick*, kontaktlista*, sms lista*, medlemsregister',
		number:
			'mitt nummer, detta nummer, det här numret, mitt telefonnummer, mitt mobilnummer, mina uppgifter, mitt namn, min kontakt, mitt nr, numret, nummer, mina kontaktuppgifter, mina data, min mejl, min e post',
		unsubscribe:
			'avregistrer*, avprenumerer*, avanmäl*, avsluta min prenumeration, avsluta prenumeration*, säga upp min prenumeration, säga upp prenumeration*, säg upp min prenumeration, säg upp prenumeration*, avsluta mitt abonnemang, stoppa prenumeration*, säga upp, skriv ut mig, gå ur listan, avsluta medlemskap, avsluta tjänsten, hoppa av utskick*, av prenumeration, ta bort min prenumeration',
		revoke:
			'återkalla, återkallar, drar tillbaka, dra tillbaka, tar tillbaka, ta tillbaka, avsluta, säger upp, motsätter, invänder',
		consent: 'samtycke*, medgivande*, tillstånd*, prenumeration*, godkännande*, abonnemang*',
		idiom:
			'lämna mig ifred, lämna mig i fred, låt mig vara, låt mig vara ifred, låt mig vara i fred, lämna oss i fred, låt oss vara, stör inte, stör ej, fel nummer, du har fel nummer, ni har fel nummer, du har kommit fel, fel person, sluta nu, sluta, sluta med det, sluta med detta, sluta med det här, lägg av, lägg av nu, nu räcker det, det räcker, det räcker nu, nog nu, räcker nu, dra åt helvete, försvinn, skriv inte, ring inte, ingen reklam, ingen reklam tack, vill inte mer, vill inte ha, vill inte längre, vill inte ha detta, orkar inte mer, inga meddelanden tack',
		complaint:
			'fel nummer, aldrig anmält, inte anmält, aldrig prenumererat, vem är det, vem är du, vilka är ni, spam, inte intresserad, redan sagt, redan bett',
		block:
			'om, när, varför, medan, tills, innan, efter, han, hon, de, någon, pojkvän, flickvän, man, fru, mamma, pappa, son, dotter, chef, kompis, vän, idag, i dag, igår, i går, imorgon, i morgon, kväll, ikväll, natt, än, ännu, glöm inte, inte glömma, var, vem, hur mycket, hur många, missa, missar, förutom, länk*, knapp*, skriva till dig, ringa dig, störa dig, skicka dig, istället, i stället, hellre, jobbet, arbete, möte, regn*, buss*, hållplats, jag ska, ska jag, måste jag, kan inte sluta, slutade, slutat, kom, fick, får, fått, sluta inte, fortsätt, stäng inte, glömde, hur dags, öppet, stänger',
		other:
			'beställning*, order*, leverans*, paket*, tid, tiden, tider, bokning*, faktur*, betalning*, konto*, flyg*, biljett*, bord*, artik*, vara, varor, varukorg*, adress*, foto*, bild*, video*, lösenord*, kod*, röka, gråta, äta, skratta, pris*, avtal*, kontrakt*, gym*, försäkring*, kort, recept*, medicin*, storlek*, färg*, tåg*, värme*, internet*, skola*, kurs*, app, appen, musik*, oväsen, bil, bilen, produkt*, återbetal*, retur*, kvitto*, skriva ut, hund*, el, vatten',
		split: 'och, men, för att, eftersom, eller, annars, så, därför, ty',
		courtesy:
			'snälla, snäll, tack, tackar, tack så mycket, tack på förhand, vänligen, var vänlig, var snäll, är ni snälla, är du snäll, vänlig, hej, hejsan, god morgon, god kväll, goddag, nu, genast, omedelbart, direkt, omgående, så snart som möjligt, snarast, asap, mvh, med vänlig hälsning, hälsningar, ok, okej, ja, nej, ursäkta, förlåt, verkligen, för fan, fan, jävla, helvete, för alltid, permanent, helt, allt, allihop, en gång för alla, seriöst, herregud, äntligen, ber er, ber om, ber er att, jag ber er, jag ber om, hörni, gärna, bara, tacksam, härmed',
		fill: 'jag, du, ni, vi, man, en, ett, den, det, dem, dom, denna, detta, dessa, de här, era, er, ert, din, ditt, dina, min, mitt, mina, av, från, till, på, i, med, för, om er, om det, via, per, hos, att, som, så, sådana, sånt, såna, alla, allt, varje, varenda, dag, dagen, dagligen, dagliga, hela tiden, tiden, ständigt, ständiga, jämt, alltid, ofta, många, mycket, väldigt, också, bara, företag*, butik*, affär*, sida, håll, telefon*, mobil*, nummer, här, där, något, nåt, nån, några, ingenting, hur, kan, skulle, skulle kunna, ska, vara, är, redan, gånger, flera, sagt, bett er, oönskad*, irriterande, störiga, dumma, meningslösa, typ, sorts, göra, gör jag, jag gör, mer från, åt, ut, in, framåt, listad, hit, även, bli, önskade, gång, vad, hädanefter',
		join: 'prenumerera, anmäl mig, anmäla mig, registrera mig, lägg till mig, skriv upp mig, sätt upp mig, gå med, vara med, börja prenumerera, prenumerera igen, anmäl mig igen, få igen, få meddelanden igen, återaktivera, aktivera, starta igen, börja skicka igen, vill få igen',
		again: 'igen, på nytt, åter',
		help: 'hjälp, hjälpa, information, support',
	},
};
