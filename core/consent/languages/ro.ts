import type { Language } from './language';

export const ro: Language = {
	code: 'ro',
	name: 'Romanian',
	sourced: {},
	translated: {
		optOut:
			'stop, dezabonare, dezabonez, mă dezabonez, dezabonați, dezabonează, dezabonează mă, dezabonați mă, dezabonare sms, oprește, opreste, opriți, opriti, oprire, anulare, anulează, anulați, renunț, renunt, renunțare, retragere, încetare, terminare, sfârșit, gata, ajunge, șterge, refuz, nu mai vreau, stop sms, stop tot, anulare abonament, iesire, ies',
		optIn:
			'start, abonare, abonez, mă abonez, abonează, abonează mă, abonați mă, începe, incepe, continuă, reia, înscriere, înscrie, mă înscriu, activare, activează, vreau să mă abonez',
		help: 'ajutor, ajutați, ajuta, info, informații, informatii, asistență',
	},
	confirm: 'da, d, da va rog, confirm, confirmare, accept, de acord, sigur, desigur, ok, bine, 1',
	refuse: 'nu, n, nu mulțumesc, refuz, nu accept, 2',
	verbFirst: true,
	words: {
		stop: 'oprire, opri, opriți, opriti, oprește, opreste, opriți vă, opriti va, opriți vă din, oprește te, oprirea, oprim, încetați, incetati, încetează, inceteaza, încetarea, termină, termina, terminați, terminati, stop, gata cu, gata, ajunge cu, ajunge, destul cu, destul, lăsați, sistați, sistati, anulați, anulati, anulează, suspendați, dezactiv*, blocați, întrerupeți, intrerupeti, evitați, încetați cu, încetați să, incetati sa, m am săturat de, m am saturat de, satul de, sătul de',
		contact:
			'scrieți*, scrieti*, scrie, scrii, scriu, contactați*, contactati*, contacta*, deranjați*, deranjati*, deranja*, sunați*, sunati*, suna, suni, hărțui*, hartui*, bate*, enerv*, agas*, spamați, spamati, spama*, căutați*, cautati*, bombard*, disperați, stresați, stresati, stresa*',
		send: 'trimiteți*, trimiteti*, trimite*, trimiți, trimiti, trimis, trimiterea, expedia*, transmite*, mesajelor',
		message:
			'mesaj*, sms*, text*, mail*, email*, e mail*, notificăr*, notificar*, notificări, anunț*, anunt*, alert*, comunic*, informări, informari, informare*, newsletter*, whatsapp*, mementouri, de la voi, de la dvs, de la dumneavoastră, nimic de la voi, prostii, tâmpenii, aiurea, apeluri',
		promotion:
			'reclam*, promo*, promoț*, promotii, ofert*, publicit*, spam*, marketing*, reduceri, campani*, newsletter*, comercial*',
		not: 'nu, niciodată, niciodata, nici, fără, fara, n, să nu, sa nu',
		no: 'fără, fara, niciun, nici un, nici o, nicio, nu mai, gata cu, zero, nu vreau, destul',
		more: 'mai, din nou, iar, iarăși, alte, alt, încă, inca, pe viitor, vreodată, vreodata, niciodată',
		noMore:
			'nu mai, niciodată, niciodata, nu ma mai, nu mă mai, nu mi mai, nu imi mai, nu îmi mai, nu ne mai, să nu mai, sa nu mai, fără alte',
		want: 'vreau, vrem, doresc, dorim, aș vrea, as vrea, aș dori, as dori, interesează, intereseaza, interesat, interesată, interes, am nevoie, nevoie, cerut, solicitat, solicit, cer, rog să, sunt de acord, accept, acord, va solicit',
		get: 'primesc, primi, primim, să primesc, sa primesc, primeasc*, recepționa*, aud, văd, am, fiu contactat*, fiu deranjat*, fiu sunat*, fie, fiu, primirea, aflu',
		remove:
			'ștergeți*, stergeti*, șterge*, sterge*, ștergerea, stergerea, scoateți*, scoateti*, scoate*, eliminați*, eliminati*, elimina*, elimină*, înlăturați*, scoaterea, eliminarea, excludeți*, excludeti*, radiați, uitați*, să mă scoateți, sa ma scoateti, scos, dezînscrie*',
		leave: 'ies, ieși, iesi, ieșire, părăs*, paras*, fac parte, fiu, plec, renunț, renunt, renunța',
		me: 'mă, ma, mi, îmi, imi, ne, mine, telefonul meu, numarul meu de telefon',
		list: 'list*, lista, baz*, baza de date, bazei de date, sistem*, agend*, contacte*, grup*, registr*, evidenț*, evidente*, abonament*',
		number:
			'numărul meu, numarul meu, acest număr, acest numar, nr meu, datele mele, telefonul meu, contactul meu, numele meu, număr, numar, datele personale, nr de telefon, adresa mea',
		unsubscribe:
			'dezabon*, dezabonare, dezinscri*, dezînscri*, anulați abonamentul, anulati abonamentul, anulez abonamentul, anularea abonamentului, anulare abonament, renunț la abonament, renunt la abonament, renunț la abonare, să renunț, retrag din',
		revoke:
			'retrag, retragerea, retrage*, revoc, revocă, revocarea, anulez, anulați, anularea, mă opun, ma opun',
		consent: 'consimțământ*, consimtamant*, acordul, acord, permisiune*, abonament*, abonarea, prelucrar*',
		idiom:
			'lăsați mă în pace, lasati ma in pace, lasă mă în pace, lasa ma in pace, lăsați ne în pace, nu mă mai deranjați, nu ma mai deranjati, nu mai scrie, nu mai scrieți, nu mai scrieti, nu mai trimiteți, nu mai trimiteti, nu mai sunați, nu deranjați, nu deranjati, nu mă contactați, nu ma contactati, nu mă mai contactați, nu ma mai contactati, număr greșit, numar gresit, ați greșit numărul, ati gresit numarul, ai greșit numărul, ai gresit numarul, gata, ajunge, destul, m am săturat, m am saturat, terminați, opriți vă, opriti va, încetați, incetati, duceți vă dracului, du te dracului, duceti va dracului, dispăreți, uitați de mine, uitați numărul meu, nu mai vreau, nu mai vreau nimic, nu vreau nimic, nu mai doresc, gata cu mesajele, fără mesaje, fara mesaje, fără reclame, fara reclame, lăsați mă, lasati ma',
		complaint:
			'număr greșit, numar gresit, nu m am abonat, nu m am înscris, cine sunteți, cine sunteti, cine ești, spam, mesaje, sms*, nu mă interesează, nu ma intereseaza, hărțui*, hartui*, gdpr, anpc, am mai spus, raportez, plângere',
		block:
			'dacă, daca, când, cand, de ce, în timp ce, până, pana, înainte, inainte, după, dupa, el, ea, ei, ele, cineva, prieten*, iubit*, soț*, sot, sotia, mama, tata, fiu, fiica, copil*, șef*, sef, astăzi, azi, ieri, mâine, maine, seara, noaptea, încă nu, inca nu, uitați să, nu uitați, nu uitati, nu uita, unde, cine, cât, cat, câte, pierd, pierde, ratez, exceptând, în afară, link*, buton*, în loc, in loc, mai bine, muncă, ședinț*, ploai*, plouă, autobuz*, trebuie să, am oprit, s a oprit, primit, nu primesc, n am primit, nu am primit, nu a venit, nu au venit, ajuns, a ajuns, nu vă opriți, nu va opriti, continuați, continuati, ti scriu, îți scriu, vă scriu, lucru',
		other:
			'comand*, livr*, colet*, pachet*, programar*, rezerv*, factur*, plăți, plati, plată, plata, cont, contul, zbor*, bilet*, masă, masa, articol*, coș*, cos, adres*, poz*, fotografi*, video*, parol*, cod, codul, coduri, fumez, mănânc, plâng, râd, preț*, pret*, contract*, sală, sala, asigurar*, card*, rețet*, retet*, medicament*, mărime*, culoare*, tren*, stați*, statie, căldur*, internet*, școal*, scoala, curs*, aplicați*, muzic*, zgomot*, mașin*, masina, produs*, retur*, curier*',
		split:
			'și, si, dar, pentru că, pentru ca, deoarece, fiindcă, sau, ori, deci, altfel, iar, însă, insa, că',
		courtesy:
			'vă rog, va rog, te rog, rog, vă rog frumos, va rog frumos, mulțumesc, multumesc, mulțumim, multumim, mersi, ms, merci, bună, buna, bună ziua, buna ziua, salut, bună seara, acum, imediat, urgent, de îndată, cât mai repede, cat mai repede, cu respect, o zi bună, ok, da, nu mulțumesc, nu multumesc, scuze, serios, domnule, doamnă, oameni, naibii, dracului, pentru totdeauna, definitiv, o dată pentru totdeauna, odata, tot, totul, pur și simplu, frumos, vă solicit, domnilor',
		fill: 'eu, tu, voi, dumneavoastră, dumneavoastra, dvs, noi, un, o, unei, unui, al, a, ale, ai, de, la, din, în, in, pe, cu, pentru, prin, despre, că, ca, să, sa, se, vă, va, te, ți, ti, i, le, vi, este, e, sunt, sunteți, am, ai, ați, ati, fi, acest*, această, aceste, acestea, asta, ăsta, astea, ăstea, aceea, acelea, vostru, voastră, voastre, voștri, tău, tale, meu, mea, mele, mei, atâtea, atatea, atât, toate, toată, tot felul, cum, pot, puteți, puteti, poți, aș, as, ar, dori, mereu, zilnic*, constant*, continuu, fiecare, zi, zile, multe, mult, foarte, prea, orice, oricare, ceva, nimic, nimeni, firm*, magazin*, companie, partea, telefon*, repetat, ori, spus, aici, nesolicitat*, nedorit*, enervant*, pute*, faceți, face, fac, dau, dați, aveți, de pe, dintre, voie, vreun*, timp, bun',
		join: 'abonați mă, abonati ma, abonează mă, aboneaza ma, mă abonez, ma abonez, să mă abonez, sa ma abonez, înscrieți mă, inscrieti ma, mă înscriu, să mă înscriu, adăugați mă, adaugati ma, reabon*, reactiva*, reluați, primesc din nou, primi din nou, începeți să, particip*, activați, activare',
		again: 'din nou, iarăși, iar',
		help: 'ajutor, ajutați, ajutati, ajută, ajuta, informații, informatii, asistență, asistenta',
	},
};
