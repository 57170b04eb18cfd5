import type { Language } from './language';

export const ms: Language = {
	code: 'ms',
	name: 'Malay',
	sourced: {},
	translated: {
		optOut:
			'berhenti, batal, batalkan, henti, hentikan, keluar, tamat, tamatkan, henti langganan, berhenti langganan, berhenti melanggan, batal langganan, batalkan langganan, stop, stop all, nyahlanggan, padam, buang, cukup, tak nak, tolak, nyahdaftar, stop sms',
		optIn:
			'mula, daftar, sertai, langgan, sambung, teruskan, aktifkan, melanggan, mulakan, ya mahu, join, setuju terima',
		help: 'bantuan, tolong, bantu, info, maklumat, bantu saya',
	},
	confirm: 'ya, y, setuju, sah, sahkan, ok, okay, baik, boleh, betul, nak, 1',
	refuse: 'tidak, t, tak, tak nak, taknak, tidak terima kasih, tolak, 2',
	verbFirst: true,
	words: {
		stop: 'berhenti, hentikan, stop, henti, cukup, cukuplah, tamatkan, matikan, batalkan, nyahaktifkan, sudah sudahlah, berhentilah, dihentikan, stopkan, bosan dengan, penat dengan, fed up dengan, muak dengan, sekat, block',
		contact:
			'hubungi, menghubungi, ganggu, mengganggu, kacau, mengacau, mesej, whatsapp, wasap, wsap, sms, telefon, call, menelefon, kontak, contact, spam, text, dihubungi, diganggu, texting, msg, menghantar mesej, tulis, menulis',
		send: 'hantar, menghantar, hantarkan, dihantar, kirim, mengirim, kirimkan, penghantaran, send, hntr, hantar hantar, bagi',
		message:
			'mesej*, msj, msg, sms*, teks*, notifikasi*, pemberitahuan*, emel*, email*, e mel*, makluman*, info, maklumat*, whatsapp*, wasap*, peringatan*, surat*, berita, hebahan*, siaran, update*, kemas kini, buletin*, newsletter*, daripada anda, dari korang, benda, sampah',
		promotion:
			'promo*, iklan*, tawaran*, spam*, marketing*, pemasaran*, pengiklanan*, diskaun*, newsletter*, kempen*',
		not: 'jangan, jgn, tidak, tak, x, tdk, tanpa, bukan, jangan pernah, xnak, taknak, tk',
		no: 'tanpa, tiada, takde, jangan ada, tak ada',
		more: 'lagi, lg, selepas ini, lepas ni, seterusnya, pada masa depan, pernah, semula, dah',
		noMore:
			'tidak lagi, tak lagi, jangan lagi, sudah tidak, dah tak, tak nak dah, takde lagi, xnak dah, taknak dah',
		want: 'mahu, nak, ingin, hendak, berminat, minat, perlu, perlukan, memerlukan, mahukan, inginkan, minta, bersetuju, setuju, membenarkan, suka, teringin, rela, memohon',
		notWant:
			'taknak, xnak, tak nak, tak mahu, tidak mahu, tidak ingin, tak ingin, x nak, tamau, tak mau, tidak berminat, tak berminat, xmau, x mau, tidak perlu, tak perlu, tak perlukan',
		get: 'terima, menerima, dapat, mendapat, dapatkan, dapat mesej, melihat, mendengar, dihubungi, diganggu, tengok, berada',
		remove:
			'buang, buangkan, membuang, padam, padamkan, memadam, keluarkan, mengeluarkan, hapus, hapuskan, delete, remove, gugurkan, potong, lupakan, dikeluarkan, dipadam, dibuang, singkirkan',
		leave: 'keluar, keluar dari, keluar daripada, meninggalkan, tarik diri, tarik diri dari',
		me: 'saya, sy, aku, kami, kita, i, telefon saya, diri saya',
		list: 'senarai*, list, pangkalan data, database, kumpulan, group, sistem, kenalan, langganan, contact, perkhidmatan, senarai hitam',
		number:
			'nombor saya, no saya, nombor ini, nombor ni, no ni, no telefon saya, nombor telefon saya, data saya, maklumat saya, nama saya, kenalan saya, nombor, no phone saya, nombor aku, no aku, no fon saya, details saya',
		unsubscribe:
			'berhenti langganan, berhenti melanggan, henti langganan, hentikan langganan, batal langganan, batalkan langganan, nyahlanggan*, nyahdaftar*, unsubscribe, unsub, tamatkan langganan, tamat langganan, stop langganan, tidak mahu melanggan, tak nak langgan, batal melanggan, tidak mahu langganan, membatalkan langganan, menamatkan langganan',
		revoke: 'tarik balik, menarik balik, tarik, batalkan, membatalkan, menolak',
		consent: 'persetujuan*, kebenaran*, izin*, langganan*, keizinan*',
		idiom:
			'jangan ganggu, jangan kacau, tinggalkan saya, jangan hantar, salah nombor, salah number, nombor salah, salah orang, anda salah nombor, cukup, cukup cukuplah, cukuplah, sudah cukup, dah cukup, berhenti, hentikan, hentikan ini, stop la, stop lah, berambus, tak nak dah, taknak dah, xnak dah, tak mahu lagi, tidak mahu lagi, tak nak lagi, xpayah hantar lagi, tolong berhenti, tolong hentikan',
		complaint:
			'salah nombor, tak pernah daftar, tidak pernah mendaftar, tak daftar, siapa ni, ini siapa, siapa awak, siapa anda, spam, tak berminat, tidak berminat, dah cakap',
		block:
			'kalau, jika, bila, apabila, ketika, semasa, kenapa, mengapa, sampai, sehingga, sebelum, selepas, dia, mereka, seseorang, suami*, isteri*, mak, ayah, anak*, bos, kawan*, hari ini, semalam, esok, malam, nanti, belum, lupa, mana, siapa, berapa, terlepas, kecuali, pautan, link, butang, daripada hantar, sebaliknya, kerja, ofis, mesyuarat, hujan, bas, hentian, tak berhenti, tidak berhenti, jangan berhenti, jangan stop, jangan padam, jangan batalkan, jangan buang, tidak menerima, tak terima, tak dapat, dah terima, teruskan hantar, pukul',
		other:
			'pesanan*, order*, tempahan*, pakej*, bungkusan*, parcel*, barang*, temujanji*, janji temu, jadual*, bil*, bayaran*, bayar, akaun*, penerbangan*, tiket*, meja*, produk*, troli*, alamat*, foto*, gambar*, video*, kata laluan*, password*, kod*, otp, tac, rokok*, merokok, menangis, makan*, ketawa, harga*, kontrak*, gim*, gym, insurans*, kad*, preskripsi*, ubat*, saiz*, warna*, tren*, internet, wifi, sekolah*, kursus*, aplikasi*, app*, muzik*, bising*, kereta*, refund*, kurier*, doktor*, kucing, klinik*',
		split: 'dan, tapi, tetapi, namun, kerana, sebab, atau, kalau tidak, jadi',
		courtesy:
			'tolong, tlg, sila, mohon, harap, please, pls, plis, terima kasih, tq, tqvm, thanks, thank you, thx, hai, hi, hello, helo, selamat pagi, selamat petang, selamat malam, salam, assalamualaikum, sekarang, skrg, segera, secepat mungkin, serta merta, sekarang juga, ok, okay, ya, tidak terima kasih, maaf, encik, cik, puan, tuan, kak, abang, bang, bos, boss, lah, la, je, sahaja, selamanya, selama lamanya, kekal, semua, semuanya, dah, sudah, dik, weh, wei, woi',
		fill: 'anda, awak, kamu, korang, kau, engkau, dari, daripada, ke, kepada, di, untuk, utk, dengan, dgn, ini, ni, itu, tu, tersebut, yang, yg, nya, setiap, tiap, hari, terus, sentiasa, selalu, kerap, banyak, sangat, terlalu, semua, segala, apa, syarikat, kedai, pihak, nombor, no, telefon, fon, phone, sini, situ, bagaimana, macam mana, camana, cara, boleh, bolehkah, boleh tak, supaya, agar, kali, berkali kali, minta, cakap, juga, hanya, seperti, macam, jenis, mengarut, merepek, via, melalui, mulai, pada, oleh, akan, payah, perlu, kah, pun, tentang, mengenai, hal, telah, sebagai, dalam, diri, sebarang, mana mana',
		join: 'daftarkan saya, daftar saya, nak daftar, mahu daftar, nak langgan, mahu melanggan, ingin melanggan, nak join, nak sertai, mahu sertai, tambah saya, masukkan saya, aktifkan semula, sambung langganan, langgan semula, melanggan semula, nak terima semula, mahu terima semula, terima semula, daftar semula',
		again: 'semula, lagi, kembali',
		help: 'bantuan, bantu, bantu saya, info, maklumat, tolong bantu',
	},
};
