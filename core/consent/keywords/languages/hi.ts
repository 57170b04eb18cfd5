import type { Language } from './language';

export const hi: Language = {
	code: 'hi',
	name: 'Hindi',
	sourced: { optOut: 'बंद, बंद करो', optIn: '', help: '' },
	translated: {
		optOut:
			'रोकें, रोको, रोकिए, बंद करें, बंद करे, बंद कीजिए, बंद करिए, बन्द, बन्द करो, बन्द करें, रद्द, रद्द करें, रद्द करो, अनसब्सक्राइब, सदस्यता रद्द, सदस्यता रद्द करें, सदस्यता समाप्त, हटाएं, हटाओ, हटाइए, हटा दो, स्टॉप, समाप्त, मना, कैंसल, कैंसिल, छोड़ें, band karo, band kare, band karen, roko, बंद कर दो, मत भेजो, ना भेजें',
		optIn:
			'शुरू, शुरू करें, शुरू करो, शुरु, सदस्यता, सब्सक्राइब, जुड़ें, जोड़ें, चालू, चालू करें, जारी, जारी रखें, स्टार्ट, shuru, shuru karo, chalu karo, हां चाहिए, शामिल',
		help: 'मदद, सहायता, मदद करें, मदद चाहिए, जानकारी, हेल्प, madad, sahayata, मदद करो',
	},
	confirm: 'हां, हाँ, हा, जी, जी हां, जी हाँ, पुष्टि, स्वीकार, सहमत, ठीक है, haan, han, ha, ji haan, ok, 1',
	refuse: 'नहीं, नही, ना, जी नहीं, अस्वीकार, nahi, nahin, na, 2',
	words: {
		stop: 'बंद*, बन्द*, रोक*, रोक दें, रोक दो, बस करो, बस करें, बस कीजिए, बस, रद्द, समाप्त, ख़त्म, स्टॉप, छोड़ दो, तंग आ गया, तंग आ गई, परेशान हो गया, परेशान हो गई, band, bandh, band karo, band kare, band karen, band kijiye, band kar do, roko, rokiye, rok do, bas, bas karo, khatam karo, stop karo, bnd, bnd kro, band kro, ब्लॉक, tang aa gaya, tang aa gayi, कृपया बंद',
		contact:
			'परेशान, तंग, कॉल, फोन, संपर्क, सम्पर्क, मैसेज करना, मैसेज, संदेश, स्पैम, pareshan, pareshaan, tang, call, phone, contact, message, msg, sms, mesej, दिक्कत, disturb, डिस्टर्ब, लिखना',
		send: 'भेज*, bhej*, करना, करने, देना, आना, आने, karna, karne, aana, aane, dena',
		message:
			'मैसेज*, मेसेज*, संदेश*, सन्देश*, एसएमएस*, sms, msg, msgs, message, messages, mesej, सूचना*, नोटिफिकेशन*, ईमेल*, अपडेट*, अलर्ट*, समाचार*, व्हाट्सएप*, व्हाट्सऐप*, न्यूज़लेटर, notification, notifications, whatsapp, sandesh, massage, बकवास, कुछ भी, रिमाइंडर*, कॉल*',
		promotion:
			'विज्ञापन*, प्रचार*, ऑफर*, प्रमोशन*, स्पैम*, मार्केटिंग*, एड, ads, ad, offer, offers, promotion*, marketing, spam, vigyapan, डिस्काउंट*, छूट',
		not: 'मत, नहीं, नही, कभी नहीं, nahi, nahin, nhi, mat, बिना, कभी',
		no: 'कोई, कोई भी, और नहीं, koi, बिना, bina, नो',
		more: 'और, अब, आगे, फिर, दोबारा, दुबारा, आगे से, अब से, कभी, ज्यादा, aur, ab, aage, phir, fir, dobara, aage se, भविष्य',
		noMore: 'अब नहीं, और नहीं, अब और नहीं, ab nahi, aur nahi, ab aur nahi, अब कोई, ab koi, अब मत, ab mat',
		want: 'चाहिए, चाहता, चाहती, चाहते, चाहूं, चाहूंगा, चाहूंगी, इच्छुक, रुचि, जरूरत, दिलचस्पी, chahiye, chahie, chahta, chahti, chahte, interest, zarurat, jarurat, इंटरेस्ट, interested, सहमति दी',
		notWant:
			'नहीं चाहिए, नही चाहिए, नहीं चाहिये, नही चाहिये, नहीं चाहता, नहीं चाहती, नही चाहता, नही चाहती, नहीं चाहते, nahi chahiye, nahin chahiye, nhi chahiye, nahi chahie, nhi chahie, nai chahiye, nahi chahta, nahi chahti, रुचि नहीं, रूचि नहीं, दिलचस्पी नहीं, इच्छुक नहीं, जरूरत नहीं, zarurat nahi, jarurat nahi, interest nahi, interested nahi, चाहिए नहीं, चाहिये नहीं, chahiye nahi',
		notContact:
			'परेशान मत, परेशान न, परेशान ना, तंग मत, तंग न, कॉल मत, कॉल न, फोन मत, फोन न, संपर्क न, संपर्क ना, संपर्क मत, मैसेज मत, मैसेज न, मैसेज ना, मेसेज मत, मेसेज न, संदेश मत, संदेश न, संदेश ना, एसएमएस मत, message mat, msg mat, sms mat, messages mat, call mat, phone mat, pareshan mat, pareshaan mat, pareshan na, tang mat, contact mat, message na, msg na, disturb mat, डिस्टर्ब मत, message nahi karo, मेसेज ना, व्हाट्सएप मत, spam mat',
		notSend: 'मत भेज*, न भेज*, ना भेज*, नहीं भेज*, mat bhej*, na bhej*, nahi bhej*, mat bheja, भेजना नहीं',
		get: 'पाना, प्राप्त, लेना, मिलना, मिलने, देखना, सुनना, आए, आएं, milna, lena, receive, पाने, प्राप्त करना, आने',
		remove:
			'हटा*, हटा दो, हटा दें, हटा दीजिए, निकाल*, निकाल दो, निकाल दें, मिटा*, डिलीट*, delete, remove, hata*, hata do, nikal*, nikaal*, mita*, भूल जाओ, भूल जाइए, काट दो, रिमूव*',
		leave: 'निकलना, छोड़ना, बाहर, रहना, nikalna, chhodna, bahar',
		me: 'मुझे, मुझको, मेरे, हमें, मुझ, mujhe, muje, mujhko, mere, hume, hame, हमको, me, mera number, मेरे फोन, मेरे नंबर पर',
		list: 'सूची*, लिस्ट*, डेटाबेस*, डाटाबेस*, सिस्टम*, ग्रुप*, समूह*, list, database, group, system, रिकॉर्ड*, सब्सक्रिप्शन',
		number:
			'मेरा नंबर, मेरा नम्बर, मेरे नंबर, यह नंबर, ये नंबर, इस नंबर, नंबर, नम्बर, मेरी जानकारी, मेरा नाम, मेरा डेटा, mera number, mera no, mera naam, number, no, is number',
		unsubscribe:
			'अनसब्सक्राइब*, अनसब्स्क्राइब*, सदस्यता रद्द*, सदस्यता समाप्त*, सदस्यता बंद*, सदस्यता ख़त्म, सदस्यता हटा*, सब्सक्रिप्शन बंद*, सब्सक्रिप्शन रद्द*, सब्सक्रिप्शन कैंसिल*, सब्सक्रिप्शन कैंसल*, सेवा बंद*, सर्विस बंद*, सेवा रद्द*, unsubscribe, unsub, subscription band*, subscription cancel*, service band*, subscription hata*',
		revoke: 'वापस, वापस लेता, वापस लेती, रद्द, रद्द करता, रद्द करती, wapas',
		consent: 'सहमति, अनुमति, इजाजत, सदस्यता, सब्सक्रिप्शन, permission, consent, sehmati',
		idiom:
			'मुझे अकेला छोड़ दो, मुझे अकेला छोड़ दें, अकेला छोड़ दो, पीछा छोड़ो, पीछा छोड़ दो, मेरा पीछा छोड़ो, मेरा पीछा छोड़ दो, peecha chhodo, picha chhodo, pichha chodo, गलत नंबर, रॉन्ग नंबर, रांग नंबर, galat number, rong number, बस करो, बस करो यार, बस कीजिए, बस बहुत हुआ, बहुत हो गया, बहुत हुआ, bas karo, bahut ho gaya, bahut hua, अब बस, ab bas, दफा हो जाओ, dafa ho jao, भाड़ में जाओ, bhad me jao, नहीं चाहिए और, और नहीं चाहिए, बंद करो ये सब, बंद करो यह सब, बंद करो ये, band karo ye sab, yeh sab band karo, ye band karo, मुझे नहीं चाहिए, mujhe nahi chahiye, मुझे छोड़ दो, अब नहीं चाहिए, ab nahi chahiye',
		complaint:
			'गलत नंबर, साइन अप नहीं, सब्सक्राइब नहीं किया, कौन है, कौन हो, कौन हैं, आप कौन, aap kaun, kaun ho, रुचि नहीं, पहले भी कहा, बोला था',
		block:
			'अगर, यदि, agar, जब, jab, क्यों, kyu, kyun, kyon, कब, kab, तक, पहले, बाद, वह, वो, wo, woh, वे, कोई और, दोस्त, पति, पत्नी, मम्मी, पापा, माँ, बेटा, बेटी, बॉस, भाई ने, आज, aaj, कल, kal, रात, raat, शाम, अभी नहीं, abhi nahi, भूलना मत, मत भूल*, भूलें नहीं, mat bhulna, कहां, कहाँ, kahan, kaun sa, कितना, kitna, सिवाय, लिंक*, बटन*, के बजाय, बेहतर, काम, ऑफिस, मीटिंग*, बारिश, barish, बस स्टॉप, बस स्टैंड, मिला, मिली, mila, नहीं मिल*, नहीं आ*, nahi aa, आया, aaya, बंद मत*, बन्द मत*, band mat*, बंद न, बंद नहीं, band nahi, मत रोक*, mat roko, मत हटा*, रद्द मत*, रद्द न*, जारी रखो, तुम्हें, tumhe, दुकान, dukan, बजे, baje, खुल*, कितने',
		other:
			'ऑर्डर*, आर्डर*, order, डिलीवरी*, delivery, पार्सल*, parcel, पैकेट*, अपॉइंटमेंट*, appointment, बुकिंग*, booking, बिल*, bill, भुगतान*, पेमेंट*, payment, अकाउंट*, खाता*, खाते*, account, फ्लाइट*, टिकट*, ticket, टेबल*, सामान*, प्रोडक्ट*, product, कार्ट*, पता, पते, address, फोटो*, photo, वीडियो*, video, पासवर्ड*, कोड*, otp, ओटीपी, सिगरेट*, रोना, खाना, khana, हंसना, कीमत*, price, जिम, बीमा*, कार्ड*, card, दवा*, साइज*, size, रंग*, ट्रेन*, train, इंटरनेट*, internet, स्कूल*, school, कोर्स*, ऐप*, app, गाना*, शोर*, गाड़ी*, रिफंड*, refund, पानी, बिजली, दरवाज़ा, टीवी, tv, लाइट, ac, सब्जी, दुध, दूध',
		split: 'लेकिन, पर, मगर, क्योंकि, kyunki, lekin, या, ya, वरना, नहीं तो, इसलिए, isliye, तो',
		courtesy:
			'karo, kro, karein, kijiye, करो, करें, कीजिए, कृपया, कृप्या, प्लीज़, kripya, please, pls, plz, धन्यवाद, शुक्रिया, dhanyavad, shukriya, थैंक्स, thanks, नमस्ते, नमस्कार, namaste, हैलो, hello, hi, अभी, abhi, तुरंत, turant, जल्दी, jaldi, फौरन, तत्काल, जी, ji, ok, हां, भाई, bhai, यार, yaar, yar, सर, sir, मैडम, madam, हमेशा के लिए, पूरी तरह, एकदम, बिल्कुल, bilkul, सच में, मेहरबानी, भगवान के लिए, सब, sab, अब, ab, भैया, bhaiya, दोस्तों, महोदय, bro, मेहरबानी करके',
		fill: 'मैं, main, mai, आप, aap, तुम, tum, हम, ham, को, ko, से, se, का, की, के, ka, ki, ke, में, me, mein, पर, par, ने, यह, ये, yeh, ye, इन, इस, is, उस, ऐसे, aise, ऐसी, सारे, सभी, sabhi, सब, sab, हर, har, रोज, roz, roj, दिन, din, बार, baar, बहुत, bahut, इतने, itne, कंपनी, company, दुकान, नंबर, फोन, phone, यहां, yahan, कुछ, kuch, kuchh, कि, कैसे, kaise, करूं, करूँ, karu, karun, करें, करे, kare, karen, करो, karo, kro, kar, कर, कीजिए, करिए, kijiye, दो, do, दें, दीजिए, dijiye, देना, दे, de, है, hai, हैं, hain, हो, ho, हूं, हूँ, hoon, hu, सकता, सकती, सकते, sakta, sakti, sakte, क्या, kya, कहा, बोला, फालतू, faltu, बेकार, bekar, अपनी, अपने, apni, apne, अपना, मेरा, मेरी, mera, meri, mere, मेरे, आपके, आपकी, आपका, aapke, aapki, aapka, रहे, रहा, rahe, भी, bhi, ही, hi, वाले, wale, तरफ, taraf, वाली, प्रकार, तरह, लगातार, अनचाहे, नाम, naam, ओर, जाना, दिया, जाए, जाएं, किसी, किया, होना, yahi, wala, द्वारा',
		join: 'सब्सक्राइब*, सब्स्क्राइब*, subscribe, जोड़*, शामिल*, जुड़*, jodo, jod do, साइन अप, sign up, फिर से शुरू, दोबारा शुरू, शुरू करो, शुरू करें, phir se shuru, dobara shuru, चालू करो, chalu karo, सदस्यता चाहिए, सदस्यता लेना, सदस्यता शुरू',
		again: 'फिर से, दोबारा, dobara, phir se',
		help: 'मदद, सहायता, madad, sahayata, help, हेल्प, जानकारी',
	},
};
