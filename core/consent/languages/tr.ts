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
		stop: 'durdur*, durun, dur, kes, kesin, kesin artık, kesiniz, bırakın, birakin, bırak, bırakır mısınız, bırakınız, son ver*, son verin, sonlandır*, iptal, iptal et*, iptal edin, vazgeç*, vazgec*, yeter, yeter artık, bitir*, kapat*, stop, engelle*, bıktım, biktim, usandım, bıktık, askıya alın',
		contact:
			'yazmay*, yazmak, yazmaktan, aramay*, aramaktan, aramak, rahatsız etmey*, rahatsiz etmey*, rahatsız, rahatsiz, taciz, taciz etmey*, spamlamay*, mesaj atmay*, mesaj atmaktan, iletişim*, iletisim*, ulaşmay*, ulaşmaktan, darlamay*, sms atmay*, mesajlamay*',
		send: 'göndermey*, gondermey*, göndermek*, gondermek*, gönderim*, gonderim*, gönder*, gonder*, yollamay*, yollamak*, yolla*, atmay*, atmak*, atılma*, iletmey*, iletmek*, gönderilme*, gonderilme*, gönderil*',
		message:
			'mesaj*, sms*, bildirim*, mail*, email*, e posta*, eposta*, duyuru*, bülten*, bulten*, bilgilendirme*, whatsapp*, hatırlatma*, ileti*, sizden, sizden gelen, haber*, uyarı*, saçma*, ıvır zıvır',
		promotion:
			'reklam*, kampanya*, promosyon*, spam*, pazarlama*, tanıtım*, tanitim*, indirim*, teklif*, ilan*, fırsat*, firsat*, ticari*, bülten*',
		not: 'değil, degil, asla, hiç, hic, sakın, sakin, istemiyor*, hiçbir',
		no: 'hiçbir, hicbir, hiç, hic, yok, yeter, asla',
		more: 'artık, artik, daha, bir daha, tekrar, yine, daha fazla, bundan sonra, bundan böyle, başka, bir daha asla, gelecekte, sürekli',
		noMore: 'bir daha asla, artık yok, artık yeter, yeter artık',
		want: 'istiyor*, isterim, istiyoruz, talep ediyor*, rica ediyor*, ilgilen*, ihtiyac*, onay ver*, izin ver*',
		notWant:
			'istemiyor*, istemem, istemeyiz, istemiyom, istemiyorm, ilgilenmiyor*, ilgimi çekmiyor, gerek yok, lazım değil, lazim degil, izin vermiyor*, onaylamıyor*, onay vermiyor*, kabul etmiyor*, ihtiyacım yok, onayım yok, iznim yok, istemedim, ilgilenmem, izin vermedim, onay vermedim',
		notContact:
			'yazmayın*, yazmayin*, yazma, yazmasın*, aramayın*, aramayin*, arama, aramasın*, rahatsız etmeyin*, rahatsiz etmeyin*, rahatsız etme, rahatsız etmesin*, rahatsız edilmek istemiyor*, spamlamayın, taciz etmeyin*, taciz etme, iletişime geçmeyin*, iletisime gecmeyin*, iletişim kurmayın*, mesaj atmayın*, mesaj atmayin*, mesaj atma, sms atmayın*, sms atma, ulaşmayın*, mesaj yazmayın*, mesaj yazma, darlamayın, mesaj çekmeyin',
		notSend:
			'göndermeyin*, gondermeyin*, gönderme, gonderme, göndermesin*, göndermeyiniz, gondermeyiniz, yollamayın*, yollamayin*, yollama, atmayın*, atmayin*, atma, atmasın*, iletmeyin*, gelmesin*, gönderilmesin*, gonderilmesin*',
		get: 'almak*, almay*, alma, alıyor*, görmek*, gormek*, duymak*, gelmesini*, gelmesi, ulaşmasını, göndermenizi, göndermeni, yazmanızı, atmanızı, aranmak, kalmak, rahatsız edilmek',
		remove:
			'silin*, sil, silinsin, silinmesi*, silinmek, silmeni*, silmenizi, silin lütfen, çıkar*, cikar*, çıkarın*, çıkartın*, çıkart*, kaldır*, kaldir*, unutun*, unut, sildir*, çıkmak*, cikmak*, silip, siler misiniz, ayırın, düşürün',
		leave: 'çık*, cik*, çıkmak*, ayrıl*, ayril*, çıkış*, kalmak*, olmak*',
		me: 'beni, bana, bize, bizi, benim, telefonuma, numarama, benimle, bizimle, adımı',
		list: 'liste*, listenizden, rehber*, veritaban*, veri taban*, sistem*, kayıt*, kayit*, grup*, üyelik*, uyelik*, abonelik*, data*, defter*',
		number:
			'numaram*, numarami, numaramı, bu numara*, telefonum*, telefon numaram*, bilgilerim*, verilerim*, kişisel verilerim*, adım*, kaydım*, kaydimi, iletişim bilgilerim*, cep numaram*, numarayı',
		unsubscribe:
			'abonelikten çık*, abonelikten cik*, aboneliğimi iptal*, aboneligimi iptal*, aboneliği iptal*, aboneligi iptal*, abonelik iptal*, aboneliğimin iptali*, aboneliğimi sonlandır*, aboneliğimi bitir*, aboneliğimi durdur*, üyeliğimi iptal*, uyeligimi iptal*, üyelikten çık*, uyelikten cik*, üyeliğimi sil*, üyelik iptal*, listeden çık*, listeden cik*, listenizden çık*, listenizden cik*, abonelikten ayrıl*, kaydımı sil*, kaydimi sil*, kaydımı iptal*, aboneliğime son*, sms iptal*, mesaj iptal*',
		revoke:
			'geri çek*, geri cek*, geri alıyor*, iptal ed*, iptal et*, ret ediyor*, reddediyor*, vermiyor*, kaldırıyor*, geri al*',
		consent: 'onay*, rıza*, riza*, izn*, izin*, muvafakat*, abonelik*, aboneliğim*, üyeliğim*',
		idiom:
			'beni rahat bırakın, beni rahat birakin, beni rahat bırak, rahat bırakın, rahat birakin, rahat bırak, beni rahat bırakın artık, rahatsız etmeyin, rahatsiz etmeyin, rahatsız etme, yanlış numara, yanlis numara, numara yanlış, yanlış kişi, yeter, yeter artık, yeter be, yeter artik, bıktım, bıktım artık, bıktım sizden, defolun, defol, siktir, siktirin, siktir git, kesin artık, kesin şunu, kes artık, kesin şu mesajları, beni unutun, numaramı unutun, yazmayın, yazma, yazmayın artık, aramayın, göndermeyin, mesaj istemiyorum, istemiyorum, istemiyorum artık, artık istemiyorum, sms istemiyorum, reklam istemiyorum, mesaj atmayın, düşün yakamdan, yakamı bırakın, beni listeden çıkarın, mesaj gelmesin, mesaj göndermeyin',
		complaint:
			'yanlış numara, yanlis numara, kayıt olmadım, abone olmadım, üye değilim, kimsiniz, bu kim, sen kimsin, spam, mesajlar, sms*, ilgilenmiyor*, taciz, şikayet*, sikayet*, kvkk, iys, dedim ya, izin vermedim',
		block:
			'etmeyin, etmeyiniz, etmesin, eğer, eger, niye, neden, niçin, ne zaman, iken, kadar, önce, once, sonra, o, onlar, birisi, biri, sevgilim, eşim, kocam, karım, annem, babam, oğlum, kızım, patron*, arkadaş*, arkadas*, bugün, bugun, dün, yarın, yarin, akşam, gece, henüz, unutmayın, unutmayin, unutma, nerede, nerde, kim, kaç, kaçırmak, hariç, dışında, link*, buton*, yerine, iş, işte, toplant*, yağmur*, otobüs*, gelmedi, gelmiyor, ulaşmadı, almadım, alamıyorum, alamadım, geldi, durdurmayın, durdurmayin, durmayın, kesmeyin, bırakmayın, devam edin, çıkarmayın, cikarmayin, silmeyin, iptal etmeyin, iptal etmedim, iptal mi, sana yazmak, saat, ne',
		other:
			'sipariş*, siparis*, teslimat*, kargo*, paket*, randevu*, rezervasyon*, fatura*, ödeme*, odeme*, hesap, hesab*, uçuş*, ucus*, bilet*, masa*, ürün*, urun*, sepet*, adres*, foto*, resim*, video*, şifre*, sifre*, kod, kodu, kodunu, sigara*, yemek*, ağla*, gül*, fiyat*, sözleşme*, sozlesme*, spor salon*, sigorta*, kart*, reçete*, ilaç*, ilac*, beden*, renk*, tren*, durak*, durağ*, kalorifer*, internet*, okul*, kurs*, uygulama*, müzik*, gürültü*, araba*, iade*, toplantı*, tur*',
		split: 've, ama, fakat, çünkü, cunku, ya da, veya, yoksa, o yüzden, bu yüzden, ancak',
		courtesy:
			'lütfen, lutfen, lutfn, rica ederim, rica ediyorum, teşekkürler, tesekkurler, teşekkür ederim, tesekkur ederim, tşk, tşkler, tsk, sağol, sagol, sağolun, merhaba, mrb, selam, slm, iyi günler, iyi gunler, günaydın, iyi akşamlar, şimdi, simdi, hemen, derhal, acilen, acil, bir an önce, en kısa sürede, saygılar, saygılarımla, kolay gelsin, ok, tamam, evet, hayır, hayır teşekkürler, pardon, özür dilerim, yahu, ya, gerçekten, arkadaşlar, beyefendi, hanımefendi, lanet, kahretsin, allah aşkına, temelli, tamamen, kesinlikle, sonsuza kadar, artık, artik, arkadaşım, kardeşim, kardesim, hocam, sayın yetkili, yetkili, hepsini',
		fill: 'ben, sen, siz, biz, bu, şu, su, bunu, bunlar, bunları, şunu, şunları, sizin, sizden, size, senin, tarafınızdan, tarafınızca, tarafıma, tarafima, firma*, şirket*, sirket*, mağaza*, magaza*, bir, çok, cok, her, gün, gun, hep, sürekli, surekli, devamlı, bütün, tüm, tum, tür*, tarz*, gibi, için, icin, ile, da, de, mi, mı, mu, mü, misiniz, mısınız, musunuz, nasıl, nasil, yapabilirim, edebilirim, edebilir, eder, olur, olsun, ol, olarak, kez, kere, defa, defalarca, gelen, gönderdiğiniz, gonderdiginiz, attığınız, yolladığınız, hiçbir şey, şey, şeyler, telefon*, numara, numara*, bana, istenmeyen, gereksiz, saçma sapan, hat*, hattım*, hattıma, kadar, buradan, burdan, sizlerden, taraf*, ediyorum, edin, etmek, etmenizi, yapın, yapmak, ediniz, talep, ederim, isimli, ait, nolur, bi',
		join: 'abone ol*, abone olmak, kayıt ol*, kaydol*, kaydet*, kaydedin, üye ol*, üye yap*, beni ekle*, ekleyin, katıl*, katil*, yeniden abone, tekrar abone, tekrar almak, yeniden almak, tekrar gönder*, başlatın, baslatin, aktif et*, katılmak',
		again: 'tekrar, yeniden, yine',
		help: 'yardım*, yardim*, yardım edin, yardım eder misiniz, destek, bilgi',
	},
};
