import type { Language } from './language';

export const pl: Language = {
	code: 'pl',
	name: 'Polish',
	sourced: { optOut: 'zatrzymaj, wypisz, wypisz mnie', optIn: '', help: 'pomocy' },
	translated: {
		optOut:
			'stop, rezygnuję, rezygnacja, rezygnuj, koniec, wypisz się, wypisać, wypisuję się, anuluj, anuluj subskrypcję, zakończ, przestań, przestańcie, usuń, usuń mnie, usuńcie mnie, wyłącz, wyrejestruj, wyrejestruj mnie, odwołaj, odwołuję, dość, wycofuję zgodę, odsubskrybuj, stop sms, wyloguj, cofam zgodę',
		optIn:
			'start, zapisz, zapisz mnie, zapisuję się, rozpocznij, zacznij, subskrybuj, dołącz, dołączam, wznów, kontynuuj, aktywuj, rejestruj, chcę się zapisać',
		help: 'pomoc, pomóż, pomóżcie, info, informacja, informacje',
	},
	confirm:
		'tak, t, tak poproszę, potwierdzam, potwierdź, zgadzam się, zgoda, akceptuję, jasne, pewnie, ok, oczywiście, 1',
	refuse: 'nie, n, nie dziękuję, odmawiam, nie zgadzam się, 2',
	words: {
		stop: 'przestań*, przestać, skończ*, zaprzesta*, zakończ*, stop, dość, dosyć, koniec, koniec z, zatrzymaj*, wstrzymaj*, anuluj*, anulować, wyłącz*, odpuść*, zablokuj*, stop dla, basta, proszę o zaprzestanie, przerwij*, przerwać',
		contact:
			'pisać*, pisz, piszcie, pisania, pisanie, wypisywać, kontaktować*, kontaktuj*, kontaktowania, dzwoń*, nękać, nękaj*, nękania, męczyć, męczcie, męcz, zawracać, zawracajcie, zawracaj, niepokoić, niepokoj*, przeszkadzać, przeszkadzaj*, spamować, spamuj*, spamowania, smsować, smsuj*, esemesować, zaczepiać, mailować, męczyć mnie',
		send: 'wysyłać, wysyłaj*, wysyłania, wysyłanie, wysyłacie, wysyłki, wysyłkę, przysyłać, przysyłaj*, przysyłania, przesyłać, przesyłaj*, przesyłania, wyślij*, słać, ślijcie, śle, nadsyłać, nadsyłania, rozsyłania, dostarczać',
		message:
			'wiadomoś*, sms*, esemes*, mail*, email*, e mail*, powiadomie*, komunikat*, newsletter*, informacj*, info, alert*, przypomnie*, whatsapp*, korespondencj*, tekst*, od was, śmiec*, kontakt*, bzdur*, wysyłk*',
		promotion:
			'reklam*, promocj*, ofert*, spam*, marketing*, ogłosze*, newsletter*, rabat*, kampani*, akcji, handlow*',
		not: 'nie, nigdy, ani, bez, niech',
		no: 'żadnych, żadnej, żadne, bez, zero, koniec z, nigdy, dość, dosyć, koniec',
		more: 'więcej, już, ponownie, znowu, znów, dalej, dłużej, kolejnych, nigdy więcej, w przyszłości, dalszych, nigdy, innych',
		noMore: 'już nie, nigdy więcej, nie więcej, żadnych więcej, nie dłużej, koniec',
		want: 'chcę, chcemy, chciał*, życzę, życzymy, życzyć, potrzebuj*, interesuj*, zainteresowan*, prosił*, prosze o, wyrażam, wyrażał*, wyrażam zgody, zamawiał*, godzę, zgadzam, proszę, zamierzam, pragnę, żądam, potrzebne, bardzo prosze, uprzejmie prosze',
		get: 'otrzymywać, otrzymywania, dostawać, dostać, odbierać, mieć, słyszeć, czytać, widzieć, żebyście pisali, żebyście wysyłali, być',
		remove:
			'usuń*, wykreśl*, wypisz*, wypisać, skasuj*, skasować, wyrzuć*, wymaż*, zapomnijcie o, wyrejestruj*, wyrejestrować, wymelduj*, wykluczcie, wywal*, zabierzcie, kasujcie',
		leave: 'opuścić, opuszczam, wyjść, być, wypisuję, odchodzę',
		me: 'mnie, mi, nas, nam, mój telefon, do mnie, mną',
		list: 'list*, baz*, system*, mailing*, kontakt*, grup*, rejestr*, subskrypcj*, bazy danych, kartotek*',
		number:
			'mój numer, mojego numeru, ten numer, tego numeru, moje dane, moich danych, mój telefon, mój nr, mój adres, numer, na ten numer, mój kontakt, moje nazwisko',
		unsubscribe:
			'wypisz*, wypisać, wypisuj*, rezygnuj*, rezygnacj*, zrezygnowa*, wyrejestr*, odsubskryb*, anuluj subskrypcj*, anulować subskrypcję, anuluj* moją subskrypcję, anulowanie subskrypcji, wypisanie',
		revoke:
			'wycofuj*, wycofać, cofam, cofnąć, odwołuj*, odwołać, anuluj*, anulować, nie wyrażam, sprzeciw*, wnoszę sprzeciw',
		consent: 'zgod*, zezwole*, pozwole*, subskrypcj*, przetwarza*, wykorzystywani*',
		idiom:
			'dajcie mi spokój, daj mi spokój, dajcie spokój, daj spokój, dajcie mi święty spokój, zostawcie mnie w spokoju, zostaw mnie w spokoju, odczepcie się, odczep się, odwalcie się, odwal się, spadaj*, spierdalaj*, odpierdol*, wypierdal*, pomyłka, to pomyłka, zły numer, błędny numer, pomylił pan numer, pomyliliście numer, nie ten numer, mam dość, mam dosyć, mam tego dość, dość tego, dosyć tego, wystarczy, koniec tego, koniec, nigdy więcej, nie pisz*, nie dzwoń*, nie przeszkadzać, nie życzę sobie, nie zyczę sobie tego, nie wysyłajcie, nie wysyłać, proszę nie wysyłać, proszę nie pisać, przestańcie już, przestańcie, przestań, nie chcę już, nie chcę tego',
		complaint:
			'zły numer, nie zapisywał*, nigdy się nie zapisywał*, nie wyrażał*, kto to, kim jesteście, spam, nie interesuj*, już mówił*',
		block:
			'jeśli, jeżeli, gdy, kiedy, dlaczego, czemu, dopóki, dopiero, zanim, przed, po, aż, on, ona, oni, ktoś, chłopak, dziewczyna, mąż, żona, mama, tata, syn, córka, szef, kolega, dziś, dzisiaj, wczoraj, jutro, wieczorem, w nocy, jeszcze nie, zapomnij*, zapomnijcie wysłać, gdzie, kto, ile, przegapić, oprócz, poza, link, przycisk, do ciebie, do was pisać, zamiast, raczej, praca, pracy, spotkani*, deszcz, padać, autobus, będę, muszę, mogę, musiał*, przestał*, przestaje, przychodz*, dostał*, dostaję, otrzymał*, otrzymuję, przyszedł, przyszła, nie przestawaj*, dalej wysyłajcie, wciąż chcę',
		other:
			'zamówie*, dostaw*, paczk*, wizyt*, rezerwacj*, faktur*, płatnoś*, konto, lot, bilet*, stolik, artykuł*, koszyk*, adres, zdję*, film*, hasł*, kod, kody, kodu, palić, jeść, płakać, śmiać, cen*, umow*, siłowni*, ubezpiecze*, kart*, recept*, lek*, rozmiar, kolor, pociąg, przystan*, ogrzewani*, internet, szkoł*, kurs*, aplikacj*, muzyk*, hałas*, samochód, produkt*, zwrot*, termin*, kurier*, przesyłk*',
		split: 'i, oraz, ale, bo, ponieważ, gdyż, lub, albo, więc, zatem, inaczej, a',
		courtesy:
			'proszę, poproszę, bardzo proszę, uprzejmie proszę, dziękuję, dzięki, dzięks, dzień dobry, dobry wieczór, cześć, hej, witam, teraz, natychmiast, od razu, jak najszybciej, niezwłocznie, pozdrawiam, z poważaniem, ok, tak, nie dziękuję, sorry, przepraszam, wreszcie, w końcu, naprawdę, ludzie, panie, pani, państwo, kurwa, cholera, do cholery, na zawsze, całkowicie, definitywnie, raz na zawsze, pilne, serio, wszystko, błagam, no',
		fill: 'ja, ty, wy, pan, pani, państwa, państwo, my, i, do, od, z, ze, w, na, o, u, za, przez, dla, się, żeby, aby, by, te, ten, ta, to, tego, tej, tych, tym, tymi, wasz*, twój, twoje, twoich, swój, swoje, swoich, swojej, swoją, moj*, takich, takie, jest, są, jestem, być, sobie, jak, można, mogę się, czy, możecie, możesz, mogą, mogliby*, mógłby, kolejny raz, raz, razy, wiele, ciągle, stale, codziennie, każdy, dzień, wszystkie, wszystkich, wszelkich, wszelkie, jakichkolwiek, jakiekolwiek, tyle, dużo, bardzo, też, tylko, firm*, sklep*, stron*, numer, numeru, telefon*, jakoś, tutaj, tu, niechcian*, natrętn*, cholern*, żadnych, żadnej, prosił*, mówił*, was, wam, coś, nic, nikt, takiego, głupi*, spokój, już, go, państwa firmy, stąd, pod, zgody na',
		join: 'zapisz mnie, zapiszcie mnie, zapisać się, zapisuję się, chcę się zapisać, dodaj mnie, dodajcie mnie, dołączyć, dołączam, subskrybuj*, subskrybować, zasubskrybować, wznów*, przywróć*, znowu otrzymywać, ponownie otrzymywać, zacznijcie wysyłać, zarejestruj*, aktywuj*',
		again: 'ponownie, znowu, znów',
		help: 'pomoc, pomocy, pomóż, pomóżcie, pomożecie, informacji, wsparcie, wsparcia',
	},
};
