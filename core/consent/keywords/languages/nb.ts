import type { Language } from './language';

export const nb: Language = {
	code: 'nb',
	name: 'Norwegian',
	sourced: { optOut: 'unsub' },
	translated: {
		optOut:
			'stopp, stop, avmeld, avmelding, meld av, meld meg av, avslutt, avbryt, slutt, kanseller, avbestill, si opp, oppsigelse, slett, slett meg, fjern, fjern meg, stans, stopp sms, stopp alt, avregistrer, meld meg ut, utmelding, opphør, avmeld meg, avslutt abonnement',
		optIn:
			'start, begynn, meld på, meld meg på, påmelding, abonner, fortsett, gjenoppta, bli med, registrer, aktiver, delta',
		help: 'hjelp, hjelp meg, info, informasjon, support',
	},
	confirm:
		'ja, j, ja takk, jepp, jo, bekreft, bekrefter, jeg bekrefter, godtar, aksepterer, godkjenn, selvfølgelig, ok, okei, 1',
	refuse: 'nei, n, nei takk, næ, avslår, godtar ikke, 2',
	negationFollows: true,
	words: {
		stop: 'stopp, stopp med, stopp med å, stop, stoppe, stopper, slutt, slutt å, slutt med, slutt med å, slutte, slutte å, slutte med, slutte med å, avslutt, avbryt, opphør, opphøre, nok av, nok med, ferdig med, lei av, lei, skru av, slå av, deaktiver, la være, la være å, kutt ut, kutt, gi dere, gi dere med, stans, stanse, avstå fra, unngå å, blokker, dropp, innstill, få slutt på',
		contact:
			'skrive, skriv, sende meg, tekste, tekst, melde, kontakte, kontakt, kontakter, ringe, ring, ringer, forstyrre, forstyrr, plage, plag, trakassere, spamme, spam, spammer, mase, mas, maile, mail, henvende, kontaktes, bombardere, smse, sms e, skriver, mase på, sjikanere',
		send: 'sende, send, sender, videresende, utsende, levere, utsendelse*, sendt, pushe, poste',
		message:
			'melding*, sms*, tekst*, mail*, e post*, epost*, varsel*, varsl*, info, informasjon*, nyhetsbrev*, oppdatering*, påminnelse*, whatsapp*, beskjed*, fra dere, dritt, søppel, skit, samtale*, anrop*, kontakt, henvendelse*, push*, utsendelse*, utsending*',
		promotion:
			'reklame*, tilbud*, annonse*, spam, promo*, markedsføring*, kampanje*, nyhetsbrev*, rabatt*, søppelpost',
		not: 'ikke, aldri, ingen, intet, uten, ei, verken, ikkje, itte',
		no: 'ingen, intet, null, nok med, uten, slutt på, slutt med, ikke flere',
		more: 'mer, meir, flere, fleire, igjen, lenger, videre, ytterligere, fremover, framover, i fremtiden, noensinne, noe mer, fremtidige',
		noMore:
			'ikke lenger, aldri mer, ikke mer, ingen flere, ikke flere, aldri igjen, ikkje meir, ikke noe mer',
		want: 'vil, ønsker, ville, vil gjerne, trenger, interessert, interesse, bedt om, bestilt, samtykker, godtatt, orker, krever, ber om, gidder, behov, lyst',
		get: 'få, ha, motta, høre, høre fra, se, lese, bli kontaktet, bli forstyrret, kontaktes, ha flere, bli ringt, bli ringt opp, bli spammet, stå',
		remove:
			'fjern, fjerne, fjernes, slett, slette, slettes, ta, ta bort, ta vekk, stryk, stryke, kast, glem, fjernet, slettet, bli fjernet, bli slettet, få fjernet, ta meg av, ta meg ut, rydd, ekskluder',
		leave: 'forlate, gå ut, ut av, vekk fra, av, stå, hoppe av, ut, melde meg av, melde meg ut',
		me: 'meg, oss, jeg, eg, æ, min telefon, telefonen min, mobilen min, hos meg',
		list: 'list*, database*, register*, system*, e postliste, mailingliste*, kontakter, gruppe*, kunderegister*, abonnement*, kontaktliste*, sms liste*, utsendelsesliste*',
		number:
			'mitt nummer, nummeret mitt, dette nummeret, telefonnummeret mitt, mobilnummeret mitt, mine opplysninger, navnet mitt, min kontakt, mitt nr, nummeret, nummer, mine data, min kontaktinfo, opplysningene mine, kontaktinfoen min',
		unsubscribe:
			'avmeld*, avregistrer*, utmeld*, meld meg av, meld meg ut, melde meg av, melde meg ut, melder meg av, melder meg ut, si opp abonnement*, si opp mitt abonnement, avslutt abonnement*, avslutte abonnement*, avslutt mitt abonnement, avslutte mitt abonnement, stopp abonnement*, kanseller abonnement*, si opp abonnementet mitt, meld oss av, avmelde meg, meld av, unsub',
		revoke:
			'trekker, trekke, tilbakekall*, trekke tilbake, trekker tilbake, kaller tilbake, sier opp, motsetter, reserverer, reservere',
		consent: 'samtykke*, tillatelse*, abonnement*, godkjenning*, godkjennelse*, påmelding*',
		idiom:
			'la meg være, la meg være i fred, la meg nå være, la oss være i fred, ikke forstyrr, feil nummer, du har feil nummer, dere har feil nummer, du har fått feil nummer, feil person, slutt, slutt nå, slutt med dette, slutt med det, slutt med det der, stopp nå, stopp dette, stopp det, gi dere, gi dere nå, nå er det nok, nok er nok, det er nok, det holder, nå holder det, nok nå, stikk, forsvinn, dra til helvete, ikke skriv, ikke ring, ingen reklame, ingen reklame takk, vil ikke mer, vil ikke ha dette, vil ikke lenger, orker ikke mer, gidder ikke mer, ønsker ikke mer, ikke send',
		complaint:
			'feil nummer, aldri meldt, ikke meldt, aldri registrert, hvem er dette, hvem er du, hvem er dere, spam, ikke interessert, allerede sagt, har bedt',
		block:
			'hvis, dersom, når, hvorfor, mens, inntil, før, etter, han, hun, de, noen, kjæreste, mann, kone, mor, far, mamma, pappa, sønn, datter, sjef, venn, venninne, i dag, idag, i går, igår, i morgen, imorgen, kveld, natt, ennå, enda, glem ikke, ikke glem, ikke glemme, hvor, hvem, gå glipp, unntatt, bortsett, lenke*, link*, knapp*, skrive til deg, ringe deg, forstyrre deg, sende deg, i stedet, heller, jobb, jobben, arbeid, møte, regn*, buss*, holdeplass*, jeg skal, skal jeg, må jeg, kan ikke slutte, sluttet, stoppet, kom, kommer, fikk, fått, ikke stopp, ikke slutt, ikke slutte, fortsett, glemte, åpent, stenger, kl',
		other:
			'bestilling*, ordre*, levering*, pakke*, time, timen, avtale*, booking*, faktura*, regning*, betaling*, konto*, fly*, billett*, bord*, vare*, handlekurv*, adresse*, foto*, bilde*, video*, passord*, kode*, røyke, gråte, spise, le, pris*, kontrakt*, treningssenter*, forsikring*, kort, resept*, medisin*, størrelse*, farge*, tog, toget, varme*, internett*, skole*, kurs*, app, appen, musikk*, bråk, bil, bilen, produkt*, refusjon*, retur*, kvittering*, hund*, strøm, vann',
		split: 'og, men, fordi, eller, ellers, så, derfor, siden, for at',
		courtesy:
			'vennligst, vær så snill, vær snill, vær så snill og, vær så snill å, vær vennlig, takk, tusen takk, takk på forhånd, på forhånd takk, hei, heisann, god dag, god morgen, god kveld, nå, med en gang, straks, umiddelbart, øyeblikkelig, så fort som mulig, snarest, mvh, med vennlig hilsen, hilsen, ok, okei, ja, nei, unnskyld, beklager, virkelig, for faen, faen, jævla, i helvete, pokker, permanent, for alltid, helt, alt, en gang for alle, seriøst, endelig, ber om, ber dere, jeg ber dere, ber dere om å, herved, gjerne, bare, snille, er du snill, please',
		fill: 'jeg, eg, du, dere, vi, man, en, ei, et, den, det, dem, denne, dette, disse, de her, de der, deres, din, ditt, dine, min, mitt, mine, av, fra, til, på, ved, med, for, om, via, pr, hos, å, at, som, så mange, så mye, slike, sånn, sånne, sånt, alle, alt, hver, dag, daglig, daglige, hele tiden, konstant, konstante, stadig, alltid, ofte, mange, mye, også, kun, firma*, butikk*, forretning*, side, telefon*, mobil*, nummer, her, der, noe, noen, ingenting, hvordan, kan, kunne, ville, skal, være, er, har, allerede, ganger, flere ganger, sagt, bedt dere, uønsk*, irriterende, dumme, unødvendige, slags, gjør, mer fra, ut, inn, opp, fremover, bli, deg, hit, på lista, fortsatt, derre',
		join: 'meld meg på, melde meg på, abonnere, skriv meg opp, sett meg på, registrer meg, bli med, meld meg på igjen, melde meg på igjen, få igjen, motta igjen, reaktiver, aktiver, start igjen, begynn å sende igjen, legg meg til',
		again: 'igjen, på nytt',
		help: 'hjelp, hjelpe, informasjon, support',
	},
};
