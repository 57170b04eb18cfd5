import type { Language } from './language';

export const de: Language = {
	code: 'de',
	name: 'German',
	sourced: {
		optOut: 'stopp, halt, abmelden, abbestellen',
		optIn: 'start',
		help: 'hilfe',
	},
	translated: {
		optOut:
			'stop, stopp sms, abmeldung, abmelden bitte, abmelden alle, austragen, austragung, kündigen, kündigung, beenden, ende, abbrechen, widerruf, widerrufen, löschen, entfernen, aufhören, keine werbung, newsletter abmelden, newsletter abbestellen, schluss, abbestellung, deabonnieren, loeschen, aufhoeren, kuendigen',
		optIn:
			'anmelden, anmeldung, abonnieren, beginnen, weiter, fortsetzen, starten, beitreten, mitmachen, dabei sein, eintragen, newsletter anmelden',
		help: 'hilf mir, hilfe bitte, brauche hilfe, info, infos, auskunft, unterstützung',
	},
	confirm:
		'ja, j, ja bitte, jawohl, jep, klar, gerne, gern, bestätige, bestätigen, ich bestätige, einverstanden, ich stimme zu, zustimmen, ok, passt, 1',
	refuse: 'nein, n, nein danke, nee, nö, ablehnen, ich lehne ab, 2',
	negationFollows: true,
	words: {
		stop: 'stop, stopp, stoppen, stoppt, stoppe, stoppen sie, hör auf, hört auf, hören sie auf, höre auf, hören sie bitte auf, hört bitte auf, hör bitte auf, hört endlich auf, hör endlich auf, hören sie endlich auf, aufhören, aufzuhören, auf zu hören, hoert auf, hoer auf, hoeren sie auf, aufhoeren, lasst das, lass das, unterlassen, unterlassen sie, unterlasst, unterlassen sie bitte, beenden, beenden sie, beendet, beende, einstellen, stellen sie, stellt, einzustellen, schluss mit, schluss, genug von, genug mit, genug, abstellen, ausstellen, deaktivieren, deaktiviert, deaktivieren sie, abschalten, ausschalten, weg mit, abbrechen, verzichten sie auf, verzichtet auf, sehen sie davon ab, abzusehen, bitte keine',
		contact:
			'schreiben, schreibt, schreib, schreibe, anschreiben, anzuschreiben, schreibst, zu schreiben, zuschreiben, kontaktieren, kontaktiert, kontaktiere, zu kontaktieren, kontaktierst, belästigen, belästigt, belästige, zu belästigen, belaestigen, belaestigt, nerven, nervt, nerv, zu nerven, anrufen, anzurufen, ruft, stören, stört, zu stören, stoeren, stoert, anschreibt, angeschrieben, zuspammen, zuzuspammen, spammen, spammt, zumüllen, zuzumüllen, vollspammen, melden, meldet, bombardieren, zu bombardieren, anzusimsen, simsen, behelligen, kontaktaufnahme, zutexten, zuzutexten',
		send: 'schicken, schickt, schick, schicke, schicken sie, zu schicken, zuschicken, zuzuschicken, senden, sendet, sende, senden sie, zu senden, zusenden, zuzusenden, zusendung*, versenden, verschicken, übermitteln, weiterleiten, weiterzuleiten, sendungen, zukommen',
		message:
			'nachricht*, sms, mms, mitteilung*, benachrichtigung*, mail*, email*, e mail*, info, infos, information*, newsletter*, whatsapp*, textnachricht*, erinnerung*, rundschreiben, post, kurznachricht*, zusendung*, anruf*, meldung*, kram, mist, zeug, müll, quatsch, scheiß, von euch hören, kontakt, push',
		promotion:
			'werbung, werbe*, reklame*, angebot*, promo*, spam*, marketing, newsletter*, anzeige*, aktionen, rabatt*, gutschein*, kampagne*',
		not: 'nicht, nie, niemals, kein, keine, keinen, keinerlei, nimmer, ohne, nix, nichts, net, weder',
		no: 'kein, keine, keinen, keinerlei, null, nie wieder, bitte keine',
		more: 'mehr, wieder, weitere, weiteren, weiterhin, länger, künftig, in zukunft, zukünftig, ab jetzt, ab sofort, nochmal, erneut, laenger, kuenftig',
		noMore:
			'nicht mehr, nie wieder, nie mehr, nicht länger, nicht laenger, nicht weiter, nimmer, nix mehr, nichts mehr, keine weiteren, keinerlei weitere',
		want: 'möchte, möcht, möchten, will, wollen, wünsche, wünschen, brauche, brauchen, interessiert, interesse, bitte darum, zugestimmt, gewünscht, moechte, wuensche, mag, habe lust, hab lust, erlaube, verlange, fordere, bestellt, angefordert, benötige, will das, habe bock, hab bock, hätte gern, haette gern',
		get: 'erhalten, bekommen, kriegen, empfangen, hören, lesen, sehen, haben, kontaktiert werden, angeschrieben werden, belästigt werden, genervt werden, zugeschickt bekommen, zugesendet bekommen, gespeichert, beziehen, geschickt bekommen, informiert werden, benachrichtigt werden, kontaktiert, angeschrieben, belästigt, stehen',
		remove:
			'löschen, löscht, lösche, lösch, löschen sie, loeschen, loescht, entfernen, entfernt, entferne, entfernen sie, entfern, streichen, streicht, streiche, streich, streichen sie, nehmen sie, nehmt, nimm, rausnehmen, herausnehmen, raus nehmen, austragen, tragt, trag, tragen sie, auszutragen, trage, raus aus, raus, schmeißt, schmeiß, werft, gelöscht, entfernt werden, gelöscht werden, löschung, ausgetragen, runter von, vergesst, vergessen sie, vergiss, zu löschen, zu entfernen, zu streichen, abzumelden, austragt',
		leave: 'verlassen, raus aus, raus, austreten, aussteigen, aus, runter, stehen, sein, weg',
		me: 'mich, mir, uns, mein handy, meinem handy, mein telefon',
		list: 'liste*, verteiler*, datenbank*, system*, kartei, mailingliste*, adressliste*, datensatz, register, kontakte, kontaktliste, gruppe, abo, abonnement, kundendatei, empfängerliste, empfaengerliste, sms liste, sms verteiler, datei',
		number:
			'meine nummer, diese nummer, meine handynummer, meine telefonnummer, meine daten, meinen kontakt, meinen namen, meine nr, meine mobilnummer, meine mailadresse, meine kontaktdaten, nummer',
		unsubscribe:
			'abmelden, abmeldung, abzumelden, abgemeldet werden, abbestell*, abzubestellen, deabonnier*, de abonnier*, austragen, auszutragen, austragung, melden sie mich ab, meldet mich ab, meld mich ab, melde mich ab, mich ab, melde mich hiermit ab, melden sie mich bitte ab, meldet mich bitte ab, bestelle ab, tragt mich aus, trag mich aus, tragen sie mich aus, mich aus, kündige mein abo, abo kündigen, mein abo kündigen, mein abo beenden, abo beenden, abo abbestellen, newsletter abbestellen, abmeldn, nehmt mich raus, nehmt mich da raus, nehmen sie mich raus, nimm mich raus, ich will raus, will raus, möchte raus',
		revoke:
			'widerrufe, widerrufen, widerruf, widerspreche, widersprechen, widerspruch, ziehe, zurückziehen, kündige, kündigen, kündigt, entziehe, zurück, untersage, untersagen, verbiete, kuendige, kuendigen, beenden',
		consent:
			'einwilligung, zustimmung, einverständnis, erlaubnis, genehmigung, abo, abonnement, mein abo, datennutzung, nutzung meiner daten, kontaktaufnahme, werbliche nutzung, einverstaendnis',
		idiom:
			'lasst mich in ruhe, lass mich in ruhe, lassen sie mich in ruhe, lasst mich bitte in ruhe, lassen sie mich bitte in ruhe, lasst uns in ruhe, lass mich endlich in ruhe, lasst mich endlich in ruhe, falsche nummer, sie haben die falsche nummer, ihr habt die falsche nummer, verwählt, hört auf damit, hör auf damit, hören sie auf damit, hört auf, hör auf, hören sie auf, aufhören, hört endlich auf, schluss damit, schluss jetzt, jetzt reicht es, jetzt reichts, es reicht, mir reicht es, mir reichts, das nervt, ihr nervt, verpisst euch, verpiss dich, haut ab, hau ab, leckt mich, keine werbung, ich will das nicht mehr, ich möchte das nicht mehr, ich will nicht mehr, nicht mehr bitte, raus hier, will das alles nicht mehr',
		complaint:
			'falsche nummer, nie angemeldet, nicht angemeldet, nie zugestimmt, wer ist das, wer sind sie, wer seid ihr, spam, kein interesse, schon gesagt, schon mehrfach',
		block:
			'wenn, falls, wann, warum, wieso, weshalb, während, bis, bevor, nachdem, solange, er, jemand, freund, freundin, mann, frau, mutter, vater, sohn, tochter, chef, kollege*, kollegin, heute, gestern, morgen, abend, nachts, noch nicht, vergessen zu, nicht vergessen, nicht vergesst, vergesst nicht, vergiss nicht, wo, wer, wie viel, verpassen, verpasst, außer, link, button, dir schreiben, euch schreiben, ihnen schreiben, dich stören, sie stören, euch stören, weiter so, statt, stattdessen, lieber, arbeit, besprechung, regen, bus, ich werde, werde ich, muss ich, kann ich nicht, hat, hatte, wurde, kommen keine, bekomme keine, bekomme ich keine, kommt nicht, erst, vorher, per post, ich habe keine, habe keine, hab keine, kam keine, dass sie, nicht aufhören, kann nicht aufhören',
		other:
			'bestellung*, lieferung*, paket*, termin*, reservierung*, rechnung*, zahlung*, konto, flug, ticket*, tisch, artikel, warenkorb, adresse, foto*, bild*, video*, passwort, code*, arbeit, weinen, rauchen, essen, lachen, preis*, vertrag, fitnessstudio, versicherung, karte, rezept, medikament*, größe, farbe, zug, haltestelle, heizung, internet, schule, kurs, app, maschine, musik, lärm, behandlung, auto, produkt*, bestellt, hund, bahnhof, mahnung*, katalog, kataloge, ware',
		split: 'und, aber, weil, da, denn, oder, sonst, also, sondern, deshalb, dann',
		courtesy:
			'bitte, bitteschön, danke, dankeschön, vielen dank, merci, hallo, hi, guten tag, guten morgen, guten abend, moin, servus, grüß gott, jetzt, sofort, endlich, umgehend, unverzüglich, schnellstmöglich, mfg, mit freundlichen grüßen, gruß, grüße, lg, vg, ok, ja, nein, sorry, entschuldigung, leute, echt, wirklich, mal, doch, verdammt, verdammte, verdammten, scheiße, scheiss, verflucht, herr, frau, alles, komplett, dauerhaft, endgültig, dringend, ein für alle mal, freundlich, freundlichst, hiermit, einfach, sehr geehrte damen und herren, liebe, liebes team, dankend',
		fill: 'ich, du, ihr, sie, wir, der, die, das, den, dem, des, ein, eine, einen, einem, einer, von, vom, aus, auf, an, am, im, in, zu, zum, zur, mit, für, über, bei, per, via, um, dass, euer, eure, euren, eurem, eurer, dein, deine, deinen, deinem, deiner, ihre, ihren, ihrem, ihrer, mein, meine, meinen, meinem, meiner, diese, dieser, diesen, diesem, dieses, solche, solchen, so, es, ist, sind, bin, habe, hab, haben, werden, würde, würden, kann, können, könnt, könnten, könntet, soll, sollen, sollt, schon, mehrfach, mehrmals, ständig, ständigen, dauernd, dauernden, immer, täglich*, jeden tag, tag, alle, allen, jegliche, jeglicher, jeglichen, viel, viele, vielen, sehr, auch, ab, nur, noch, irgendwelche, irgendwas, firma, unternehmen, laden, shop, seite, nummer, telefon, handy, wie, man, ja, gebeten, gesagt, bitten, darum, sich, euch, dir, ihnen, was, etwas, sowas, da, dort, hier, bezüglich, damit, darauf, dazu, unerwünscht*, unaufgefordert*, lästig*, blöd*, nervig*, doof*, ganzen, ganze, hin, her, ins, nach, melden sie, meldet, gerne, gern, nun',
		join: 'anmelden, melde mich an, meldet mich an, melden sie mich an, mich an, abonnieren, eintragen, tragt mich ein, trag mich ein, tragen sie mich ein, nehmt mich auf, fügt mich hinzu, mich hinzu, wieder anmelden, wieder aufnehmen, wieder erhalten, wieder bekommen, wieder empfangen, wieder schicken, schickt mir wieder, reaktivieren, aktivieren, mitmachen, will mitmachen, bin dabei, dabei sein, beitreten',
		again: 'wieder, erneut, nochmal',
		help: 'hilfe, hilf, helft, helfen, helfen sie, auskunft, unterstützung, beratung',
	},
};
