import type { Language } from './language';

export const it: Language = {
	code: 'it',
	name: 'Italian',
	sourced: {
		optOut: 'ferma, cancellami',
		optIn: '',
		help: 'aiuto',
	},
	translated: {
		optOut:
			'stop, annulla, annullare, basta, disiscrivi, disiscrivimi, disiscrivermi, disiscriversi, disiscrizione, cancella, cancellare, cancellazione, cancella iscrizione, annulla iscrizione, fermati, fermate, fermare, interrompi, rimuovi, rimuovimi, esci, smettere, smettila, smettetela, no sms, stop sms, stop pubblicità, recesso, revoca, cancellatemi, rifiuto',
		optIn:
			'inizia, iscrivimi, iscriviti, iscrivi, iscrivermi, iscrizione, iscrivetemi, comincia, riprendi, continua, attiva, avvia, partecipa, aderisco, abbonati, abbonami, voglio iscrivermi',
		help: 'aiutami, aiutatemi, info, informazioni, assistenza, ho bisogno di aiuto',
	},
	confirm: 'si, s, si grazie, certo, confermo, conferma, accetto, d accordo, va bene, ok, 1',
	refuse: 'no, n, no grazie, rifiuto, non accetto, 2',
	verbFirst: true,
	words: {
		stop: 'stop, smettila di, smettila con, smettetela di, smettetela con, smettere di, smetti di, smettete di, smetta di, smettila, smettetela, basta, basta con, basta co, basta di, ferma, fermate, fermare, fermi, finitela di, finitela con, piantatela di, piantatela con, piantala di, interrompete, interrompere, interrompi, interrompa, cessate, cessare, cessi, sospendete, sospendere, sospendi, annullare, annulla, annullate, annulli, disattivare, disattiva, disattivate, bloccate, bloccare, bloccate gli, evitate, evitate di, evitare di, stufo di, stufa di, stanco di, stanca di, non ne posso piu di, non ne posso piu dei, non ne posso piu delle',
		contact:
			'contattarmi, contattarci, contattatemi, contattate, contattare, contattateci, contatti, contattato, scrivermi, scriverci, scrivetemi, scrivete, scrivere, scrivermi piu, disturbarmi, disturbarci, disturbatemi, disturbate, disturbare, disturbi, importunare, importunarmi, molestare, molestarmi, infastidire, infastidirmi, chiamarmi, chiamatemi, chiamate, chiamare, assillare, assillarmi, assillate, tormentarmi, tormentare, mandarmi, mandatemi, inviarmi, inviatemi, mandarci, inviarci, rompere, rompere le scatole, rompermi, rompete, messaggiarmi, bombardarmi, bombardare, spammare, spammarmi, cercarmi, cercatemi, scocciare, seccare',
		send: 'mandare, mandate, mandarmi, mandatemi, mandi, manda, mandarmeli, mandarmi piu, inviare, inviate, inviarmi, inviatemi, invii, invia, spedire, spedite, invio, mandarci, inviarci, mandatemene, inoltrare, trasmettere, mandino, inviarmene, mandarmene',
		message:
			'messagg*, sms, mms, email*, e mail*, mail, mails, notific*, avvis*, comunicazion*, aggiornament*, newsletter*, whatsapp, promemoria, invii, invio, telefonate, chiamate, contatti, informazioni, vostre notizie, niente da voi, nulla da voi, robe, roba, cavolate',
		promotion:
			'pubblicit*, promo, promos, promozion*, offert*, annunc*, spam, marketing, reclame, sconti, sconto, campagn*, commercial*, propaganda, volantin*, televendit*, newsletter*',
		not: 'non, mai, mai piu, ne, nessun, nessuna, nessuno, niente, nulla, senza',
		no: 'nessun, nessuna, niente, basta, no, zero, nessun altro, nessun altra',
		more: 'piu, ancora, altri, altre, altro, altra, ulteriori, ulteriore, di nuovo, in futuro, mai piu, ulteriormente, d ora in poi, nuovamente',
		noMore: 'non piu, mai piu, niente piu, nessun altro, nessun altra, basta',
		want: 'voglio, vogliamo, vorrei, vorremmo, desidero, desideriamo, intendo, interessa, interessano, interessato, interessata, interesse, bisogno, chiesto, richiesto, autorizzo, autorizzato, acconsento, gradisco, gradirei, mi va, chiedo, richiedo, esigo, pretendo, ho piacere, vi chiedo, vi chiedo di, le chiedo di, chiedo cortesemente di',
		get: 'ricevere, ricevendo, ricevo, riceverne, riceverli, riceverle, avere, sapere, sentire, vedere, essere contattato, essere contattata, essere disturbato, essere disturbata, che mi scriviate, che mi mandiate, che mi inviate, far parte, stare, essere',
		remove:
			'rimuovete, rimuovetemi, rimuovere, rimuovermi, rimuovi, rimuovimi, rimuova, cancellate, cancellatemi, cancellare, cancellarmi, cancella, cancellami, cancelli, eliminate, eliminatemi, eliminare, eliminarmi, elimina, eliminami, elimini, togliete, toglietemi, togliere, togliermi, togli, toglimi, tolga, levate, levatemi, levami, levare, depennate, depennatemi, escludete, escludetemi, dimenticate, scordatevi, cancellazione, rimozione, eliminazione, mi tolga, mi cancelli, mi rimuova, mi elimini',
		leave: 'uscire, uscire da, uscire dalla, esco, stare, far parte, restare, rimanere, essere, togliermi',
		me: 'mi, me, ci, rimuovetemi, rimuovermi, rimuovimi, cancellatemi, cancellarmi, cancellami, eliminatemi, eliminarmi, eliminami, toglietemi, togliermi, toglimi, levatemi, levami, depennatemi, escludetemi, mio telefono, mio cellulare, mi tolga, mi cancelli, mi rimuova, mi elimini, me stesso',
		list: 'lista, liste, elenco, elenchi, mailing list, database, banca dati, archivio, archivi, rubrica, sistema, contatti, registro, registri, gruppo, indirizzario, iscritti',
		number:
			'mio numero, questo numero, miei dati, mio contatto, mio nominativo, mio nome, mio cellulare, mio telefono, mio recapito, miei contatti, mia mail, mia email, numero',
		unsubscribe:
			'disiscri*, disicri*, cancellare iscrizione, annullare iscrizione, annulla iscrizione, annullare l iscrizione, annullare la mia iscrizione, annullate la mia iscrizione, annulla la mia iscrizione, cancellare l iscrizione, cancellare la mia iscrizione, cancellate la mia iscrizione, cancella iscrizione, disabbon*, disdire, disdico, disdetta, annullare abbonamento, cancellarmi, cancellatemi, cancellami, cancellarsi, cancellazione',
		revoke:
			'revoco, revocare, revoca, ritiro, ritirare, annullo, annullare, annullate, nego, oppongo, mi oppongo',
		consent:
			'consenso, autorizzazione, permesso, abbonamento, iscrizione, trattamento, trattamento dei dati, mio consenso, uso dei miei dati',
		idiom:
			'lasciatemi in pace, lasciami in pace, lasciateci in pace, mi lasci in pace, lasciatemi stare, lasciami stare, non disturbate, non disturbare, non disturbatemi, numero sbagliato, ha sbagliato numero, avete sbagliato numero, hai sbagliato numero, basta cosi, ora basta, adesso basta, mo basta, e basta, mai piu, dimenticatevi di me, non rompete, non rompete le scatole, andate a quel paese, vaffanculo, andate a cagare, sparite, piantatela, piantala, finitela, finiscila, smettetela, smettila, la smettete, la smetta, la volete smettere, volete smetterla, non ne posso piu, non mi interessa piu niente, non voglio piu niente, non voglio piu nulla',
		complaint:
			'numero sbagliato, mai iscritto, mai iscritta, non mi sono iscritto, non mi sono iscritta, chi siete, chi sei, chi e, spam, non mi interessa, non sono interessato, non sono interessata, gia detto, gia chiesto',
		block:
			'se, quando, perche, mentre, finche, fino, prima, dopo, lui, lei, loro, qualcuno, fidanzato, fidanzata, marito, moglie, mamma, papa, figlio, figlia, figli, amico, amica, amici, capo, oggi, ieri, domani, stasera, notte, ancora non, dimenticate di, dimenticatevi di mandare, dove, quanto, quale, perdere, perdermi, tranne, eccetto, link, pulsante, scriverti, mandarti, disturbarti, chiamarti, disturbarvi, continuate, continuare a ricevere, invece, piuttosto, lavoro, riunione, pioggia, smette, smesso, smetto, autobus, arriva, arrivano, arrivato, arrivati, devo, posso smettere, riesco, ricevuto, non ricevo, non ho, non dimenticate, esitate, chi, senza avvisare, basta un, basta una, basta uno, basta il, basta che',
		other:
			'ordin*, consegna, consegne, pacco, pacchi, appuntament*, prenotazion*, fattur*, pagament*, conto, volo, bigliett*, tavolo, articol*, carrello, indirizzo, foto, video, password, codic*, lavoro, piovere, piangere, fumare, mangiare, ridere, prezz*, contratto, palestra, assicurazione, carta, ricett*, medicin*, farmac*, taglia, colore, treno, fermata, riscaldamento, internet, scuola, corso, app, macchina, musica, rumore, prodott*, visita, spedizion*, rimborso, acquist*, cani, cane, terapia',
		split:
			'e, ed, ma, perche, poiche, o, oppure, quindi, pero, allora, altrimenti, siccome, dato che, visto che, senno',
		courtesy:
			'per favore, perfavore, x favore, pf, per piacere, per cortesia, cortesemente, gentilmente, prego, vi prego, ti prego, la prego, grazie, grz, grazie mille, tante grazie, ciao, salve, buongiorno, buonasera, buon giorno, ora, adesso, subito, immediatamente, al piu presto, quanto prima, saluti, cordiali saluti, distinti saluti, scusate, scusa, scusi, si, no, ok, dai, per carita, cavolo, cazzo, diamine, porca miseria, mannaggia, una volta per tutte, definitivamente, per sempre, tutto, davvero, urgente, signori, vi chiedo, vi chiedo di, le chiedo di, chiedo cortesemente di, gentili',
		fill: 'io, tu, voi, lei, noi, il, lo, la, i, gli, le, l, un, uno, una, di, del, dello, della, dell, dei, degli, delle, a, al, allo, alla, all, ai, agli, alle, da, dal, dalla, dall, dai, dagli, dalle, in, nel, nella, nei, con, per, su, sul, sulla, che, vostro, vostra, vostri, vostre, tuo, tua, tuoi, tue, suo, sua, suoi, sue, mio, mia, miei, mie, questo, questa, questi, queste, quest, codesta, quello, quella, quelli, quelle, tutti, tutte, tutta, tanto, tanta, tanti, tante, troppi, troppe, troppo, troppa, molto, molti, molte, sempre, giorno, giorni, ogni, continui, continue, continuo, quotidian*, continuamente, costantemente, tipo, genere, ditta, azienda, negozio, societa, parte, numero, telefono, cellulare, come, posso, potete, potreste, puoi, puo, potrebbe, e, sono, ho, hai, avete, ha, gia, volta, volte, detto, fare, faccio, si fa a, qui, qua, vi, ti, si, ne, cosa, cose, qualsiasi, qualunque, alcun, alcuna, ed, inutil*, fastidios*, indesiderat*, non richiest*, maledett*, nemmeno, neanche, anche, essere, così, nessuna, proprio, via, contattato, partire da, d, solo, vari, tale, tali',
		join: 'iscrivetemi, iscrivermi, iscrivimi, voglio iscrivermi, vorrei iscrivermi, abbonarmi, abbonatemi, aggiungetemi, aggiungimi, inseritemi, inseriscimi, riattivare, riattivate, riattiva, attivare, attivate, attiva, ricominciare a ricevere, riprendere a ricevere, tornare a ricevere, ricominciate a mandarmi, tornate a mandarmi, reiscri*, partecipare, aderire, mi iscrivo',
		again: 'di nuovo, ancora, nuovamente, tornare a',
		help: 'aiuto, aiutatemi, aiutami, aiutarmi, assistenza, informazioni, info, supporto',
	},
};
