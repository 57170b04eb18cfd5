import type { Language } from './language';

export const id: Language = {
	code: 'id',
	name: 'Indonesian',
	sourced: { optOut: 'berhenti, stop, unreg', optIn: 'reg', help: 'info' },
	translated: {
		optOut:
			'batal, batalkan, keluar, henti, hentikan, berhenti langganan, berhenti berlangganan, unreg all, unreg sms, tolak, hapus, cukup, udahan, batal langganan, cabut, nonaktif, nonaktifkan, stop langganan, setop',
		optIn:
			'mulai, daftar, gabung, ikut, langganan, berlangganan, lanjut, lanjutkan, aktifkan, mendaftar, setuju, mau daftar',
		help: 'bantuan, tolong, bantu, informasi, panduan, minta bantuan',
	},
	confirm: 'ya, y, iya, yoi, setuju, konfirmasi, oke, ok, boleh, mau, benar, 1',
	refuse: 'tidak, t, nggak, enggak, gak, tidak terima kasih, tolak, batal, 2',
	verbFirst: true,
	words: {
		stop: 'berhenti, hentikan, stop, setop, henti, sudahi, udahan, cukup, cukupkan, akhiri, matikan, nonaktifkan, batalkan, batalin, tolong stop, berhentilah, distop, dihentikan, stopin, bosan dengan, capek dengan, blokir, muak dengan, jangan lagi',
		contact:
			'hubungi, menghubungi, hubungin, ngehubungin, dihubungi, ganggu, mengganggu, gangguin, ganggui, diganggu, chat, ngechat, nge chat, chatting, wa, sms, smsan, telepon, telpon, menelepon, nelpon, nelponin, kontak, mengontak, spam, spamming, nyepam, menyepam, menulis, kontek, kirimi, kirimin, mengirimi, ngirimin, wain, dichat, dispam',
		send: 'kirim, mengirim, kirimkan, mengirimkan, kirimin, kirimi, ngirim, ngirimin, dikirim, dikirimi, pengiriman, mengirimi, blast',
		message:
			'pesan*, sms*, chat*, teks*, notif*, pemberitahuan*, email*, e mail*, surat*, info, informasi*, whatsapp*, wa, pengingat*, update*, buletin*, newsletter*, kabar, berita, broadcast*, bc, siaran, dari kalian, dari anda, sampah',
		promotion:
			'promo*, iklan*, penawaran*, spam*, diskon*, marketing*, tawaran*, reklame*, newsletter*, kampanye*, pemasaran',
		not: 'jangan, jgn, tidak, tdk, tak, nggak, ngga, enggak, engga, gak, ga, gk, tidak pernah, tanpa, bukan, jangan pernah, kagak, ogah, males, malas, emoh',
		no: 'tanpa, tidak ada, gak ada, ga ada, jangan ada, nggak ada, stop',
		more: 'lagi, lg, selanjutnya, seterusnya, kembali, terus, lebih lanjut, kedepannya, ke depannya, kapan pun, kapanpun, pernah',
		noMore:
			'tidak lagi, gak lagi, ga lagi, jangan lagi, nggak lagi, tidak mau lagi, sudah tidak, udah gak, udah ga, udah nggak',
		want: 'mau, ingin, pengen, pingin, pengin, minat, berminat, tertarik, butuh, perlu, membutuhkan, menginginkan, inginkan, minta, meminta, setuju, mengizinkan, berkenan, memerlukan, bersedia, suka',
		get: 'terima, menerima, dapat, dapet, mendapat, mendapatkan, dapetin, nerima, melihat, mendengar, dikirimi, dihubungi, diganggu, jadi, berada, ada, masuk',
		remove:
			'hapus, hapuskan, menghapus, hapusin, hapuslah, keluarkan, keluarin, mengeluarkan, buang, coret, hilangkan, delete, remove, lupakan, dihapus, dikeluarkan, penghapusan, cabut, copot',
		leave: 'keluar, keluar dari, meninggalkan, cabut dari, berhenti dari, tinggalkan, mundur dari',
		me: 'saya, sy, aku, gue, gw, gua, ku, kami, kita, hp saya, hp aku',
		list: 'daftar, list, database, data base, kontak, grup, group, sistem, basis data, milis, mailing list, langganan, layanan, broadcast, buku telepon',
		number:
			'nomor saya, nomer saya, no saya, nomorku, nomor ini, nomer ini, no ini, nomor hp saya, nomor aku, nomor gue, nomor gw, data saya, data pribadi saya, kontak saya, nama saya, no hp saya, nomor, no hp, nomor telepon saya, nomer gue, nomer aku, nomorku ini',
		unsubscribe:
			'berhenti langganan, berhenti berlangganan, batal langganan, batalkan langganan, batal berlangganan, batalkan berlangganan, stop langganan, stop berlangganan, unreg, unsub, unsubscribe, hentikan langganan, putus langganan, cabut langganan, akhiri langganan, tidak mau berlangganan, tidak ingin berlangganan, gak mau langganan, ga mau langganan, tidak mau langganan, jangan langganan, keluar dari langganan, nonaktifkan langganan, batalkan pendaftaran, berhenti dari layanan',
		revoke: 'cabut, mencabut, tarik, menarik, batalkan, membatalkan, menolak, tolak, hentikan',
		consent: 'persetujuan*, izin*, ijin*, langganan*, berlangganan, keanggotaan',
		idiom:
			'jangan ganggu, jangan diganggu, tinggalkan saya, biarkan saya sendiri, jangan kirim, salah nomor, salah nomer, nomor salah, salah sambung, salah orang, anda salah nomor, cukup, cukup sudah, sudah cukup, udah cukup, berhenti, hentikan, hentikan ini, stop dong, stop ya, pergi, pergi sana, enyah, bodo amat stop, tidak mau lagi, gak mau lagi, ga mau lagi, nggak mau lagi, gausah kirim lagi, gausah chat lagi, mohon berhenti, tolong berhenti, tolong hentikan',
		complaint:
			'salah nomor, tidak pernah daftar, gak pernah daftar, ga pernah daftar, tidak daftar, ini siapa, siapa ini, siapa kamu, siapa anda, spam, tidak tertarik, sudah bilang',
		block:
			'kalau, kalo, jika, bila, ketika, saat, kenapa, mengapa, kapan, sampai, sebelum, sesudah, setelah, selama, dia, mereka, seseorang, pacar*, suami*, istri*, ibu, ayah, bapak saya, anak*, bos, teman*, hari ini, kemarin, besok, malam, nanti, belum, lupa, di mana, dimana, siapa, berapa, ketinggalan, kecuali, link, tombol, daripada, sebaiknya, kantor, kerja, rapat, hujan, bis, bus, halte, tidak berhenti, gak berhenti, ga berhenti, jangan berhenti, jangan stop, jangan hapus, jangan dihapus, jangan dibatalkan, jangan batalkan, jangan keluarkan, tidak menerima, gak terima, ga terima, sudah terima, terus kirim, menghubungimu, dulu, jam',
		other:
			'pesanan*, order*, pengantaran, paket*, barang*, janji*, jadwal*, reservasi*, booking*, tagihan*, pembayaran*, bayar, rekening*, akun*, penerbangan*, tiket*, meja*, produk*, keranjang*, alamat*, foto*, gambar*, video*, password*, kata sandi, kode*, otp, rokok*, merokok, menangis, makan*, tertawa, harga*, kontrak*, gym, asuransi*, kartu*, resep*, obat*, ukuran*, warna*, kereta*, internet, wifi, sekolah*, kursus*, aplikasi*, musik*, berisik, mobil*, motor*, refund*, kurir*, ongkir, dokter*, kucing, anjing, invoice',
		split: 'dan, tapi, tetapi, namun, karena, krn, soalnya, atau, kalau tidak, jadi, makanya, terus',
		courtesy:
			'tolong, tlg, tlong, mohon, mhn, harap, please, pls, plis, terima kasih, terimakasih, makasih, makasi, mksh, trims, thanks, thx, halo, hai, hi, selamat pagi, selamat siang, selamat sore, selamat malam, pagi, siang, sore, assalamualaikum, sekarang, skrg, segera, secepatnya, sekarang juga, langsung, salam, ok, oke, ya, iya, tidak terima kasih, maaf, mas, mbak, mba, kak, kakak, gan, sis, bro, pak, bu, bapak, ibu bapak, bang, deh, dong, donk, sih, nih, woi, woy, anjir, anjing lo, sialan, bangsat, selamanya, permanen, semuanya, semua, sudah, udah, udh, sdh, aja, saja, tolonglah, kamu, kalian, banget, bgt',
		fill: 'anda, kamu, kalian, lu, lo, kau, dari, ke, di, untuk, utk, buat, dengan, dgn, ini, itu, tersebut, yang, yg, nya, para, setiap, tiap, hari, terus, terus menerus, selalu, sering, banyak, sangat, terlalu, semua, segala, apapun, apa, perusahaan, toko, pihak, nomor, nomer, no, hp, telepon, sini, situ, bagaimana, gimana, cara, caranya, bisa, bisakah, dapatkah, boleh, bolehkah, agar, supaya, kali, berkali kali, sekali, minta, meminta, bilang, juga, hanya, seperti, macam, jenis, tidak jelas, gak jelas, tidak penting, ga penting, via, lewat, mulai, pada, oleh, akan, usah, perlu, yg gak, kok, lah, kah, pun, si, tentang, mengenai, hal, melalui, telah, sbg, sebagai, dalam, tuh, gitu',
		join: 'daftarkan saya, daftarin saya, daftarin, daftarkan, saya mau daftar, mau daftar, ingin daftar, mau berlangganan, ingin berlangganan, mau langganan, gabungkan saya, mau gabung, ingin bergabung, mau ikut, tambahkan saya, masukkan saya, masukin saya, aktifkan lagi, aktifkan kembali, lanjutkan langganan, kirim lagi promo, berlangganan lagi, langganan lagi, mau terima, ingin menerima lagi, mau menerima lagi',
		again: 'lagi, kembali',
		help: 'bantuan, tolong bantu, bantu, bantuin, bantu saya, info, informasi, panduan',
	},
};
