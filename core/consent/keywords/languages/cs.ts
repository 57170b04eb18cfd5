import type { Language } from './language';

export const cs: Language = {
	code: 'cs',
	name: 'Czech',
	sourced: {},
	translated: {
		optOut:
			'stop, odhlásit, odhlas, odhlaste, odhlásit se, odhlásit odběr, odhlaste mě, zrušit, zruš, zrušte, zrušit odběr, konec, ukončit, ukončete, odhlášení, zastavit, zastav, zastavte, přestaňte, přestaň, odmítám, vymazat, smazat, nechci, dost, stop sms, vypnout',
		optIn:
			'start, přihlásit, přihlásit se, přihlaš, přihlaste mě, začít, odebírat, odběr, pokračovat, obnovit, registrovat, souhlasím s odběrem, zapnout, připojit se',
		help: 'pomoc, nápověda, pomozte, info, informace, potřebuji pomoc',
	},
	confirm: 'ano, a, jo, ano prosím, potvrzuji, potvrdit, potvrzuju, souhlasím, jasně, určitě, dobře, ok, 1',
	refuse: 'ne, n, ne děkuji, ne díky, odmítám, nesouhlasím, 2',
	words: {
		stop: 'přestaň*, přestat, skonč*, ukonč*, zastav*, stop, dost, konec, zrušte, zruš, zrušit, nechte, nechte toho, vypněte, vypni, vypnout, pozastavte, deaktiv*, upusťte, prosím o ukončení, dost už, už dost, zablokujte, stačilo',
		contact:
			'psát, psaní, psali, psal, kontaktova*, obtěžovat, obtěžování, otravovat, otravování, volat, volání, volali, spamovat, spamování, rušit, oslovovat, smskovat, esemeskovat, písat',
		send: 'posílat, posílání, posílali, posílal, zasílat, zasílání, zasílali, odesílat, rozesílat, rozesílání, poslat, poslali, přeposílat, doručovat, posíláním, posílejte',
		message:
			'zpráv*, sms*, esemes*, textov*, mail*, email*, e mail*, oznámen*, upozorněn*, notifikac*, newsletter*, informac*, info, infa, novinky, připomínk*, whatsapp*, od vás, kontakt*, blbost*, kraviny, vzkaz*, sdělen*',
		promotion:
			'reklam*, nabíd*, promo*, spam*, marketing*, akce, akcí, slev*, obchodní*, kampan*, inzer*, newsletter*, letáky',
		not: 'ne, nikdy, ani, bez, nechci, nechceme, nechtěl*, nepřeji, nemám',
		no: 'žádné, žádná, žádný, žádných, bez, už žádné, nikdy, dost',
		more: 'už, více, víc, další, znovu, zase, nikdy více, dále, již, nadále, příště, v budoucnu, pořád',
		noMore: 'už ne, už nikdy, nikdy více, již ne, už žádné',
		want: 'chci, chceme, chtěl*, přeji, přejeme, přeju, potřebuj*, zajímá*, zájem, souhlasil*, žádám, žádal*, prosím o, mít, zadam o, zadam vas',
		notWant:
			'nechci, nechceme, nechtěl*, nepřej*, nemám zájem, nezajím*, nestojím o, nepotřebuj*, nežádal*, nesouhlasím, nesouhlasil*, odmítám, nemáme zájem',
		notContact:
			'nepište, nepiš, nepsat, nekontaktujte, nekontaktuj, nekontaktovat, neobtěžujte, neobtěžuj, neobtěžovat, neotravujte, neotravuj, neotravovat, nevolejte, nevolej, nevolat, nerušte, nespamujte, neoslovujte, neozývejte se, neozyvejte',
		notSend: 'neposílejte, neposílej, neposílat, nezasílejte, nezasílat, neodesílejte, neposílali, nechoďte',
		get: 'dostávat, obdržet, přijímat, odebírat, mít, vidět, číst, slyšet, být kontaktován*, být obtěžován*, být, dostat',
		remove:
			'odstraň*, vymaž*, smaž*, vyřaď*, vyškrtn*, odhlas*, odeber*, odebrat, vyjmout, vyndejte, zapomeňte na, dejte pryč',
		leave: 'odejít, opustit, vystoupit, být, odcházím',
		me: 'mě, mne, mi, nás, nám, můj telefon, na mě, se mnou',
		list: 'seznam*, databáz*, systém*, evidenc*, kontakt*, skupin*, odběr*, mailing*, registr*, adresář*, rozesílk*',
		number:
			'mé číslo, moje číslo, toto číslo, tohle číslo, mého čísla, moje údaje, mé údaje, moje data, můj kontakt, mobil, číslo, mé osobní údaje, moje telefonní číslo',
		unsubscribe:
			'odhlas*, zrušit odběr, zrušte odběr, zrušte mi odběr, ukončit odběr, ukončete odběr, zrušení odběru, odregistr*, zrušit registraci, zrušte mi registraci',
		revoke: 'odvolávám, odvolat, ruším, zrušit, zrušte, beru zpět, stahuji, odebírám, vznáším, námitk*',
		consent: 'souhlas*, povolen*, svolen*, odběr*, předplatn*, registrac*, zpracován*',
		idiom:
			'nechte mě být, nechte mě na pokoji, nech mě na pokoji, nech mě být, nechte mne na pokoji, dejte mi pokoj, dej mi pokoj, dejte mi svátek, dejte mi už pokoj, špatné číslo, omyl, to je omyl, máte špatné číslo, spletli jste se, přestaňte, přestaň, přestaňte s tím, přestaňte už, nechte toho, nech toho, už dost, dost, stačilo, už stačilo, to stačí, mám toho dost, běžte do háje, běž do háje, jděte do prdele, běžte do prdele, táhněte, odprejskněte, zapomeňte moje číslo, žádné zprávy, žádné sms, žádné reklamy, žádnou reklamu, nerušit, nechci už nic, nechci nic, nechci to',
		complaint:
			'špatné číslo, nikdy jsem se nepřihlásil*, kdo jste, kdo je to, spam, nemám zájem, už jsem psal*',
		block:
			'pokud, když, kdyby, jestli, až, proč, kdy, zatímco, dokud, než, před, po, on, ona, oni, někdo, přítel, přítelkyně, manžel*, máma, táta, syn, dcera, šéf, kolega, dnes, včera, zítra, večer, v noci, ještě ne, zapomeňte poslat, nezapomen*, kde, kdo, kolik, zmeškat, kromě, odkaz, tlačítk*, místo, raději, práce, práci, schůzk*, déšť, pršet, autobus, budu, musím, mohu, můžu, musel*, přestal*, přestává, přišel, přišla, přišly, dostal*, dostávám, nedostávám, nechodí, chodí, dorazil*, nepřestávejte, ať, vám psát, ti psát',
		other:
			'objednáv*, doručen*, dodávk*, balík*, zásilk*, termín*, schůzk*, rezervac*, faktur*, platb*, účet, let, lístek, vstupenk*, stůl, zboží, košík*, adres*, fotk*, video, hesl*, kód*, kouřit, jíst, plakat, smát, cen*, smlouv*, posilovn*, pojištěn*, kart*, recept*, lék*, velikost, barv*, vlak*, zastávk*, topení, internet*, škol*, kurz*, aplikac*, hudb*, hluk, auto, produkt*, vrácen*, kurýr*',
		split: 'a, ale, protože, neboť, nebo, takže, proto, jinak, i, tak',
		courtesy:
			'prosím, prosím vás, pros, děkuji, děkuju, díky, dík, dobrý den, dobrý večer, ahoj, čau, zdravím, teď, hned, ihned, okamžitě, co nejdříve, neprodleně, s pozdravem, pozdrav, ok, ano, ne děkuji, ne díky, promiňte, pardon, konečně, opravdu, lidi, pane, paní, sakra, do prdele, kurva, hernajs, navždy, natrvalo, definitivně, jednou provždy, vážení, urgentní, laskavě, všechno, žádám, žádám o, žádám vás',
		fill: 'já, ty, vy, my, jsem, jste, je, jsou, být, se, si, že, aby, abyste, abych, bych, byste, do, od, z, v, ve, na, o, u, za, pro, k, s, ten, ta, to, tato, tyto, tyhle, tohle, těch, těchto, tomu, toho, tím, vaše, vašich, váš, vaší, vám, tvoje, můj, moje, mé, moji, mého, svůj, své, svoje, takové, takových, jak, lze, můžete, můžeš, mohli, mohl, by, dá, opakovaně, pořád, stále, neustál*, denně, každý, den, všechny, všech, veškeré, veškerých, jakékoli, jakékoliv, tolik, moc, velmi, také, jen, firm*, obchod*, stránk*, strany, telefon*, tady, zde, něco, nic, nikdo, nevyžádan*, otravn*, blbé, hloupé, několikrát, krát, žádal*, říkal*, čísla, ode, mým, mi, mne, tak, pryč',
		join: 'přihlásit se, přihlaste mě, přihlaš mě, přihlasuji, chci se přihlásit, chci odebírat, odebírat, znovu odebírat, přidejte mě, přidat, zaregistr*, obnovit odběr, obnovte, znovu dostávat, zase dostávat, začněte posílat, zapište mě, připojit se',
		again: 'znovu, zase, opět',
		help: 'pomoc, pomozte, pomoct, pomoci, nápověd*, informace, poradit',
	},
};
