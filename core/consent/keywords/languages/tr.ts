import type { Language } from './language';

export const tr: Language = {
	code: 'tr',
	name: 'Turkish',
	sourced: { optOut: 'iptal, dur', optIn: '', help: 'yardım' },
	translated: {
		optOut:
			'ret, durdur, çık, çıkış, çıkar, abonelikten çık, abonelikten çıkar, abonelik iptal, aboneliği iptal et, abonelik iptali, iptal et, bitir, kapat, vazgeç, vazgeçtim, sil, istemiyorum, sms iptal, ret sms, reddet, durun, yeter, listeden çık, üyelik iptal, üyelikten çık, stop',
		optIn:
			'başla, kabul, abone, abone ol, başlat, katıl, devam, devam et, kayıt, kayıt ol, üye ol, onay, abonelik, evet istiyorum, start',
		help: 'yardım et, yardım edin, destek, bilgi, info, imdat',
	},
	confirm: 'evet, e, tamam, onaylıyorum, onayla, onay, kabul, kabul ediyorum, olur, tabii, ok, 1',
	refuse: 'hayır, h, hayır teşekkürler, reddediyorum, kabul etmiyorum, istemiyorum, 2',
	words: {
		stop: 'durdur*, durun, dur, kes, kesin, kesin artık, kesiniz, bırakın, bırak, bırakır mısınız, bırakınız, son ver*, son verin, sonlandır*, iptal, iptal et*, iptal edin, vazgeç*, yeter, yeter artık, bitir*, kapat*, stop, engelle*, bıktım, usandım, bıktık, askıya alın',
		contact:
			'yazmay*, yazmak, yazmaktan, aramay*, aramaktan, aramak, rahatsız etmey*, rahatsız, taciz, taciz etmey*, spamlamay*, mesaj atmay*, mesaj atmaktan, iletişim*, ulaşmay*, ulaşmaktan, darlamay*, sms atmay*, mesajlamay*',
		send: 'gönder*, yolla*, atmay*, atmak*, atılma*, iletmey*, iletmek*',
		message:
			'mesaj*, sms*, bildirim*, mail*, email*, e posta*, eposta*, duyuru*, bülten*, bilgilendirme*, whatsapp*, hatırlatma*, ileti*, sizden, sizden gelen, haber*, uyarı*, saçma*, ıvır zıvır',
		promotion:
			'reklam*, kampanya*, promosyon*, spam*, pazarlama*, tanıtım*, indirim*, teklif*, ilan*, fırsat*, ticari*, bülten*',
		not: 'değil, asla, hiç, sakın, istemiyor*, hiçbir',
		no: 'hiçbir, hiç, yok, yeter, asla',
		more: 'artık, daha, bir daha, tekrar, yine, daha fazla, bundan sonra, bundan böyle, başka, bir daha asla, gelecekte, sürekli',
		noMore: 'bir daha asla, artık yok, artık yeter, yeter artık',
		want: 'istiyor*, isterim, talep ediyor*, rica ediyor*, ilgilen*, ihtiyac*, onay ver*, izin ver*',
		notWant:
			'istemiyor*, istemem, istemeyiz, istemiyom, ilgilenmiyor*, ilgimi çekmiyor, gerek yok, lazım değil, izin vermiyor*, onaylamıyor*, onay vermiyor*, kabul etmiyor*, ihtiyacım yok, onayım yok, iznim yok, istemedim, ilgilenmem, izin vermedim, onay vermedim',
		notContact:
			'yazmayın*, yazma, yazmasın*, aramayın*, arama, aramasın*, rahatsız etmeyin*, rahatsız etme, rahatsız etmesin*, rahatsız edilmek istemiyor*, spamlamayın, taciz etmeyin*, taciz etme, iletişime geçmeyin*, iletişim kurmayın*, mesaj atmayın*, mesaj atma, sms atmayın*, sms atma, ulaşmayın*, mesaj yazmayın*, mesaj yazma, darlamayın, mesaj çekmeyin',
		notSend:
			'göndermeyin*, gönderme, göndermesin*, yollamayın*, yollama, atmayın*, atma, atmasın*, iletmeyin*, gelmesin*, gönderilmesin*',
		get: 'almak*, almay*, alma, alıyor*, görmek*, duymak*, gelmesini*, gelmesi, ulaşmasını, göndermenizi, göndermeni, yazmanızı, atmanızı, aranmak, kalmak, rahatsız edilmek',
		remove:
			'silin*, sil, silmeni*, silin lütfen, çıkar*, kaldır*, unutun*, unut, sildir*, çıkmak*, silip, siler misiniz, ayırın, düşürün',
		leave: 'çık*, ayrıl*, kalmak*, olmak*',
		me: 'beni, bana, bize, bizi, benim, telefonuma, numarama, benimle, bizimle, adımı',
		list: 'liste*, rehber*, veritaban*, veri taban*, sistem*, kayıt*, grup*, üyelik*, abonelik*, data*, defter*',
		number:
			'numaram*, bu numara*, telefonum*, telefon numaram*, bilgilerim*, verilerim*, kişisel verilerim*, adım*, kaydım*, iletişim bilgilerim*, cep numaram*, numarayı',
		unsubscribe:
			'abonelikten çık*, aboneliğimi iptal*, aboneliği iptal*, abonelik iptal*, aboneliğimin iptali*, aboneliğimi sonlandır*, aboneliğimi bitir*, aboneliğimi durdur*, üyeliğimi iptal*, üyelikten çık*, üyeliğimi sil*, üyelik iptal*, listeden çık*, listenizden çık*, abonelikten ayrıl*, kaydımı sil*, kaydımı iptal*, aboneliğime son*, sms iptal*, mesaj iptal*',
		revoke:
			'geri çek*, geri alıyor*, iptal ed*, iptal et*, ret ediyor*, reddediyor*, vermiyor*, kaldırıyor*, geri al*',
		consent: 'onay*, rıza*, izn*, izin*, muvafakat*, abonelik*, aboneliğim*, üyeliğim*',
		idiom:
			'beni rahat bırakın, beni rahat bırak, rahat bırakın, rahat bırak, beni rahat bırakın artık, yanlış numara, numara yanlış, yanlış kişi, yeter, yeter artık, yeter be, bıktım, bıktım artık, defolun, defol, siktir, siktirin, siktir git, kesin artık, kesin şunu, kes artık, istemiyorum, istemiyorum artık, artık istemiyorum, düşün yakamdan, yakamı bırakın',
		complaint:
			'yanlış numara, kayıt olmadım, abone olmadım, üye değilim, bu kim, sen kimsin, spam, dedim ya, izin vermedim',
		block:
			'etmeyin, etmeyiniz, etmesin, eğer, niye, neden, niçin, iken, kadar, önce, sonra, o, onlar, birisi, biri, sevgilim, eşim, kocam, karım, annem, babam, oğlum, kızım, patron*, arkadaş*, bugün, dün, yarın, akşam, gece, henüz, unutmayın, unutma, nerede, nerde, kim, kaç, kaçırmak, hariç, dışında, link*, buton*, yerine, iş, işte, toplant*, yağmur*, otobüs*, gelmedi, gelmiyor, ulaşmadı, almadım, alamıyorum, alamadım, geldi, durdurmayın, durmayın, kesmeyin, bırakmayın, devam edin, çıkarmayın, silmeyin, iptal etmedim, iptal mi, sana yazmak, saat, ne',
		other:
			'sipariş*, teslimat*, kargo*, paket*, randevu*, rezervasyon*, fatura*, ödeme*, hesap, hesab*, uçuş*, bilet*, masa*, ürün*, sepet*, adres*, foto*, resim*, video*, şifre*, kod, kodu, kodunu, sigara*, yemek*, ağla*, gül*, fiyat*, sözleşme*, spor salon*, sigorta*, kart*, reçete*, ilaç*, beden*, renk*, tren*, durak*, durağ*, kalorifer*, internet*, okul*, kurs*, uygulama*, müzik*, gürültü*, araba*, iade*, toplantı*, tur*',
		split: 've, ama, fakat, çünkü, ya da, veya, yoksa, o yüzden, bu yüzden, ancak',
		courtesy:
			'lütfen, lutfn, rica ederim, rica ediyorum, teşekkürler, teşekkür ederim, tşk, tşkler, sağol, sağolun, merhaba, mrb, selam, slm, iyi günler, günaydın, iyi akşamlar, şimdi, hemen, derhal, acilen, acil, bir an önce, en kısa sürede, saygılar, saygılarımla, kolay gelsin, ok, tamam, evet, hayır, pardon, özür dilerim, yahu, ya, gerçekten, arkadaşlar, beyefendi, hanımefendi, lanet, kahretsin, allah aşkına, temelli, tamamen, kesinlikle, sonsuza kadar, artık, arkadaşım, kardeşim, hocam, sayın yetkili, yetkili, hepsini',
		fill: 'ben, sen, siz, biz, bu, şu, bunu, bunlar, bunları, şunu, şunları, sizin, sizden, size, senin, firma*, şirket*, mağaza*, bir, çok, her, gün, hep, sürekli, devamlı, bütün, tüm, tür*, tarz*, gibi, için, ile, da, de, mi, mu, misiniz, musunuz, nasıl, yapabilirim, edebilirim, edebilir, eder, olur, olsun, ol, olarak, kez, kere, defa, defalarca, gelen, gönderdiğiniz, attığınız, yolladığınız, hiçbir şey, şey, şeyler, telefon*, numara*, bana, istenmeyen, gereksiz, saçma sapan, hat*, kadar, buradan, burdan, sizlerden, taraf*, ediyorum, edin, etmek, etmenizi, yapın, yapmak, ediniz, talep, ederim, isimli, ait, nolur, bi',
		join: 'abone ol*, abone olmak, kayıt ol*, kaydol*, kaydet*, kaydedin, üye ol*, üye yap*, beni ekle*, ekleyin, katıl*, yeniden abone, tekrar abone, tekrar almak, yeniden almak, tekrar gönder*, başlatın, aktif et*',
		again: 'tekrar, yeniden, yine',
		help: 'yardım*, yardım edin, yardım eder misiniz, destek, bilgi',
	},
};
