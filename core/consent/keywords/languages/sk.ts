import type { Language } from './language';

export const sk: Language = {
	code: 'sk',
	name: 'Slovak',
	sourced: {},
	translated: {
		optOut:
			'stop, odhlásiť, odhlás, odhláste, odhlásiť sa, odhlásiť odber, odhláste ma, zrušiť, zruš, zrušte, zrušiť odber, koniec, ukončiť, ukončite, odhlásenie, zastaviť, zastavte, prestaňte, prestaň, odmietam, vymazať, zmazať, nechcem, dosť, stop sms, vypnúť',
		optIn:
			'start, prihlásiť, prihlásiť sa, prihlás, prihláste ma, začať, odoberať, odber, pokračovať, obnoviť, registrovať, zapnúť, pripojiť sa',
		help: 'pomoc, pomôžte, info, informácie, potrebujem pomoc, nápoveda',
	},
	confirm: 'áno, a, hej, áno prosím, potvrdzujem, potvrdiť, súhlasím, jasné, určite, dobre, ok, 1',
	refuse: 'nie, n, nie ďakujem, nie vďaka, odmietam, nesúhlasím, 2',
	words: {
		stop: 'prestaň*, prestať, skonč*, ukonč*, zastav*, stop, dosť, koniec, zrušte, zruš, zrušiť, nechajte, vypnite, vypni, vypnúť, pozastavte, deaktiv*, zablokujte, už dosť, stačilo',
		contact:
			'písať, písaním, písali, kontaktovať, kontaktovaním, kontaktovali, obťažovať, obťažovaním, otravovať, otravovaním, volať, volaním, volali, spamovať, spamovaním, rušiť, oslovovať, vypisovať, esemeskovať, vypisovaním',
		send: 'posielať, posielaním, posielanie, posielali, zasielať, zasielaním, zasielanie, zasielali, odosielať, rozosielať, poslať, poslali, preposielať, posielajte',
		message:
			'správ*, sms*, esemes*, textov*, mail*, email*, e mail*, oznámen*, upozornen*, notifikác*, newsletter*, informác*, info, novinky, pripomienk*, whatsapp*, od vás, kontakt*, hlúposti, odkaz*',
		promotion:
			'reklam*, ponuk*, promo*, spam*, marketing*, akcie, akcií, zľav*, obchodn*, kampan*, inzer*, newsletter*, letáky',
		not: 'nie, nikdy, ani, bez, nechcem, nechceme, neželám',
		no: 'žiadne, žiadna, žiadny, žiadnych, žiadnu, bez, nikdy, dosť',
		more: 'už, viac, ďalš*, znova, zase, nikdy viac, ďalej, naďalej, v budúcnosti, stále, opäť',
		noMore: 'už nie, už nikdy, nikdy viac, už žiadne',
		want: 'chcem, chceme, chcel*, želám, želáme, prajem, potrebuj*, zaujíma*, záujem, súhlasil*, žiadam, žiadal*, prosím o, mať, ziadam o, ziadam vas',
		notWant:
			'nechcem, nechceme, nechcel*, neželám, neželáme, neprajem, nemám záujem, nezaujím*, nestojím o, nepotrebuj*, nežiadal*, nesúhlasím, nesúhlasil*, odmietam, nemáme záujem',
		notContact:
			'nepíšte, nepíš, nepísať, nekontaktujte, nekontaktuj, nekontaktovať, neobťažujte, neobťažuj, neobťažovať, neotravujte, neotravuj, neotravovať, nevolajte, nevolaj, nevolať, nerušte, nespamujte, neoslovujte, nevypisujte, neozývajte sa',
		notSend: 'neposielajte, neposielaj, neposielať, nezasielajte, nezasielať, neodosielajte, neposielali',
		get: 'dostávať, obdržať, prijímať, odoberať, mať, vidieť, čítať, počuť, byť kontaktovan*, byť obťažovan*, byť, dostať',
		remove:
			'odstráň*, vymaž*, zmaž*, vyraď*, vyškrtn*, vyčiarkn*, odhlás*, odobr*, odober*, vyhoďte, zabudnite na, dajte preč',
		leave: 'odísť, opustiť, vystúpiť, byť, odchádzam',
		me: 'ma, mňa, mi, mne, nás, nám, môj telefón, na mňa, so mnou',
		list: 'zoznam*, databáz*, systém*, evidenci*, kontakt*, skupin*, odber*, mailing*, registr*, adresár*',
		number:
			'moje číslo, toto číslo, mojeho čísla, moje údaje, môj kontakt, mobil, číslo, môjho čísla, moje telefónne číslo, moje osobné údaje',
		unsubscribe:
			'odhlás*, zrušiť odber, zrušte odber, zrušte mi odber, ukončiť odber, ukončite odber, zrušenie odberu, odregistr*, zrušiť registráciu',
		revoke: 'odvolávam, odvolať, ruším, zrušiť, zrušte, beriem späť, sťahujem, odoberám, vznášam, námietk*',
		consent: 'súhlas*, povolen*, odber*, predplatn*, registrác*, spracovan*',
		idiom:
			'nechajte ma na pokoji, nechaj ma na pokoji, nechajte ma tak, nechajte ma, nechaj ma, dajte mi pokoj, daj mi pokoj, dajte mi už pokoj, zlé číslo, nesprávne číslo, omyl, to je omyl, máte zlé číslo, pomýlili ste sa, prestaňte, prestaň, prestaňte s tým, prestaňte už, nechajte to, už dosť, dosť, stačilo, už stačilo, to stačí, mám toho dosť, mám dosť, choďte do riti, choďte do čerta, odpáľte, zabudnite moje číslo, žiadne správy, žiadne sms, žiadne reklamy, žiadnu reklamu, nerušiť, nechcem už nič, nechcem nič, nechcem to',
		complaint: 'zlé číslo, nikdy som sa neprihlásil*, kto ste, kto je to, spam, nemám záujem, už som písal*',
		block:
			'ak, keď, keby, či, až, prečo, kedy, zatiaľ čo, kým, pokiaľ, pred, po, on, ona, oni, niekto, priateľ, priateľka, manžel*, mama, otec, syn, dcéra, šéf, kolega, dnes, včera, zajtra, večer, v noci, ešte nie, nezabudn*, kde, kto, koľko, zmeškať, okrem, link, tlačidl*, namiesto, radšej, práca, práci, stretnut*, dážď, pršať, autobus, budem, musím, môžem, musel*, prestal*, prestáva, prišiel, prišla, prišli, dostal*, dostávam, nedostávam, nechodia, chodia, dorazil*, neprestávajte, nech',
		other:
			'objednáv*, doručen*, dodávk*, balík*, zásielk*, termín*, stretnut*, rezervác*, faktúr*, platb*, účet, let, lístok, stôl, tovar, košík*, adres*, fotk*, video, hesl*, kód*, fajčiť, jesť, plakať, smiať, cen*, zmluv*, posilňovn*, poisten*, kart*, recept*, liek*, veľkosť, farb*, vlak*, zastávk*, kúreni*, internet*, škol*, kurz*, aplikác*, hudb*, hluk, auto, produkt*, vráten*, kuriér*',
		split: 'a, ale, lebo, pretože, keďže, alebo, takže, preto, inak, tak',
		courtesy:
			'prosím, prosím vás, ďakujem, vďaka, dík, dobrý deň, dobrý večer, ahoj, čau, zdravím, teraz, hneď, ihneď, okamžite, čo najskôr, s pozdravom, pozdravujem, ok, áno, nie ďakujem, nie vďaka, prepáčte, pardon, konečne, naozaj, ľudia, pane, pani, sakra, do riti, kurva, navždy, natrvalo, definitívne, raz a navždy, láskavo, všetko, žiadam, žiadam o, žiadam vás',
		fill: 'ja, ty, vy, my, som, ste, je, sú, byť, sa, si, že, aby, by, do, od, z, zo, v, vo, na, o, u, za, pre, k, s, ten, tá, to, tie, táto, tieto, týchto, tých, toho, tým, tomu, vaše, vašich, váš, vašej, vám, vaši, tvoje, môj, moje, moju, mojej, mojho, svoj, svoje, také, takých, ako, možno, môžete, môžeš, mohli, mohol, dá, opakovane, stále, neustál*, denne, každý, deň, všetky, všetkých, akékoľvek, toľko, veľmi, tiež, len, firm*, obchod*, stránk*, strany, telefón*, tu, niečo, nič, nikto, nevyžiadan*, otravn*, hlúpe, niekoľkokrát, krát, žiadal*, hovoril*, čísla, preč, mojim',
		join: 'prihlásiť sa, prihláste ma, prihlás ma, chcem sa prihlásiť, chcem odoberať, odoberať, znova odoberať, pridajte ma, pridaj ma, zaregistr*, obnoviť odber, obnovte, znova dostávať, opäť dostávať, začnite posielať, zapíšte ma, pripojiť sa',
		again: 'znova, zase, opäť',
		help: 'pomoc, pomôžte, pomôcť, informácie, poradiť',
	},
};
