import type { Language } from './language';

export const hu: Language = {
	code: 'hu',
	name: 'Hungarian',
	sourced: {},
	translated: {
		optOut:
			'stop, leiratkozás, leiratkozom, leiratkozni, leiratkozás sms, leiratkoz, leállít, leállítás, leállítom, lemondás, lemondom, lemond, mégse, vége, elég, töröl, törlés, töröljenek, törölj, kilépés, kilépek, megszüntetés, megszüntet, állj, hagyják abba, nem kérem, visszavonás, visszavonom, elutasítom',
		optIn:
			'start, feliratkozás, feliratkozom, feliratkoz, kezdés, indít, indítás, folytatás, csatlakozás, csatlakozom, regisztráció, regisztrálok, igénylem, kérem a hírlevelet, elindít, rendben kérem',
		help: 'segítség, súgó, segítsen, segítsenek, info, információ, segits',
	},
	confirm:
		'igen, i, igen kérem, megerősítem, megerősít, elfogadom, egyetértek, persze, rendben, oké, ok, kérem, 1',
	refuse: 'nem, n, nem köszönöm, elutasítom, nem fogadom el, nem kérem, 2',
	words: {
		stop: 'hagyja abba, hagyják abba, hagyd abba, hagyjátok abba, abba, abbahagy*, fejezze be, fejezzék be, fejezd be, fejezzétek be, befejez*, szüntess*, szüntet*, megszüntet*, állíts*, leállít*, állj, álljanak le, álljatok le, stop, elég, elég volt, elegem van, elegem, torkig, mondják le, lemond*, mondd le, kapcsolják ki, kikapcsol*, szűnjenek meg, vége, stoppol*, mellőzz*',
		contact:
			'írni, írogat*, irkálni, üzengetni, zaklat*, keresni, keressenek, keress, keresgél*, hívogat*, hívni, telefonálni, zavarni, zavarják, spammel*, spamel*, piszkál*, megkeres*, kapcsolatfelvétel*, háborgat*, smsez*, bombáz*',
		send: 'küld*, továbbít*, kiküld*',
		message:
			'üzenet*, sms*, szöveges*, email*, e mail*, mail*, értesítés*, értesítő*, hírlevel*, tájékoztat*, információ*, levél*, emlékeztető*, whatsapp*, megkeresés*, önöktől, tőletek, hírek*, cuccot, szar*',
		promotion: 'reklám*, hirdetés*, ajánlat*, promó*, akció*, spam*, marketing*, kampány*, kupon*, hírlevel*',
		not: 'ne, nem, soha, sem, se, nélkül, sose',
		no: 'semmilyen, semmi, nincs, nem kell, nem kérek, nulla, soha, ne',
		more: 'több, többet, többé, többször, tovább, további, megint, újra, ismét, soha, mostantól, ezentúl, a jövőben',
		noMore: 'soha többet, nem többet, soha többé, ne többet, nincs több',
		want: 'akarok, akarom, akarunk, szeretnék, szeretném, kérek, kérem, kívánok, kívánom, kérünk, igénylek, igénylem, kértem, kértük, érdekel*, érdeklődöm, kell, kellenek, hozzájárul*, szükségem, óhajtok, tartok igényt, igényt, járulok, kerem szepen',
		get: 'kapni, kapjak, kapok, kapom, fogadni, hallani, látni, olvasni, megkapni, keressenek',
		notContact:
			'ne írj*, ne írjatok, ne írjanak, ne zaklass*, ne zaklas*, ne zavar*, ne keress*, ne hívj*, ne hívogass*, ne írogass*, ne spammelj*, ne üzenget*, ne üzenj*, ne zavarj*, ne írkálj*, ne háborgass*',
		notSend: 'ne küldj*, ne küldözgess*, ne küldjenek, ne küldjetek',
		remove:
			'töröl*, törlés*, vegyenek le, vegyetek le, vegyél le, vegyen le, vegyenek ki, vegyetek ki, vegyél ki, vegyék ki, vegyék le, távolíts*, eltávolít*, kivesz*, húzzanak ki, húzzatok ki, kihúz*, felejts*, iratkoz*, szedjetek le, szedjenek le, vegyen ki',
		leave: 'kilép*, ki szeretnék lépni, elhagy*, kiszáll*, lekerül*, szerepelni, lenni, rajta',
		me: 'engem, nekem, minket, nekünk, rám, rank, telefonomra, velem, hozzám, a telefonom',
		list: 'list*, adatbáz*, rendszer*, nyilvántartás*, névjegy*, csoport*, címlist*, feliratkozás*, kontakt*, hírlevéllistá*',
		number:
			'számom*, telefonszámom*, számot, számra, adataim*, nevem*, elérhetőség*, mobilszámom*, e mail címem*, adatomat, ezt a számot, erre a számra, számról',
		unsubscribe:
			'leiratkoz*, leirakoz*, lejelentkez*, lemondom a feliratkoz*, lemondom a hírlevel*, iratkoztass*, iratkoztassanak le, le szeretnék iratkozni, le akarok iratkozni, le kívánok iratkozni, szeretnék leiratkozni, iratkozni',
		revoke: 'visszavon*, lemond*, megszüntet*, megvon*, tiltakoz*, letilt*, tiltom, megtilt*',
		consent: 'hozzájárulás*, engedély*, beleegyezés*, feliratkozás*, előfizetés*, adatkezelés*',
		idiom:
			'hagyjanak békén, hagyjatok békén, hagyj békén, hagyjon békén, hagyjál békén, hagyjanak már békén, hagyjatok már békén, hagyjon már békén, szálljanak le rólam, szálljatok le rólam, szállj le rólam, rossz szám, rossz számot, téves szám, téves hívás, tévedés, elég volt, elég ebből, elegem van, elegem van ebből, hagyják abba, hagyjátok abba, hagyd abba, hagyja abba, húzzatok el, húzz el, tűnjetek el, menjenek a francba, menjetek a francba, menj a picsába, bazdmeg, kopjatok le, kopj le, koptok le, felejtsenek el, felejtsetek el, felejts el, nem kérek több, nem kérek többet, nem kérem tovább, nem kérek semmit, köszönöm nem kérem, nem kérem többet, nem akarom többet, nem akarom tovább',
		complaint:
			'rossz szám, téves szám, nem iratkoztam, sosem iratkoztam, nem regisztráltam, ki ez, kik ezek, kik maguk, spam, nem érdekel, már mondtam',
		block:
			'ha, amikor, amíg, mikor, miért, ameddig, addig, előtt, után, ő, valaki, barátom, barátnőm, férjem, feleségem, anyám, apám, fiam, lányom, főnök*, kolléga, ma, tegnap, holnap, este, éjjel, még nem, ne felejts*, nehogy elfelejt*, el ne felejt*, hol, merre, mennyi, kihagyni, lemaradni, kivéve, link*, gomb*, helyett, inkább, munka*, értekezlet*, eső*, busz*, fogok, kellett, tudom abbahagyni, abbahagyta*, megérkez*, jött, jöttek, kaptam, kapok, érkezett, nem jön, nem jönnek, ne hagyják abba, ne hagyja abba, ne hagyd abba, folytassák, folytassátok, hogy ne, neked írni',
		other:
			'rendelés*, megrendelés*, szállít*, csomag*, időpont*, foglalás*, számla*, fizetés*, fiók*, járat*, repül*, jegy*, asztal*, termék*, kosar*, cím*, fotó*, kép*, videó*, jelszó*, kód*, dohányoz*, sír*, nevet*, ár*, szerződés*, edzőterem, biztosítás*, kárty*, recept*, gyógyszer*, méret*, szín*, vonat*, megálló*, fűtés*, internet*, iskol*, tanfolyam*, alkalmazás*, applikáció*, zene*, zaj*, autó*, futár*, visszaküld*',
		split: 'és, de, mert, mivel, vagy, különben, ezért, szóval, tehát, hanem',
		courtesy:
			'kérem, kérlek, légyszi, légyszíves, légy szíves, legyenek szívesek, legyen szíves, köszönöm, köszi, kösz, köszönettel, előre is köszönöm, szia, sziasztok, helló, jó napot, jó estét, üdv, üdvözlettel, tisztelettel, tisztelt, most, azonnal, rögtön, mielőbb, sürgősen, minél előbb, haladéktalanul, már, végre, ok, oké, igen, nem köszönöm, bocsánat, bocs, emberek, uram, hölgyem, a fenébe, a francba, francba, basszus, örökre, végleg, véglegesen, teljesen, egyszer és mindenkorra, tényleg, mindent, szépen',
		fill: 'én, te, ti, mi, ön, önök, önöktől, a, az, egy, ez, ezt, ezek, ezeket, ezekből, ezekkel, ezzel, ebből, arról, erről, azt, azok, azokat, ilyen, ilyeneket, hogy, hogyan, lehet, tudok, tudnák, tudna, tudnátok, legyen, lenne, is, meg, most, mindig, folyton, állandó*, folyamatos*, naponta, minden, nap, sok, ennyi, annyi, túl, nagyon, összes, bármilyen, valamilyen, cég*, bolt*, üzlet*, oldal*, részről, részéről, telefon*, szám, innen, itt, erre, arra, többször, ezerszer, sokszor, kértem, mondtam, kéretlen*, idegesítő*, hülye, semmit, semmi, valami, el, fel, ki, be, rá, vele, velük, róla, magukat, magát, saját, lettem, vagyok, van, volt, tőlük, való, kapcsolatban, részemre, számomra, többé, magamat, abból',
		join: 'feliratkoz*, írjanak fel, írjatok fel, vegyenek fel, vegyetek fel, vegyél fel, vegyen fel, csatlakoz*, regisztrál*, újra feliratkoz*, újra kapni, ismét kapni, aktivál*, küldjék újra, indítsák újra, hozzáad*, adjanak hozzá',
		again: 'újra, megint, ismét',
		help: 'segítség*, segítsen*, segítsetek, segíts, segíteni, információ*, súgó, tájékoztatás*',
	},
};
