import type { Language } from './language';

export const cs: Language = {
	code: 'cs',
	name: 'Czech',
	sourced: {},
	translated: {
		optOut:
			'stop, odhlásit, odhlas, odhlaste, odhlaš, odhlásit se, odhlásit odběr, odhlaste mě, zrušit, zruš, zrušte, zrušit odběr, konec, ukončit, ukončete, odhlášení, zastavit, zastav, zastavte, přestaňte, přestaň, odmítám, vymazat, smazat, nechci, dost, stop sms, vypnout',
		optIn:
			'start, přihlásit, přihlásit se, přihlaš, přihlaste mě, začít, odebírat, odběr, pokračovat, obnovit, registrovat, souhlasím s odběrem, zapnout, připojit se',
		help: 'pomoc, nápověda, pomozte, info, informace, potřebuji pomoc',
	},
	confirm: 'ano, a, jo, ano prosím, potvrzuji, potvrdit, potvrzuju, souhlasím, jasně, určitě, dobře, ok, 1',
	refuse: 'ne, n, ne děkuji, ne díky, odmítám, nesouhlasím, 2',
	words: {
		stop: 'přestaň*, přestan*, přestat, skonč*, skonci*, ukonč*, ukonc*, zastav*, stop, dost, konec, zrušte, zruš, zrušit, nechte, nechte toho, vypněte, vypni, vypnout, pozastavte, deaktiv*, upusťte, prosím o ukončení, dost už, už dost, zablokujte, stačilo',
		contact:
			'psát, psaní, psali, psal, kontaktovat, kontaktování, kontaktovali, kontaktova*, obtěžovat, obtěžování, obtezovat, otravovat, otravování, volat, volání, volali, spamovat, spamování, rušit, rusit, oslovovat, smskovat, esemeskovat, písat',
		send: 'posílat, posilat, posílání, posílali, posílal, zasílat, zasilat, zasílání, zasílali, odesílat, rozesílat, rozesílání, poslat, poslali, přeposílat, doručovat, posíláním, posílejte',
		message:
			'zpráv*, zprav*, sms*, esemes*, textov*, mail*, email*, e mail*, oznámen*, upozorněn*, notifikac*, newsletter*, informac*, info, infa, novinky, připomínk*, whatsapp*, od vás, kontakt*, blbost*, kraviny, vzkaz*, sdělen*, zpravodaj*',
		promotion:
			'reklam*, nabíd*, nabid*, promo*, spam*, marketing*, akce, akcí, slev*, obchodní*, kampan*, inzer*, newsletter*, letáky',
		not: 'ne, nikdy, ani, bez, nechci, nechceme, nechtěl*, nepřeji, nemám',
		no: 'žádné, žádná, žádný, žádných, bez, už žádné, zadne, zadny, nikdy, dost',
		more: 'už, uz, více, vice, víc, další, znovu, zase, nikdy více, dále, již, jiz, nadále, příště, v budoucnu, pořád',
		noMore: 'už ne, uz ne, už nikdy, uz nikdy, nikdy více, již ne, už žádné, uz zadne',
		want: 'chci, chceme, chtěl*, chtel*, přeji, přejeme, přeju, potřebuj*, zajímá*, zajímaj*, zájem, zajem, souhlasil*, žádám, žádal*, prosím o, mít, zadam o, zadam vas',
		notWant:
			'nechci, nechceme, nechtěl*, nechtel*, nepřej*, nemám zájem, nemam zajem, nezajím*, nezajim*, nestojím o, nestojim o, nepotřebuj*, nepotrebuj*, nežádal*, nesouhlasím, nesouhlasim, nesouhlasil*, odmítám, odmitam, nemáme zájem',
		notContact:
			'nepište, nepiste, nepiš, nepis, nepsat, nekontaktujte, nekontaktuj, nekontaktovat, neobtěžujte, neobtezujte, neobtěžuj, neobtěžovat, neotravujte, neotravuj, neotravovat, nevolejte, nevolej, nevolat, nerušte, neruste, nespamujte, neoslovujte, neozývejte se, neozyvejte',
		notSend:
			'neposílejte, neposilejte, neposílej, neposilej, neposílat, neposilat, nezasílejte, nezasilejte, nezasílat, nezasilat, nezasílejte, neodesílejte, neposílali, neposilali, nechoďte',
		get: 'dostávat, dostavat, obdržet, přijímat, odebírat, mít, vidět, číst, slyšet, být kontaktován*, být obtěžován*, být, dostat',
		remove:
			'odstraň*, odstran*, odstranit, vymaž*, vymaz*, vymazat, smaž*, smaz*, smazat, vyřaď*, vyrad*, vyřadit, vyškrtn*, vyškrtnout, odhlas*, odhlásit, odeber*, odebrat, vyjmout, vyndejte, zapomeňte na, dejte pryč, výmaz, vymazání, odstranění',
		leave: 'odejít, opustit, vystoupit, být, odcházím',
		me: 'mě, mne, mi, mně, me, nás, nám, můj telefon, na mě, se mnou',
		list: 'seznam*, databáz*, databaz*, systém*, evidenc*, kontakt*, skupin*, odběr*, odber*, mailing*, registr*, adresář*, rozesílk*',
		number:
			'mé číslo, moje číslo, moje cislo, toto číslo, tohle číslo, mého čísla, moje údaje, mé údaje, moje data, můj kontakt, mobil, číslo, cislo, mé osobní údaje, moje telefonní číslo',
		unsubscribe:
			'odhlas*, odhlás*, odhlaš*, odhlašuj*, zrušit odběr, zrušte odběr, zrušte mi odběr, zrušit odber, ukončit odběr, ukončete odběr, zrušení odběru, odhlášení, odregistr*, odregistrujte, zrušit registraci, zrušte mi registraci',
		revoke:
			'odvolávám, odvolat, odvolavam, ruším, rusim, zrušit, zrušte, beru zpět, stahuji, odebírám, vznáším, námitk*',
		consent: 'souhlas*, povolen*, svolen*, odběr*, předplatn*, registrac*, zpracován*',
		idiom:
			'nechte mě být, nechte mě na pokoji, nech mě na pokoji, nech mě být, nechte mne na pokoji, dejte mi pokoj, dej mi pokoj, dejte mi svátek, dejte mi už pokoj, špatné číslo, spatne cislo, omyl, to je omyl, máte špatné číslo, spletli jste se, přestaňte, přestaň, přestaňte s tím, přestaňte už, nechte toho, nech toho, už dost, dost, stačilo, už stačilo, to stačí, mám toho dost, běžte do háje, běž do háje, jděte do prdele, běžte do prdele, táhněte, odprejskněte, zapomeňte na mě, zapomeňte moje číslo, už žádné zprávy, žádné zprávy, žádné sms, žádné reklamy, žádnou reklamu, nerušit, neobtěžujte, neobtěžujte mě, neotravujte, nepište mi, už mi nepište, nechci už nic, nechci nic, nechci to',
		complaint:
			'špatné číslo, omyl, nikdy jsem se nepřihlásil*, nepřihlásil*, kdo jste, kdo je to, spam, zprávy, sms*, gdpr, nemám zájem, otravuj*, obtěžov*, úoou, už jsem psal*, nahlásím',
		block:
			'pokud, když, kdyby, jestli, až, proč, kdy, zatímco, dokud, než, před, po, on, ona, oni, někdo, přítel, přítelkyně, manžel*, máma, táta, syn, dcera, šéf, kolega, dnes, včera, zítra, večer, v noci, ještě ne, zapomeňte poslat, nezapomeňte, nezapomen*, kde, kdo, kolik, zmeškat, kromě, odkaz, tlačítk*, místo, raději, práce, práci, schůzk*, déšť, pršet, autobus, budu, musím, mohu, můžu, musel*, přestal*, přestává, přišel, přišla, přišly, dostal*, dostávám, nedostávám, nechodí, chodí, dorazil*, nepřestávejte, ať, vám psát, ti psát',
		other:
			'objednáv*, objednav*, doručen*, dodávk*, balík*, zásilk*, termín*, schůzk*, rezervac*, faktur*, platb*, účet, let, lístek, vstupenk*, stůl, zboží, košík*, adres*, fotk*, video, hesl*, kód*, kouřit, jíst, plakat, smát, cen*, smlouv*, posilovn*, pojištěn*, kart*, recept*, lék*, velikost, barv*, vlak*, zastávk*, topení, internet*, škol*, kurz*, aplikac*, hudb*, hluk, auto, produkt*, vrácen*, kurýr*',
		split: 'a, ale, protože, neboť, nebo, takže, proto, jinak, i, tak',
		courtesy:
			'prosím, prosim, prosím vás, pros, děkuji, dekuji, děkuju, dekuju, díky, diky, dík, dobrý den, dobry den, dobrý večer, ahoj, čau, zdravím, teď, ted, hned, ihned, okamžitě, okamzite, co nejdříve, neprodleně, s pozdravem, pozdrav, ok, ano, ne děkuji, ne díky, promiňte, pardon, konečně, opravdu, lidi, pane, paní, sakra, do prdele, kurva, hernajs, navždy, natrvalo, definitivně, jednou provždy, vážení, urgentní, laskavě, všechno, žádám, žádám o, žádám vás',
		fill: 'já, ty, vy, my, jsem, jste, je, jsou, být, se, si, že, aby, abyste, abych, bych, byste, do, od, z, ze, v, ve, na, o, u, za, pro, k, s, ten, ta, to, ty, tato, tyto, tyhle, tohle, těch, těchto, tomu, toho, tím, vaše, vašich, váš, vaší, vás, vám, vaši, tvoje, můj, moje, mé, moji, mého, svůj, své, svoje, takové, takových, jak, lze, můžete, můžeš, mohli, mohl, by, dá, opakovaně, pořád, stále, neustál*, denně, každý, den, všechny, všech, veškeré, veškerých, jakékoli, jakékoliv, tolik, moc, velmi, také, jen, firm*, obchod*, stránk*, strany, telefon*, tady, zde, něco, nic, nikdo, nevyžádan*, otravn*, blbé, hloupé, několikrát, krát, jsem vás, žádal*, říkal*, čísla, z vaší, ode, mým, mi, mne, tak, pryč',
		join: 'přihlásit se, přihlaste mě, přihlaš mě, přihlašte mě, přihlasuji, chci se přihlásit, chci odebírat, odebírat, znovu odebírat, přidejte mě, přidat, zaregistr*, obnovit odběr, obnovte, znovu dostávat, zase dostávat, začněte posílat, zapište mě, připojit se',
		again: 'znovu, zase, opět',
		help: 'pomoc, pomozte, pomoct, pomoci, nápověd*, informace, poradit',
	},
};
