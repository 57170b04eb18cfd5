import type { Language } from './language';

export const pl: Language = {
	code: 'pl',
	name: 'Polish',
	sourced: { optOut: 'zatrzymaj, wypisz, wypisz mnie', optIn: '', help: 'pomocy' },
	translated: {
		optOut:
			'stop, rezygnuję, rezygnacja, rezygnuj, koniec, wypisz się, wypisz sie, wypisać, wypisuję się, wypisuje sie, anuluj, anuluj subskrypcję, anuluj subskrypcje, zakończ, przestań, przestańcie, usuń, usuń mnie, usuńcie mnie, wyłącz, wyrejestruj, wyrejestruj mnie, odwołaj, odwołuję, dość, wycofuję zgodę, odsubskrybuj, stop sms, wyloguj, cofam zgodę',
		optIn:
			'start, zapisz, zapisz mnie, zapisuję się, rozpocznij, zacznij, subskrybuj, dołącz, dołączam, wznów, kontynuuj, aktywuj, rejestruj, chcę się zapisać',
		help: 'pomoc, pomóż, pomóżcie, info, informacja, informacje',
	},
	confirm:
		'tak, t, tak poproszę, potwierdzam, potwierdź, zgadzam się, zgoda, akceptuję, jasne, pewnie, ok, oczywiście, 1',
	refuse: 'nie, n, nie dziękuję, odmawiam, nie zgadzam się, 2',
	words: {
		stop: 'przestań*, przestan*, przestać, skończ*, skoncz*, zaprzesta*, zakończ*, zakoncz*, stop, dość, dosyć, koniec, koniec z, zatrzymaj*, wstrzymaj*, anuluj*, anulować, wyłącz*, wylacz*, odpuść*, zablokuj*, stop dla, basta, proszę o zaprzestanie, przerwij*, przerwać',
		contact:
			'pisać*, pisac, pisz, piszcie, pisania, pisanie, wypisywać, wypisywac, kontaktować*, kontaktowac, kontaktuj*, kontaktowania, dzwonić, dzwonic, dzwoń*, dzwoncie, dzwon, dzwonienia, nękać, nekac, nękaj*, nekaj*, nękania, męczyć, męczcie, męcz, zawracać, zawracajcie, zawracaj, niepokoić, niepokoj*, przeszkadzać, przeszkadzaj*, spamować, spamowac, spamuj*, spamowania, smsować, smsuj*, esemesować, zaczepiać, mailować, męczyć mnie',
		send: 'wysyłać, wysylac, wysyłaj*, wysylaj*, wysyłania, wysylania, wysyłanie, wysyłacie, wysyłki, wysyłkę, przysyłać, przysylac, przysyłaj*, przysylaj*, przysyłania, przesyłać, przesylac, przesyłaj*, przesylaj*, przesyłania, wyślij*, słać, ślijcie, śle, nadsyłać, nadsyłania, rozsyłania, dostarczać',
		message:
			'wiadomoś*, wiadomos*, sms*, esemes*, mail*, email*, e mail*, powiadomie*, powiadomień, komunikat*, newsletter*, informacj*, info, alert*, przypomnie*, whatsapp*, korespondencj*, tekst*, od was, śmiec*, smiec*, kontakt*, bzdur*, wysyłk*',
		promotion:
			'reklam*, promocj*, ofert*, spam*, marketing*, ogłosze*, newsletter*, rabat*, kampani*, akcji, handlow*',
		not: 'nie, nigdy, ani, bez, niech',
		no: 'żadnych, zadnych, żadnej, zadnej, żadne, zadne, bez, zero, koniec z, nigdy, dość, dosyć, koniec',
		more: 'więcej, wiecej, już, juz, ponownie, znowu, znów, dalej, dłużej, kolejnych, nigdy więcej, w przyszłości, dalszych, nigdy, innych',
		noMore: 'już nie, juz nie, nigdy więcej, nigdy wiecej, nie więcej, żadnych więcej, nie dłużej, koniec',
		want: 'chcę, chce, chcemy, chciał*, chcial*, życzę, zycze, życzymy, życzyć, potrzebuj*, interesuj*, zainteresowan*, prosił*, prosze o, prosiłem, wyrażam, wyrazam, wyrażał*, wyrażam zgody, zamawiał*, godzę, zgadzam, proszę, zamierzam, pragnę, żądam, potrzebne, bardzo prosze, uprzejmie prosze',
		get: 'otrzymywać, otrzymywac, otrzymywania, dostawać, dostawac, dostać, odbierać, mieć, słyszeć, czytać, widzieć, żebyście pisali, żebyście wysyłali, być',
		remove:
			'usuń*, usun*, usunąć, usunac, usunięcie, usuniecie, wykreśl*, wykresl*, wykreślić, wypisz*, wypisać, wypisac, skasuj*, skasować, wyrzuć*, wyrzuc*, wymaż*, zapomnijcie o, wyrejestruj*, wyrejestrować, wymelduj*, wykluczcie, wywal*, zabierzcie, kasujcie',
		leave: 'opuścić, opuszczam, wyjść, być, wypisuję, odchodzę',
		me: 'mnie, mi, nas, nam, mój telefon, do mnie, mną',
		list: 'list*, baz*, system*, mailing*, kontakt*, grup*, rejestr*, subskrypcj*, bazy danych, kartotek*',
		number:
			'mój numer, moj numer, mojego numeru, ten numer, tego numeru, moje dane, moich danych, mój telefon, mój nr, moj nr, mój adres, numer, na ten numer, mój kontakt, moje nazwisko',
		unsubscribe:
			'wypisz*, wypisać, wypisac, wypisuj*, rezygnuj*, rezygnacj*, zrezygnowa*, wyrejestr*, odsubskryb*, anuluj subskrypcj*, anulować subskrypcję, anuluj* moją subskrypcję, anulowanie subskrypcji, wyrejestrować, wypisanie',
		revoke:
			'wycofuj*, wycofać, cofam, cofnąć, odwołuj*, odwołać, anuluj*, anulować, nie wyrażam, sprzeciw*, wnoszę sprzeciw, sprzeciwiam',
		consent: 'zgod*, zgody, zezwole*, pozwole*, subskrypcj*, przetwarza*, wykorzystywani*',
		idiom:
			'dajcie mi spokój, daj mi spokój, dajcie spokój, daj spokój, dajcie mi święty spokój, zostawcie mnie w spokoju, zostaw mnie w spokoju, odczepcie się, odczep się, odczepcie sie, odwalcie się, odwal się, spadaj*, spierdalaj*, odpierdol*, wypierdal*, pomyłka, to pomyłka, zły numer, zly numer, błędny numer, pomylił pan numer, pomyliliście numer, nie ten numer, mam dość, mam dosyć, mam tego dość, dość tego, dosyć tego, wystarczy, koniec tego, koniec, nigdy więcej, nie pisz*, nie pisz do mnie, nie piszcie do mnie, nie dzwoń*, nie przeszkadzać, nie życzę sobie, nie zyczę sobie tego, nie zycze sobie, nie wysyłajcie, nie wysyłać, proszę nie wysyłać, prosze nie wysylac, proszę nie pisać, prosze nie pisac, przestańcie już, przestańcie, przestań, zapomnijcie o mnie, nie chcę już, nie chce juz, nie chcę tego',
		complaint:
			'zły numer, pomyłka, nie zapisywał*, nigdy się nie zapisywał*, nie wyrażał*, kto to, kim jesteście, spam, wiadomości, sms*, rodo, uodo, nie interesuj*, już mówił*, nękanie, zgłosz*',
		block:
			'jeśli, jeżeli, jesli, gdy, kiedy, dlaczego, czemu, dopóki, dopiero, zanim, przed, po, aż, on, ona, oni, ktoś, chłopak, dziewczyna, mąż, żona, mama, tata, syn, córka, szef, kolega, dziś, dzisiaj, wczoraj, jutro, wieczorem, w nocy, jeszcze nie, zapomnij*, zapomnijcie wysłać, gdzie, kto, ile, przegapić, oprócz, poza, link, przycisk, do ciebie, do was pisać, zamiast, raczej, praca, pracy, spotkani*, deszcz, padać, autobus, będę, muszę, mogę, musiał*, przestał*, przestaje, przychodz*, dostał*, dostaję, nie dostaję, otrzymał*, nie otrzymuję, otrzymuję, przyszedł, przyszła, nie przestawaj*, dalej wysyłajcie, wciąż chcę, że ona, że on',
		other:
			'zamówie*, zamowie*, dostaw*, paczk*, wizyt*, rezerwacj*, faktur*, płatnoś*, platnos*, konto, lot, bilet*, stolik, artykuł*, koszyk*, adres, zdję*, zdjec*, film*, hasł*, kod, kody, kodu, palić, jeść, płakać, śmiać, cen*, umow*, siłowni*, ubezpiecze*, kart*, recept*, lek*, rozmiar, kolor, pociąg, przystan*, ogrzewani*, internet, szkoł*, kurs*, aplikacj*, muzyk*, hałas*, samochód, produkt*, zwrot*, termin*, kurier*, przesyłk*',
		split: 'i, oraz, ale, bo, ponieważ, gdyż, lub, albo, więc, zatem, inaczej, a',
		courtesy:
			'proszę, prosze, poproszę, bardzo proszę, uprzejmie proszę, dziękuję, dziekuje, dzięki, dzieki, dzięks, dziękuje, dzień dobry, dzien dobry, dobry wieczór, cześć, czesc, hej, witam, teraz, natychmiast, od razu, jak najszybciej, niezwłocznie, pozdrawiam, z poważaniem, ok, tak, nie dziękuję, sorry, przepraszam, wreszcie, w końcu, w koncu, naprawdę, ludzie, panie, pani, państwo, kurwa, cholera, do cholery, na zawsze, całkowicie, definitywnie, raz na zawsze, pilne, serio, wszystko, błagam, no',
		fill: 'ja, ty, wy, pan, pani, państwa, państwo, my, i, do, od, z, ze, w, na, o, u, za, przez, dla, się, sie, że, ze, żeby, aby, by, te, ten, ta, to, tego, tej, tych, tym, tymi, wasz*, waszych, wasze, wasza, twój, twoje, twoich, swój, swoje, swoich, swojej, swoją, moj*, mój, moje, moją, mojej, mojego, takich, takie, jest, są, jestem, być, sobie, jak, można, mogę się, czy, możecie, możesz, mogą, mogliby*, mógłby, kolejny raz, raz, razy, wiele, ciągle, ciagle, ciągłe, stale, codziennie, każdy, dzień, wszystkie, wszystkich, wszelkich, wszelkie, jakichkolwiek, jakiekolwiek, tyle, dużo, bardzo, też, tylko, firm*, sklep*, stron*, strony, numer, numeru, telefon*, jakoś, tutaj, tu, niechcian*, natrętn*, cholern*, żadnych, żadnej, prosił*, mówił*, was, wam, was o, coś, nic, nikt, takiego, głupi*, tym, spokój, już, proszę o, go, od was, państwa firmy, stąd, pod, zgody na',
		join: 'zapisz mnie, zapiszcie mnie, zapisać się, zapisuję się, chcę się zapisać, chce sie zapisac, dodaj mnie, dodajcie mnie, dołączyć, dołączam, subskrybuj*, subskrybować, zasubskrybować, wznów*, wznowić, wznówcie, przywróć*, znowu otrzymywać, ponownie otrzymywać, zacznijcie wysyłać, zarejestruj*, aktywuj*',
		again: 'ponownie, znowu, znów',
		help: 'pomoc, pomocy, pomóż, pomóżcie, pomoz, pomożecie, informacji, wsparcie, wsparcia',
	},
};
