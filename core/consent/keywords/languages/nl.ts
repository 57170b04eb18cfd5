import type { Language } from './language';

export const nl: Language = {
	code: 'nl',
	name: 'Dutch',
	sourced: { optOut: 'stoppen, afmelden, uitschrijven', optIn: 'start, aanmelden', help: 'hulp' },
	translated: {
		optOut:
			'stop, uit, afmelding, uitschrijving, opzeggen, opzegging, beëindigen, annuleren, stop alles, stop sms, schrijf uit, schrijf me uit, schrijf mij uit, meld af, meld me af, meld mij af, verwijderen, verwijder, verwijder mij, geen sms, geen reclame, afzeggen, einde, eruit, deabonneren',
		optIn:
			'inschrijven, aanmelding, meld me aan, meld mij aan, schrijf me in, schrijf mij in, beginnen, doorgaan, hervatten, abonneren, meedoen, deelnemen',
		help: 'help, help mij, informatie, info, hulp nodig',
	},
	confirm:
		'ja, j, ja graag, jawel, jazeker, bevestig, bevestigen, ik bevestig, akkoord, ik ga akkoord, oke, ok, prima, 1',
	refuse: 'nee, n, neen, nee dank je, nee bedankt, weiger, weigeren, niet akkoord, 2',
	negationFollows: true,
	words: {
		stop: 'stop, stopt, stoppen, stop met, stopt u, hou op, houd op, hou op met, houd op met, houdt op, houdt op met, houden jullie op met, kap, kap met, kappen, kappen met, kap nou, beëindig, beëindigen, staak, staken, genoeg van, genoeg, klaar met, zat van, ophouden, ophouden met, op te houden, annuleer, annuleren, uitzetten, zet uit, schort op, schei uit met, schei uit, laat het, beu, zat',
		contact:
			'sturen, stuur, appen, app, appt, te appen, berichten, bericht, sms en, smsen, lastigvallen, lastig te vallen, lastig, contacteren, contacteer, contact opnemen, contact op, contact, benaderen, benader, benadert, te benaderen, bellen, bel, te bellen, mailen, mail, mailt, te mailen, schrijven, schrijf, spammen, spam, te spammen, storen, stoor, te storen, bestoken, sturen jullie, berichtjes te sturen, toesturen, whatsappen',
		send: 'sturen, stuur, stuurt, te sturen, sturen jullie, gestuurd, zenden, zend, te zenden, verzenden, verzend, versturen, verstuur, doorsturen, toesturen, toezenden, toe te sturen, opsturen',
		message:
			'bericht*, sms*, appje*, app, apps, tekst*, mail*, e mail*, notificatie*, melding*, info, informatie, mededeling*, nieuwsbrie*, whatsapp*, herinnering*, update*, contact, troep, rommel, zooi, onzin, iets van jullie, post',
		promotion:
			'reclame*, aanbieding*, promo*, spam, marketing*, advertentie*, nieuwsbrie*, actie, acties, folder*, korting*, campagne*, aanbod',
		not: 'niet, geen, nooit, nimmer, niks, niets, zonder, noch, nie',
		no: 'geen, nul, nooit',
		more: 'meer, weer, nog, opnieuw, langer, verder, verdere, voortaan, in de toekomst, toekomst, ooit, nieuwe',
		noMore: 'niet meer, nooit meer, niet langer, geen enkele, niks meer, niets meer, nie meer',
		want: 'wil, willen, wilt, wens, wensen, wenst, zou graag, graag, hoef, hoeven, hoeft, behoefte, interesse, geïnteresseerd, nodig, zin in, zin, gevraagd, toestemming gegeven, verzoek, stel geen prijs op, prijs op, zit te wachten op, zit te wachten, wacht op',
		get: 'ontvangen, te ontvangen, ontvang, krijgen, te krijgen, krijg, horen, zien, hebben, lezen, gebeld worden, benaderd worden, benaderd te worden, lastiggevallen worden, gecontacteerd worden, worden benaderd, worden gebeld, worden lastiggevallen, toegestuurd krijgen, te horen, staan',
		remove:
			'verwijder, verwijderen, verwijdert, te verwijderen, verwijderd, wis, wissen, wist, haal, halen, haalt, schrap, schrappen, schrapt, gooi, delete, deleten, streep, uitschrijven, gooi me eruit, vergeet, eraf, eruit, uit te schrijven, af te halen, weghalen, ontdoe, afhalen',
		leave: 'uit, eruit, verlaten, weg, van, eraf, staan, af',
		me: 'me, mij, ons, mn telefoon, mijn telefoon, mijn mobiel, mijn gsm',
		list: 'lijst*, bestand*, database, databank, systeem, mailinglijst, verzendlijst, contacten, groep, abonnement, adressenbestand, register, sms lijst, belijst, contactenlijst, klantenbestand',
		number:
			'mijn nummer, dit nummer, mijn telefoonnummer, mijn gegevens, mijn naam, mijn mobiele nummer, mn nummer, m n nummer, mijn contactgegevens, mijn gsm nummer, mijn mailadres, nummer, mijn 06',
		unsubscribe:
			'uitschrijven, uit te schrijven, uitgeschreven worden, afmelden, af te melden, afgemeld worden, schrijf me uit, schrijf mij uit, schrijf ons uit, me uitschrijven, mij uitschrijven, meld me af, meld mij af, me afmelden, mij afmelden, deabonneren, opzeggen, zeg op, abonnement opzeggen, mijn abonnement opzeggen, uitschrijving, afmelding, me uit, mij uit, me af, mij af, me eraf, mij eraf, wil eraf, wil ik eraf, me eruit, mij eruit',
		revoke:
			'intrekken, trek, trek in, herroep, herroepen, beëindig, opzeggen, zeg, maak bezwaar, bezwaar tegen, bezwaar',
		consent: 'toestemming, akkoord, goedkeuring, abonnement, inschrijving, gebruik van mijn gegevens',
		idiom:
			'laat me met rust, laat mij met rust, laat ons met rust, laat me nou met rust, laat me toch met rust, niet storen, verkeerd nummer, verkeerde nummer, fout nummer, u heeft het verkeerde nummer, je hebt het verkeerde nummer, jullie hebben het verkeerde nummer, hou ermee op, houd ermee op, hou daarmee op, stop ermee, stop hiermee, stop daarmee, stop dit, kap ermee, hou op, houd op, hou nou op, genoeg, het is genoeg, nu is het genoeg, rot op, flikker op, donder op, sodemieter op, geen reclame, wil dit niet meer, ik wil dit niet, ik wil niet meer, hoeft niet meer, laat maar zitten stop, schei uit, schei er mee uit, ben er klaar mee',
		complaint:
			'verkeerd nummer, nooit aangemeld, niet aangemeld, nooit ingeschreven, wie is dit, wie bent u, wie ben je, spam, geen interesse, al gezegd, al gevraagd',
		block:
			'als, indien, wanneer, waarom, hoezo, terwijl, tot, totdat, voordat, nadat, voor, zolang, hij, zij, iemand, vriend, vriendin, man, vrouw, moeder, vader, zoon, dochter, baas, collega, vandaag, gisteren, morgen, vanavond, avond, nachts, nacht, nog niet, vergeet niet, vergeet niet te, niet vergeten, waar, wie, hoeveel, missen, mis, gemist, behalve, link, knop, je appen, jullie appen, u lastig, jullie lastig, je lastig, in plaats van, liever, werk, vergadering, regen, bus, ik zal, zal ik, ik ga, had, heeft, heb ik, werd, stopte, krijg geen, ik krijg geen, ik krijg, krijg ik, ontvang geen, ontvang ik, ik ontvang, kwamen, kwam, aub niet stoppen, blijf, blijven, kan niet stoppen, houdt niet, per post',
		other:
			'bestelling*, levering*, pakket*, pakje*, afspraak, afspraken, reservering*, factu*, betaling*, rekening, vlucht, ticket*, tafel, artikel*, winkelmand, adres, foto*, video*, wachtwoord, code*, huilen, roken, eten, lachen, prijs, prijzen, contract, sportschool, verzekering, kaart, recept*, medicijn*, maat, kleur, trein, halte, verwarming, internet, school, cursus, machine, muziek, lawaai, behandeling, auto, product*, hond, bezorg*, order',
		split: 'en, maar, want, omdat, of, anders, dus, daarom, dan',
		courtesy:
			'aub, a u b, alstublieft, alsjeblieft, alsjeblief, asjeblieft, ajb, svp, graag, bedankt, dank u, dank je, dank u wel, dankjewel, dankuwel, dank, hallo, hoi, hi, goedemorgen, goedemiddag, goedenavond, goedendag, dag, beste, nu, meteen, direct, onmiddellijk, per direct, zsm, zo snel mogelijk, met spoed, groet, groeten, mvg, met vriendelijke groet, ok, oke, ja, nee, sorry, gewoon, nou, toch, eens, even, verdomme, godverdomme, kut, tering, mensen, meneer, mevrouw, alles, voorgoed, definitief, helemaal, vriendelijk, eindelijk, hierbij, echt, bij deze, jongens, per ommegaande',
		fill: 'ik, jij, je, u, jullie, wij, we, de, het, een, van, op, aan, in, uit, te, naar, met, voor, over, bij, per, via, om, dat, die, deze, dit, zulke, zo, is, zijn, ben, bent, heb, hebt, hebben, worden, word, kan, kunnen, kunt, kun, zou, zouden, zullen, moet, moeten, mag, mogen, al, keer, vaak, meerdere, steeds, constant*, voortdurend, altijd, dagelijks*, dag, alle, elke, enige, veel, zoveel, heel, erg, ook, alleen, bedrijf, winkel, site, kant, telefoon, hoe, gevraagd, gezegd, vraag, uw, jouw, mijn, mn, ze, er, wat, iets, hier, daar, daarvan, hiervan, ervan, ongewenst*, ongevraagd*, irritant*, vervelend*, stomme, vanaf, verzoeke, door, mee, ermee, wel, toe, gelieve, af',
		join: 'inschrijven, schrijf me in, schrijf mij in, me inschrijven, mij inschrijven, aanmelden, meld me aan, meld mij aan, me aanmelden, mij aanmelden, abonneren, voeg me toe, voeg mij toe, zet me op, zet mij op, weer aanmelden, weer inschrijven, opnieuw aanmelden, opnieuw inschrijven, weer ontvangen, opnieuw ontvangen, activeer, heractiveren, meedoen, doe mee',
		again: 'weer, opnieuw, nog eens',
		help: 'hulp, help, helpen, informatie, assistentie',
	},
};
