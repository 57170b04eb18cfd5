import type { Language } from './language';

export const en: Language = {
	code: 'en',
	name: 'English',
	sourced: {
		optOut:
			'stop, stopall, stop all, unsubscribe, cancel, end, quit, revoke, optout, opt out, remove, unsub, stop2quit, stop2end, stop2stop, delete, block, opt, opt end, stop to quit, stop = quit, stop = end, stoptoquit',
		optIn: 'start, unstop, subscribe, join, resume, begin, revert, optin, opt in',
		help: 'help, info',
	},
	translated: {
		optOut:
			'opt me out, remove me, unsubscribe me, stop it all, stop texts, stop messages, stop sms, stop marketing, stop promotions, unsubscribe all, cancel all, end all, quit all, cancel subscription, no more',
		optIn: 'resubscribe, sign up, signup, sign me up, subscribe me, opt me in, start again, restart',
		help: 'help me, information, support',
	},
	confirm: 'yes, y, yes please, yep, yeah, sure, confirm, confirmed, i confirm, i agree, agree, ok, okay, 1',
	refuse: 'no, n, nope, no thanks, no thank you, decline, 2',
	verbFirst: true,
	words: {
		notWant:
			'not interested in, no longer interested in, not interested in receiving, not interested in getting',
		sendMessage:
			'send me anything, send us anything, send anything, send me any, send me more, send any more, send me another, sending me anything, send me stuff, send me things, send me shit, send me this, send me these, sending me this, sending me these, sending this stuff, sending me this stuff, sending me crap, sending these',
		contacted:
			'be contacted, be texted, be messaged, be bothered, be notified, be called, be spammed, be disturbed, being texted, being contacted, being called, being messaged, being spammed',
		common:
			'go, going, get, got, come, coming, see, know, think, what, when, where, how, good, day, time, home, work, back, later, today, tomorrow, tonight, morning, night, love, happy, sure, thanks, well, new, say, said, tell, told, wait, still, need, want, take, make, give, sorry, haha, lol, yeah, yes, no, fine, nice, great, free, meet, lunch, dinner, house, car, phone, money, way, week, life, people, man, girl, one, two, next, last, first, after, before, then, than, there, here, out, up, over, into, off, did, does, done, was, were, had, has, if, or, as, who, them, him, her, his, he, she, they, some, little, big, long, more, much, never, always, every, hope, let, like, look, maybe, miss, right, thing, things, try, use, very, year, read, check, call, end, text, hot, son, red, stop, bus',
		deny: 'doesnt, didnt, did not, wont, will not, shall not, cant, cannot, can not, wouldnt, would not, shouldnt, isnt, aint, havent, hasnt, hadnt, couldnt, without, nor',
		stop: 'stop, quit, cease, halt, discontinue, stop with, enough with the, enough with your, enough with these, enough with all, enough with, enough of, done with, knock it off with, put an end to, cut it out with, turn off, switch off, deactivate, stopp, stopping, stop all, cancel, refrain from, desist from, cease and desist from, over with, sick of, tired of, fed up with, quit it with, end this, end these, end all, end the, end your, end those',
		contact:
			'text, texting, txt, txting, texts, message, messaging, msg, msging, contact, contacting, write, writing, spam, spamming, bother, bothering, harass, harassing, annoy, annoying, disturb, disturbing, pester, pestering, email, emailing, e mail, call, calling, sms, reach out, reaching out, bug, bugging, hit up, hitting me up, dm, ping, pinging, notify, notifying, solicit, soliciting, bombard, bombarding, blow up, blowing up, whatsapp, whatsapping, market to, marketing to, advertise to, advertising to, buzzing, flood, flooding, stalking, trouble, troubling, use my number, use this number, use my phone number, use my cell number, using my number, using this number',
		send: 'send, sending, sendin, sending me, forward, forwarding, blast, blasting',
		message:
			'message, messages, msg, msgs, text, texts, txt, txts, sms, notification, notifications, notifs, alerts, updates, communication, communications, correspondence, email, emails, e mails, mails, mailings, reminders, calls, whatsapp, whatsapps, broadcast, broadcasts, blast, blasts, dms, crap, garbage, junk, nonsense, bs, from you, from u, from you guys, from this company, from your company, from ur company, from this number, from your store, from this list, text service, anything from you, stuff from you',
		promotion:
			'promo, promos, promotion, promotions, promotional, ads, adverts, advertising, advertisement, advertisements, marketing, offers, deals, newsletter, newsletters, spam, coupons, campaigns, solicitation, solicitations, sales texts, sales messages, sales pitches',
		not: 'dont, do not, don t, never, not, please dont, pls dont, never again, dnt',
		no: 'no, zero, none of',
		more: 'more, anymore, any more, any longer, again, further, ever, ever again, any further, another, no more, additional, future, in the future, any other, any',
		noMore: 'no longer, no more, nomore, no further, not any more, no additional',
		want: 'want, wanna, wish, like, need, interested, interested in, care for, care to, care about, consent to, agree to, ask for, request, appreciate, would like, want you to, want u to, require, desire, asked for, authorize, authorise, permit, opt in to, want off, want out of',
		get: 'receive, receiving, recieve, recieving, get, getting, hear from, hearing from, hear from you, be on, be part of, being on',
		remove:
			'remove, delete, erase, take me off, take us off, take my number off, take this number off, take my name off, take my phone number off, get me off, unlist, delist, unenroll, exclude, scrub, purge, removal, cross me off, drop me from, scratch me off, kick me off, strike me from, be removed, to be removed',
		leave:
			'leave, exit, get off, come off, be off, be taken off, be removed from, off, want off, want out of, get out of, out of, quit, take, pull, drop, scratch, strike, kick, wipe, clear, cross',
		me: 'me, us, myself, my phone, my cell, my whatsapp, my inbox, take me off, get me off, kick me off',
		list: 'list, lists, mailing list, text list, texting list, contact list, contacts, database, db, system, records, subscription list, distribution list, distro, subscribers, call list, sms list, marketing list, subscriber list, customer list, thread, text thread, group text, chat, group chat, broadcast list, phone list, roster',
		number:
			'my number, this number, my phone number, my num, my cell number, my contact, my contact info, my info, my data, my details, my contact details, my name, my mobile, my mobile number, my no, my digits, my personal data, my email, my information, number',
		unsubscribe:
			'unsubscribe, unsub, opt out, optout, opting out, opted out, opt me out, opt us out, opt myself out, un subscribe, unsubscribing, unsubscribed me, be unsubscribed, unsubscribe me, sign me off, sign me out, unregister, deregister, de register, unenroll, sign off, get me off your list, take me off your list, off your list, off this list, off ur list, unfollow',
		revoke:
			'revoke, revoking, withdraw, withdrawing, cancel, cancelling, canceling, rescind, terminate, end, stop, take back, retract',
		consent:
			'consent, permission, my consent, my permission, authorization, authorisation, subscription, my subscription, membership to this list, opt in, sms subscription, text subscription, approval, agreement to',
		idiom:
			'leave me alone, leave us alone, leave my alone, leave my phone alone, lose my number, lose this number, go away, take me off, fuck off, f off, eff off, piss off, bugger off, wrong number, this is the wrong number, you have the wrong number, u have the wrong number, u got the wrong number, you got the wrong number, do not contact, do not call, dont call, dont contact, stop this, make it stop, get off my phone, stop already, let me be, i want out, want out, cease and desist, forget my number, forget this number, fuck you, not interested take me off, take me off this, take me off please, get me off this, enough already, enough is enough, no more please, please no more, please stop it, make these stop, make this stop, make them stop, how do i make this stop, how do i make these stop, how do i get these to stop, how do i get this to stop, how do i get it to stop, how do i make it stop, how do i get out of this, how do i get off this list, how do i get off of this, how do i stop this, how do i stop these, how can i stop this, how can i stop these, how to stop this, how to stop these, lose these digits, back off, buzz off, get lost, leave this number alone, leave this phone alone, i said stop, i told you to stop, i asked you to stop, told you to stop, asked you to stop',
		complaint:
			'wrong number, wrong person, never signed up, didnt sign up, did not sign up, never subscribed, didnt subscribe, never asked for, didnt ask for, did not ask for, never opted in, never gave, who is this, who are you, spam, spamming, not interested, no longer interested, annoying, how many times, leave me alone, harassment, harassing, reporting, report you, i dont know you, dont know who, too many, every day, youre spamming, this is spam, lawyer, ftc, fcc, tcpa, already asked, already told you, already said, asked you, told you, asked twice, asked before, ive asked, i asked, last warning, final warning, second time, third time, last time, annoyed, fed up, enough, unwanted, 3rd time, 4th time, 5th time, 6th time, 10th time, 100th time, nth time, umpteenth time, you keep texting, you keep sending, you keep messaging, you keep calling, you keep spamming, u keep texting, u keep sending, u keep messaging, yall keep texting, yall keep sending',
		block:
			'if, unless, why, when, whenever, while, until, till, before, after, during, because of, where, he, she, they, him, her, them, someone, somebody, people, everyone, anyone, nobody, who, whose, boyfriend, girlfriend, husband, wife, ex, boss, friend, friends, mom, mum, mother, dad, father, brother, sister, kids, kid, neighbor, neighbour, teacher, i will, ill, i should, i must, i promise, let me stop, did you, have you, did i, do i, does, has, was, were, had, yesterday, today, tonight, tomorrow, yet, weekend, weekends, at work, at night, in class, meeting, miss, missing, missed, instead, texting you, messaging you, bothering you, calling you, sending you, contacting you, spamming you, annoying you, text you, message you, call you, bother you, worry, worrying, forget to, fail to, hesitate, keep sending, keep texting, keep me, keep the, love, loved, loving, enjoy, wait to, wait for, without asking, as soon as, once, other than, except, tell, told, ask, says, said, saying, link, button, page, u never, you never, also never, how come, my job, calling it, call it, calling that, call that',
		other:
			'end the call, end this call, end my call, end our call, driving, drive, drivin, sleeping, walking, working, cooking, order, orders, delivery, deliveries, package, packages, parcel, shipment, shipping, appointment, appointments, appt, booking, reservation, reservations, table, meeting, flight, ticket, tickets, room, payment, payments, invoice, invoices, bill, bills, refund, signature, receipt, receipts, cart, basket, item, items, product, size, address, app, gym, netflix, membership, policy, insurance, plan, trial, card, account, code, codes, photo, photos, picture, pictures, pics, pic, video, videos, memes, location, file, waitlist, job, school, bus, train, car, dog, cat, baby, rain, raining, crying, cry, laughing, smoking, drinking, eating, talking, babe, names, haircut, event, party, class, song, music, game, noise, treatment, pills, medication, prescription, contract, money, cash, check, hair, recipe, recipes, tab, door, doors, visit, installation, repair, warranty claim, pizza, food, coffee, menu, deliver, delivering, the call, a call, this call, phone call, end call, the chat',
		split:
			'not interested, im not interested, i am not interested, no longer interested, and, but, so, because, cause, cuz, bc, since, or, then, also, otherwise, as, therefore',
		courtesy:
			'please, pls, plz, plse, pleas, pleease, pleaseee, kindly, thanks, thank you, thank u, thankyou, thx, tnx, ty, tysm, tks, cheers, now, right now, immediately, asap, at once, today please, hi, hello, hey, hiya, dear, sir, madam, mam, maam, sirs, team, guys, you guys, folks, ok, okay, yes, already, just, sorry, ffs, have a nice day, have a good day, no thanks, no thank you, at the earliest, effective immediately, for good, forever, permanently, completely, altogether, entirely, sent from my iphone, sent from my android, sent with loud effect, sent with gentle effect, sent with slam effect, sent with invisible ink, sent with echo, sent with confetti, dude, bro, man, mate, damn, damnit, hell, the hell, the fuck, fuck, fucking, freaking, goddamn, bloody, bastards, assholes, idiots, jeez, god, jesus, christ, enough, reply, re, to all, all, everything, regards, best regards, cordially, respectfully, and thank you, and thanks, many thanks, much appreciated, appreciate it, have a good one, take care, for the love of god, for gods sake, for god sake, for fucks sake, for heavens sake, for christs sake, for crying out loud, i beg you, i beg of you, im begging you',
		fill: 'how do i, how can i, how do we, where do i, i, im, id, ive, i have, we, wed, you, u, ya, your, ur, youre, yours, my, our, the, a, an, to, of, from, in, on, at, for, with, by, about, this, that, these, those, it, its, is, are, be, been, being, am, would, could, can, will, should, must, have to, may, might, do, all, any, some, every, such, so many, much, too, very, really, also, me and, here, there, out, off, up, way, daily, constant, constantly, always, several, times, many times, numbers, number, phone, cell, mobile, company, business, store, shop, side, future, going forward, moving forward, anymore, kind, sort, type, multiple, repeatedly, repeated, endless, unwanted, unsolicited, random, whole, thing, things, stuff, one, as of now, effective, demand, demanding, formally, hereby, officially, asking, ask you, asked you, told you, telling you, i said, i asked, beg, begging, how, ready to, trying to, try to, decided to, wanting to, going to, gonna, get, got, let, make, both, only, even, via, through, over, per, whatever, either, two, day, week, month, everyday, each, again and again, over and over',
		join: 'subscribe, subscribe me, resubscribe, resubscribe me, sign me up, sign me back up, sign up, signing up, opt in, opt me in, opt me back in, opt back in, join, enroll, enroll me, enrol me, register me, add me, add me back, put me on, put me back on, unstop, unblock me, start sending, start texting, start messaging, resume sending, resume texting, resume messages, start my subscription, restart my subscription, turn on, reactivate',
		again: 'again, back, once more',
		help: 'help, info, information, assistance, support',
	},
};
