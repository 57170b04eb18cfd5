import type { Language } from './language';

export const ro: Language = {
	code: 'ro',
	name: 'Romanian',
	sourced: {},
	translated: {
		optOut:
			'stop, dezabonare, dezabonez, mă dezabonez, dezabonați, dezabonează, dezabonează mă, dezabonați mă, dezabonare sms, oprește, opriți, oprire, anulare, anulează, anulați, renunț, renunțare, retragere, încetare, terminare, sfârșit, gata, ajunge, șterge, refuz, nu mai vreau, stop sms, stop tot, anulare abonament, iesire, ies',
		optIn:
			'start, abonare, abonez, mă abonez, abonează, abonează mă, abonați mă, începe, continuă, reia, înscriere, înscrie, mă înscriu, activare, activează, vreau să mă abonez',
		help: 'ajutor, ajutați, ajuta, info, informații, asistență',
	},
	confirm: 'da, d, da va rog, confirm, confirmare, accept, de acord, sigur, desigur, ok, bine, 1',
	refuse: 'nu, n, nu mulțumesc, refuz, nu accept, 2',
	verbFirst: true,
	words: {
		stop: 'oprire, opri, opriți, oprește, opriți vă, opriți vă din, oprește te, oprirea, oprim, încetați, încetează, încetarea, termină, terminați, stop, gata cu, gata, ajunge cu, ajunge, destul cu, destul, lăsați, sistați, anulați, anulează, suspendați, dezactiv*, blocați, întrerupeți, evitați, încetați cu, încetați să, m am săturat de, satul de',
		contact:
			'scrieți*, scrie, scrii, scriu, contacta*, deranja*, sunați*, suna, suni, hărțui*, bate*, enerv*, agas*, spama*, căutați*, bombard*, disperați, stresa*',
		send: 'trimite*, trimiți, trimis, expedia*, transmite*, mesajelor',
		message:
			'mesaj*, sms*, text*, mail*, email*, e mail*, notificăr*, anunț*, alert*, comunic*, informări, informare*, newsletter*, whatsapp*, mementouri, de la voi, de la dvs, de la dumneavoastră, nimic de la voi, prostii, tâmpenii, aiurea, apeluri',
		promotion:
			'reclam*, promo*, ofert*, publicit*, spam*, marketing*, reduceri, campani*, newsletter*, comercial*',
		not: 'nu, niciodată, nici, fără, n, să nu',
		no: 'fără, niciun, nici un, nici o, nicio, nu mai, gata cu, zero, nu vreau, destul',
		more: 'mai, din nou, iar, iarăși, alte, alt, încă, pe viitor, vreodată, niciodată',
		noMore: 'nu mai, niciodată, nu ma mai, nu mi mai, nu imi mai, nu ne mai, să nu mai, fără alte',
		want: 'vreau, vrem, doresc, dorim, aș vrea, aș dori, interesează, interesat, interesată, interes, am nevoie, nevoie, cerut, solicitat, solicit, cer, rog să, sunt de acord, accept, acord, va solicit',
		get: 'primesc, primi, primim, să primesc, primeasc*, recepționa*, aud, văd, am, fiu contactat*, fiu deranjat*, fiu sunat*, fie, fiu, primirea, aflu',
		remove:
			'șterge*, scoate*, elimina*, înlăturați*, excludeți*, radiați, uitați*, să mă scoateți, scos, dezînscrie*',
		leave: 'ies, ieși, ieșire, părăs*, fac parte, fiu, plec, renunț, renunța',
		me: 'mă, mi, îmi, ne, mine, telefonul meu, numarul meu de telefon',
		list: 'list*, baz*, baza de date, bazei de date, sistem*, agend*, contacte*, grup*, registr*, evidenț*, abonament*',
		number:
			'numărul meu, acest număr, nr meu, datele mele, telefonul meu, contactul meu, numele meu, număr, datele personale, nr de telefon, adresa mea',
		unsubscribe:
			'dezabon*, dezinscri*, anulați abonamentul, anulez abonamentul, anularea abonamentului, anulare abonament, renunț la abonament, renunț la abonare, să renunț, retrag din',
		revoke: 'retrag, retrage*, revoc, revocă, revocarea, anulez, anulați, anularea, mă opun',
		consent: 'consimțământ*, acordul, acord, permisiune*, abonament*, abonarea, prelucrar*',
		idiom:
			'lăsați mă în pace, lasă mă în pace, lăsați ne în pace, nu deranjați, număr greșit, ați greșit numărul, ai greșit numărul, gata, ajunge, destul, m am săturat, terminați, opriți vă, încetați, duceți vă dracului, du te dracului, dispăreți, nu mai vreau, nu mai vreau nimic, nu vreau nimic, nu mai doresc, fără mesaje, fără reclame, lăsați mă',
		complaint:
			'număr greșit, nu m am abonat, nu m am înscris, cine sunteți, cine ești, spam, nu mă interesează, am mai spus',
		block:
			'dacă, când, de ce, în timp ce, până, înainte, după, el, ea, ei, ele, cineva, prieten*, iubit*, soț*, mama, tata, fiu, fiica, copil*, șef*, astăzi, azi, ieri, mâine, seara, noaptea, încă nu, uitați să, nu uitați, nu uita, unde, cine, cât, câte, pierd, pierde, ratez, exceptând, în afară, link*, buton*, în loc, mai bine, muncă, ședinț*, ploai*, plouă, autobuz*, trebuie să, am oprit, s a oprit, primit, nu primesc, nu a venit, nu au venit, ajuns, nu vă opriți, continuați, ti scriu, îți scriu, vă scriu, lucru',
		other:
			'comand*, livr*, colet*, pachet*, programar*, rezerv*, factur*, plăți, plată, cont, contul, zbor*, bilet*, masă, articol*, coș*, adres*, poz*, fotografi*, video*, parol*, cod, codul, coduri, fumez, mănânc, plâng, râd, preț*, contract*, sală, asigurar*, card*, rețet*, medicament*, mărime*, culoare*, tren*, stați*, căldur*, internet*, școal*, curs*, aplicați*, muzic*, zgomot*, mașin*, produs*, retur*, curier*',
		split: 'și, dar, pentru că, deoarece, fiindcă, sau, ori, deci, altfel, iar, însă, că',
		courtesy:
			'vă rog, te rog, rog, vă rog frumos, mulțumesc, mulțumim, mersi, ms, merci, bună, bună ziua, salut, bună seara, acum, imediat, urgent, de îndată, cât mai repede, cu respect, o zi bună, ok, da, nu mulțumesc, scuze, serios, domnule, doamnă, oameni, naibii, dracului, pentru totdeauna, definitiv, o dată pentru totdeauna, odata, tot, totul, pur și simplu, frumos, vă solicit, domnilor',
		fill: 'eu, tu, voi, dumneavoastră, dvs, noi, un, o, unei, unui, al, a, ale, ai, de, la, din, în, pe, cu, pentru, prin, despre, că, să, se, vă, te, ți, i, le, vi, este, e, sunt, sunteți, am, ați, fi, acest*, această, asta, astea, aceea, acelea, vostru, voastră, voastre, voștri, tău, tale, meu, mea, mele, mei, atâtea, atât, toate, toată, tot felul, cum, pot, poți, aș, ar, dori, mereu, zilnic*, constant*, continuu, fiecare, zi, zile, multe, mult, foarte, prea, orice, oricare, ceva, nimic, nimeni, firm*, magazin*, companie, partea, telefon*, repetat, ori, spus, aici, nesolicitat*, nedorit*, enervant*, pute*, faceți, face, fac, dau, dați, aveți, dintre, voie, vreun*, timp, bun',
		join: 'abonați mă, abonează mă, mă abonez, să mă abonez, înscrieți mă, mă înscriu, să mă înscriu, adăugați mă, reabon*, reactiva*, reluați, primesc din nou, primi din nou, începeți să, particip*, activați, activare',
		again: 'din nou, iarăși, iar',
		help: 'ajutor, ajutați, ajută, informații, asistență',
	},
};
