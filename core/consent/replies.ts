import type { ReplyKind } from './double-opt-in';

export type ReplyTexts = Record<Exclude<ReplyKind, 'none'>, string>;

/**
 * Default replies, plain and within one SMS where the alphabet allows it. Translated, not taken from any platform.
 *
 * STOP, START and HELP stay English words in every language, because English keywords stay active beside all others.
 * The confirmation of an opt-out carries no marketing (47 CFR 64.1200(a)(12)).
 */
export const DEFAULT_REPLIES: Record<string, ReplyTexts> = {
	en: {
		optedIn: 'You are subscribed. Reply STOP to unsubscribe, HELP for help.',
		confirmOptIn: 'Reply YES to confirm your subscription, or STOP to decline.',
		optedOut: 'You are unsubscribed and will get no more messages. Reply START to subscribe again.',
		confirmOptOut: 'Do you want to unsubscribe? Reply STOP and you will get no more messages.',
		help: 'Reply STOP to unsubscribe or START to subscribe.',
	},
	ar: {
		optedIn: 'تم اشتراكك. أرسل STOP لإلغاء الاشتراك.',
		confirmOptIn: 'أرسل نعم لتأكيد الاشتراك أو STOP للرفض.',
		optedOut: 'تم إلغاء اشتراكك ولن تصلك رسائل أخرى. أرسل START للاشتراك مجددا.',
		confirmOptOut: 'هل تريد إلغاء الاشتراك؟ أرسل STOP.',
		help: 'أرسل STOP لإلغاء الاشتراك أو START للاشتراك.',
	},
	cs: {
		optedIn: 'Odběr je zapnutý. Pro odhlášení odpovězte STOP.',
		confirmOptIn: 'Odběr potvrdíte odpovědí ANO, odmítnete odpovědí STOP.',
		optedOut: 'Jste odhlášeni a další zprávy nedostanete. Pro nové přihlášení odpovězte START.',
		confirmOptOut: 'Chcete se odhlásit? Odpovězte STOP.',
		help: 'Odpovězte STOP pro odhlášení, START pro přihlášení.',
	},
	da: {
		optedIn: 'Du er tilmeldt. Svar STOP for at afmelde dig.',
		confirmOptIn: 'Svar JA for at bekræfte eller STOP for at afvise.',
		optedOut: 'Du er afmeldt og får ikke flere beskeder. Svar START for at tilmelde dig igen.',
		confirmOptOut: 'Vil du afmeldes? Svar STOP.',
		help: 'Svar STOP for at afmelde dig, START for at tilmelde dig.',
	},
	de: {
		optedIn: 'Sie sind angemeldet. Zum Abmelden mit STOP antworten.',
		confirmOptIn: 'Bitte mit JA bestätigen oder mit STOP ablehnen.',
		optedOut: 'Sie sind abgemeldet und erhalten keine Nachrichten mehr. Mit START melden Sie sich wieder an.',
		confirmOptOut: 'Möchten Sie sich abmelden? Dann bitte mit STOP antworten.',
		help: 'Mit STOP melden Sie sich ab, mit START an.',
	},
	el: {
		optedIn: 'Εγγραφήκατε. Απαντήστε STOP για διαγραφή.',
		confirmOptIn: 'Απαντήστε ΝΑΙ για επιβεβαίωση ή STOP για άρνηση.',
		optedOut: 'Διαγραφήκατε και δεν θα λάβετε άλλα μηνύματα. START για νέα εγγραφή.',
		confirmOptOut: 'Θέλετε να διαγραφείτε; Απαντήστε STOP.',
		help: 'STOP για διαγραφή, START για εγγραφή.',
	},
	es: {
		optedIn: 'Ya recibe nuestros mensajes. Responda STOP para darse de baja.',
		confirmOptIn: 'Responda SI para confirmar o STOP para rechazar.',
		optedOut: 'Se ha dado de baja y no recibirá más mensajes. Responda START para volver.',
		confirmOptOut: '¿Quiere darse de baja? Responda STOP.',
		help: 'Responda STOP para darse de baja o START para suscribirse.',
	},
	fi: {
		optedIn: 'Olet tilannut viestit. Peruuta vastaamalla STOP.',
		confirmOptIn: 'Vahvista vastaamalla KYLLÄ tai hylkää vastaamalla STOP.',
		optedOut: 'Tilaus on peruttu, etkä saa enää viestejä. Tilaa uudelleen vastaamalla START.',
		confirmOptOut: 'Haluatko perua tilauksen? Vastaa STOP.',
		help: 'Vastaa STOP peruaksesi tai START tilataksesi.',
	},
	fr: {
		optedIn: 'Vous êtes inscrit. Répondez STOP pour vous désinscrire.',
		confirmOptIn: 'Répondez OUI pour confirmer ou STOP pour refuser.',
		optedOut: 'Vous êtes désinscrit et ne recevrez plus de messages. Répondez START pour revenir.',
		confirmOptOut: 'Souhaitez-vous vous désinscrire ? Répondez STOP.',
		help: 'Répondez STOP pour vous désinscrire, START pour vous inscrire.',
	},
	he: {
		optedIn: 'נרשמת בהצלחה. להסרה השיבו STOP.',
		confirmOptIn: 'לאישור השיבו כן, לדחייה השיבו STOP.',
		optedOut: 'הוסרת ולא תקבל הודעות נוספות. לחזרה השיבו START.',
		confirmOptOut: 'להסיר אותך מהרשימה? השיבו STOP.',
		help: 'להסרה השיבו STOP, להרשמה השיבו START.',
	},
	hi: {
		optedIn: 'आपकी सदस्यता शुरू हो गई है। बंद करने के लिए STOP भेजें।',
		confirmOptIn: 'पुष्टि के लिए हां भेजें, मना करने के लिए STOP।',
		optedOut: 'आपकी सदस्यता बंद है, अब कोई संदेश नहीं आएगा। फिर से शुरू करने के लिए START भेजें।',
		confirmOptOut: 'क्या आप संदेश बंद करना चाहते हैं? STOP भेजें।',
		help: 'बंद करने के लिए STOP, शुरू करने के लिए START भेजें।',
	},
	hu: {
		optedIn: 'Feliratkozott. Leiratkozáshoz válaszoljon: STOP.',
		confirmOptIn: 'Megerősítéshez válaszoljon: IGEN, elutasításhoz: STOP.',
		optedOut: 'Leiratkozott, több üzenetet nem küldünk. Újra feliratkozás: START.',
		confirmOptOut: 'Le szeretne iratkozni? Válaszoljon: STOP.',
		help: 'Leiratkozás: STOP, feliratkozás: START.',
	},
	id: {
		optedIn: 'Anda sudah berlangganan. Balas STOP untuk berhenti.',
		confirmOptIn: 'Balas YA untuk konfirmasi atau STOP untuk menolak.',
		optedOut: 'Langganan dihentikan, tidak ada pesan lagi. Balas START untuk kembali.',
		confirmOptOut: 'Ingin berhenti berlangganan? Balas STOP.',
		help: 'Balas STOP untuk berhenti atau START untuk berlangganan.',
	},
	it: {
		optedIn: 'Iscrizione attiva. Rispondi STOP per annullarla.',
		confirmOptIn: 'Rispondi SI per confermare o STOP per rifiutare.',
		optedOut: 'Iscrizione annullata, non riceverai altri messaggi. Rispondi START per tornare.',
		confirmOptOut: 'Vuoi annullare l’iscrizione? Rispondi STOP.',
		help: 'Rispondi STOP per annullare, START per iscriverti.',
	},
	ja: {
		optedIn: '登録しました。停止はSTOPと返信してください。',
		confirmOptIn: '確認は「はい」、拒否はSTOPと返信してください。',
		optedOut: '配信を停止しました。再開はSTARTと返信してください。',
		confirmOptOut: '配信を停止しますか。STOPと返信してください。',
		help: '停止はSTOP、開始はSTARTと返信してください。',
	},
	ko: {
		optedIn: '구독되었습니다. 중지하려면 STOP으로 답장하세요.',
		confirmOptIn: '확인은 네, 거절은 STOP으로 답장하세요.',
		optedOut: '수신 거부되었습니다. 다시 받으려면 START로 답장하세요.',
		confirmOptOut: '수신을 거부하시겠습니까? STOP으로 답장하세요.',
		help: '중지는 STOP, 구독은 START로 답장하세요.',
	},
	nb: {
		optedIn: 'Du er påmeldt. Svar STOP for å melde deg av.',
		confirmOptIn: 'Svar JA for å bekrefte eller STOP for å avslå.',
		optedOut: 'Du er avmeldt og får ikke flere meldinger. Svar START for å melde deg på igjen.',
		confirmOptOut: 'Vil du melde deg av? Svar STOP.',
		help: 'Svar STOP for å melde deg av, START for å melde deg på.',
	},
	nl: {
		optedIn: 'U bent aangemeld. Antwoord STOP om u af te melden.',
		confirmOptIn: 'Antwoord JA om te bevestigen of STOP om te weigeren.',
		optedOut: 'U bent afgemeld en krijgt geen berichten meer. Antwoord START om u weer aan te melden.',
		confirmOptOut: 'Wilt u zich afmelden? Antwoord STOP.',
		help: 'Antwoord STOP om af te melden, START om aan te melden.',
	},
	pl: {
		optedIn: 'Subskrypcja aktywna. Odpowiedz STOP, aby zrezygnować.',
		confirmOptIn: 'Odpowiedz TAK, aby potwierdzić, lub STOP, aby odmówić.',
		optedOut: 'Wypisano, nie będzie więcej wiadomości. Odpowiedz START, aby wrócić.',
		confirmOptOut: 'Czy chcesz zrezygnować? Odpowiedz STOP.',
		help: 'Odpowiedz STOP, aby zrezygnować, START, aby się zapisać.',
	},
	pt: {
		optedIn: 'Inscrição ativa. Responda STOP para sair.',
		confirmOptIn: 'Responda SIM para confirmar ou STOP para recusar.',
		optedOut: 'Você saiu e não receberá mais mensagens. Responda START para voltar.',
		confirmOptOut: 'Quer sair da lista? Responda STOP.',
		help: 'Responda STOP para sair ou START para entrar.',
	},
	ro: {
		optedIn: 'Abonare activă. Răspundeți STOP pentru dezabonare.',
		confirmOptIn: 'Răspundeți DA pentru confirmare sau STOP pentru refuz.',
		optedOut: 'V-ați dezabonat și nu veți mai primi mesaje. Răspundeți START pentru a reveni.',
		confirmOptOut: 'Doriți să vă dezabonați? Răspundeți STOP.',
		help: 'STOP pentru dezabonare, START pentru abonare.',
	},
	ru: {
		optedIn: 'Вы подписаны. Ответьте STOP для отписки.',
		confirmOptIn: 'Ответьте ДА для подтверждения или STOP для отказа.',
		optedOut: 'Вы отписаны и не получите сообщений. START для подписки.',
		confirmOptOut: 'Хотите отписаться? Ответьте STOP.',
		help: 'STOP для отписки, START для подписки.',
	},
	sv: {
		optedIn: 'Du är anmäld. Svara STOP för att avsluta.',
		confirmOptIn: 'Svara JA för att bekräfta eller STOP för att avböja.',
		optedOut: 'Du är avanmäld och får inga fler meddelanden. Svara START för att anmäla dig igen.',
		confirmOptOut: 'Vill du avsluta? Svara STOP.',
		help: 'Svara STOP för att avsluta, START för att anmäla dig.',
	},
	th: {
		optedIn: 'สมัครรับข้อความแล้ว ตอบ STOP เพื่อยกเลิก',
		confirmOptIn: 'ตอบ ใช่ เพื่อยืนยัน หรือ STOP เพื่อปฏิเสธ',
		optedOut: 'ยกเลิกแล้ว จะไม่ส่งข้อความอีก ตอบ START เพื่อสมัครใหม่',
		confirmOptOut: 'ต้องการยกเลิกหรือไม่ ตอบ STOP',
		help: 'ตอบ STOP เพื่อยกเลิก START เพื่อสมัคร',
	},
	tr: {
		optedIn: 'Aboneliğiniz başladı. Çıkmak için STOP yazın.',
		confirmOptIn: 'Onaylamak için EVET, reddetmek için STOP yazın.',
		optedOut: 'Aboneliğiniz bitti, başka mesaj almayacaksınız. Dönmek için START yazın.',
		confirmOptOut: 'Abonelikten çıkmak istiyor musunuz? STOP yazın.',
		help: 'Çıkmak için STOP, abone olmak için START yazın.',
	},
	uk: {
		optedIn: 'Ви підписані. Відповідайте STOP для відписки.',
		confirmOptIn: 'Відповідайте ТАК для підтвердження або STOP для відмови.',
		optedOut: 'Ви відписані й не отримаєте повідомлень. START для підписки.',
		confirmOptOut: 'Бажаєте відписатися? Відповідайте STOP.',
		help: 'STOP для відписки, START для підписки.',
	},
	vi: {
		optedIn: 'Bạn đã đăng ký. Trả lời STOP để hủy.',
		confirmOptIn: 'Trả lời CÓ để xác nhận hoặc STOP để từ chối.',
		optedOut: 'Bạn đã hủy và sẽ không nhận thêm tin. Trả lời START để đăng ký lại.',
		confirmOptOut: 'Bạn muốn hủy đăng ký? Trả lời STOP.',
		help: 'Trả lời STOP để hủy, START để đăng ký.',
	},
	zh: {
		optedIn: '您已订阅。回复STOP退订。',
		confirmOptIn: '回复“是”确认，回复STOP拒绝。',
		optedOut: '您已退订，不会再收到信息。回复START重新订阅。',
		confirmOptOut: '您想退订吗？请回复STOP。',
		help: '回复STOP退订，回复START订阅。',
	},
};

/**
 * The reply to send: the caller's own text for the language, then for any, then the default of the language, then
 * English.
 *
 * @param own by kind, then by language code; `default` stands for every language
 */
export function replyText(
	kind: ReplyKind,
	language: string | undefined,
	own: Partial<Record<ReplyKind, Record<string, string>>> = {},
): string | undefined {
	if (kind === 'none') return undefined;
	const base = language?.split('-')[0] ?? 'en';
	const given = own[kind];
	const text = given?.[language ?? 'en'] ?? given?.[base] ?? given?.default;
	return text ?? (DEFAULT_REPLIES[base] ?? DEFAULT_REPLIES.en)?.[kind];
}
