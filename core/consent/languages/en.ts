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
	words: {
		stop: 'stop, quit, cease, halt, discontinue, end, stop with, enough with, enough of, enough, done with, knock it off with, put an end to, cut it out with, cut out, turn off, switch off, shut off, deactivate, disable, stopp, stopping, stop all, cancel, refrain from, desist from, cease and desist from, be done with, over with, sick of, tired of, fed up with',
		contact:
			'text, texting, txt, txting, texts, message, messaging, msg, msging, contact, contacting, write, writing, spam, spamming, bother, bothering, harass, harassing, annoy, annoying, disturb, disturbing, pester, pestering, email, emailing, e mail, call, calling, sms, reach out, reaching out, bug, bugging, hit up, hitting me up, dm, ping, pinging, notify, notifying, solicit, soliciting, bombard, bombarding, blow up, blowing up, whatsapp, whatsapping, market to, marketing to, advertise to, advertising to, reply, buzzing, pinging, flood, flooding, stalking, trouble, troubling',
		send: 'send, sending, sendin, sending me, forward, forwarding, deliver, delivering, blast, blasting',
		message:
			'message, messages, msg, msgs, text, texts, txt, txts, sms, notification, notifications, notifs, alert, alerts, update, updates, communication, communications, correspondence, email, emails, e mails, mail, mails, mailings, contact, reminder, reminders, calls, stuff, crap, shit, garbage, junk, nonsense, bs, anything, whatsapp, whatsapps, broadcast, broadcasts, blast, blasts, content, dms, from you, from u, from you guys, from this company, from your company, from ur company, from this number, from your store, from this list, this service, your service, text service, hear from',
		promotion:
			'promo, promos, promotion, promotions, promotional, ad, ads, advert, adverts, advertising, advertisement, advertisements, advertisments, marketing, offer, offers, deal, deals, newsletter, newsletters, spam, coupons, campaign, campaigns, solicitation, solicitations, sales texts, sales messages, sales pitches',
		not: 'dont, do not, don t, doesnt, didnt, did not, never, not, wont, will not, cant, cannot, can not, wouldnt, would not, shouldnt, isnt, aint, havent, hasnt, couldnt, without, nor, please dont, pls dont, never again',
		no: 'no, zero, none of',
		more: 'more, anymore, any more, any longer, again, further, ever, ever again, any further, another, no more, additional, future, in the future, any other, any',
		noMore: 'no longer, no more, nomore, no further, not any more, no additional',
		want: 'want, wanna, wish, like, need, interested, interested in, care for, care to, care about, consent to, agree to, ask for, request, appreciate, would like, want you to, want u to, require, desire, asked for, authorize, authorise, permit, opt in to',
		get: 'receive, receiving, recieve, recieving, get, getting, hear, hearing, hear from, hearing from, see, seeing, be contacted, be texted, be messaged, be on, be part of, be bothered, be notified',
		remove:
			'remove, remove me, removed, removing, delete, deleted, erase, take off, take, scratch, strike, drop, unlist, delist, unenroll, exclude, scrub, purge, get me off, take me off, removal, pull, kick, wipe, clear, forget, lose, get rid of, cross off, off, uninclude',
		leave:
			'leave, exit, get off, come off, be off, be taken off, be removed from, want off, want out of, get out of, out of, quit',
		me: 'me, us, myself, my phone, my cell, my whatsapp, my inbox',
		list: 'list, lists, mailing list, text list, contact list, contacts, database, db, system, records, subscription list, distribution list, distro, your list, ur list, subscribers, call list, sms list, marketing list, books, files, directory, mailing, mailings, messages, texts, alerts, program, group',
		number:
			'my number, this number, my phone number, my num, my cell number, my contact, my contact info, my info, my data, my details, my contact details, my name, my mobile, my mobile number, my no, my digits, my personal data, my email, my information, number',
		unsubscribe:
			'unsubscribe, unsub, opt out, optout, opting out, opted out, opt me out, opt us out, opt myself out, un subscribe, unsubscribing, unsubscribed me, be unsubscribed, unsubscribe me, sign me off, sign me out, unregister, deregister, de register, unenroll, sign off, get me off your list, take me off your list, off your list, off this list, off ur list, unfollow, unsuscribe, unsubcribe, unsubscibe, unsubsribe',
		revoke:
			'revoke, revoking, withdraw, withdrawing, cancel, cancelling, canceling, rescind, terminate, end, stop, take back, retract',
		consent:
			'consent, permission, my consent, my permission, authorization, authorisation, subscription, my subscription, membership to this list, opt in, sms subscription, text subscription, approval, agreement to',
		idiom:
			'leave me alone, leave us alone, leave my phone alone, lose my number, lose this number, go away, no more texts, no more, not interested stop, take me off, dont call, do not call me, stop this, fuck you, fuck off, f off, eff off, piss off, bugger off, get lost, wrong number, wrong person, this is the wrong number, you have the wrong number, do not contact, do not disturb, do not text, do not call, dont text, dont contact, make it stop, get off my phone, stop already, buzz off, do not text me, take a hike, let me be, let me go, get me out, get me out of here, i want out, want out, count me out, im out, im done, cease and desist, forget me, forget my number, forget this number, go to hell, screw off',
		complaint:
			'wrong number, wrong person, never signed up, didnt sign up, did not sign up, never subscribed, didnt subscribe, never asked, didnt ask, who is this, who are you, spam, spamming, not interested, no longer interested, sick of, tired of, annoying, already, how many times, leave me alone, harassment, harassing, report, reporting, fuck, fucking, messages, texts, message, text, texting, contact, list, no more, lawyer, legal action, ftc, fcc, tcpa, dont know you',
		block:
			'if, unless, why, when, whenever, while, until, till, before, after, during, because of, where, what if, he, she, they, him, her, them, someone, somebody, people, everyone, anyone, nobody, who, whose, boyfriend, girlfriend, husband, wife, ex, boss, friend, friends, mom, mum, mother, dad, father, brother, sister, kids, kid, neighbor, neighbour, teacher, i will, ill, i should, i must, i had to, i promise, let me stop, did you, have you, did i, do i, does, has, was, were, had, yesterday, today, tonight, tomorrow, yet, weekend, weekends, at work, at night, in class, meeting, driving, sleeping, miss, missing, missed, instead, texting you, messaging you, bothering you, calling you, sending you, contacting you, spamming you, annoying you, text you, message you, call you, bother you, worry, worrying, forget to, fail to, hesitate, keep sending, keep texting, keep them coming, keep me, keep the, love, loved, loving, enjoy, wait to, wait for, without asking, as soon as, once, only if, other than, except, unless, tell, told, ask, says, said, saying, link, button, page',
		other:
			'order, orders, delivery, deliveries, package, packages, parcel, shipment, shipping, appointment, appointments, appt, booking, reservation, reservations, table, meeting, flight, ticket, tickets, room, payment, payments, invoice, invoices, bill, bills, refund, signature, receipt, receipts, cart, basket, item, items, product, size, address, app, gym, netflix, membership, policy, insurance, plan, trial, card, account, code, codes, photo, photos, picture, pictures, pics, pic, video, videos, memes, location, file, waitlist, job, school, bus, train, car, dog, cat, baby, rain, raining, crying, cry, laughing, smoking, drinking, eating, talking, babe, names, haircut, event, party, class, song, music, game, noise, treatment, pills, medication, prescription, service appointment, contract, money, cash, check, hair, recipe, recipes, tab, door, doors, visit, installation, repair, warranty claim, pizza, food, coffee, menu, discount code',
		split: 'and, but, so, because, cause, cuz, bc, since, or, then, also, otherwise, as, therefore',
		courtesy:
			'please, pls, plz, plse, pleas, pleease, pleaseee, kindly, thanks, thank you, thank u, thankyou, thx, tnx, ty, tysm, tks, cheers, now, right now, immediately, asap, at once, today please, hi, hello, hey, hiya, dear, sir, madam, mam, maam, sirs, team, guys, you guys, folks, ok, okay, yes, already, just, lol, omg, sorry, ffs, wtf, smh, have a nice day, have a good day, no thanks, no thank you, at the earliest, effective immediately, for good, forever, permanently, completely, altogether, entirely, sent from my iphone, sent from my android, sent with loud effect, sent with gentle effect, sent with slam effect, sent with invisible ink, sent with echo, sent with confetti, dude, bro, man, mate, damn, damnit, hell, the hell, the fuck, fuck, fucking, freaking, goddamn, bloody, bastards, assholes, idiots, jeez, god, jesus, christ, enough, reply, re, to all, all, everything, regards, best regards, cordially, respectfully',
		fill: 'i, im, i am, id, i would, ive, i have, we, we would, wed, you, u, ya, your, ur, youre, yours, my, our, the, a, an, to, of, from, in, on, at, for, with, by, about, this, that, these, those, it, its, is, are, be, been, being, am, im, would, could, can, will, should, must, have to, may, might, do, all, any, some, every, such, so many, much, too, very, really, also, me and, here, there, there are, out, off, up, up for, way, daily, constant, constantly, constantly, always, several, times, many times, numbers, number, phone, cell, mobile, company, business, store, shop, side, future, going forward, moving forward, from now on, anymore, kind, sort, type, multiple, repeatedly, repeated, endless, unwanted, unsolicited, random, whole, thing, things, stuff, one, as of now, effective, demand, demanding, formally, hereby, officially, asking, ask you, asking you, asked you, told you, telling you, i said, i asked, beg, begging, how do i, how can i, how do we, how to, how, where do i, ready to, trying to, try to, decided to, wanting to, going to, gonna, get, got, let, make, both, only, even, via, through, over, per, whatever, either, two, day, week, month, every day, every week, everyday, each, phone numbers, again and again, over and over',
		join: 'subscribe, subscribe me, resubscribe, resubscribe me, sign me up, sign me back up, sign up, signing up, opt in, opt me in, opt me back in, opt back in, join, enroll, enroll me, enrol me, register me, add me, add me back, put me on, put me back on, unstop, unblock me, start sending, start texting, start messaging, resume sending, resume texting, resume messages, start my subscription, restart my subscription, turn on, reactivate',
		again: 'again, back, once more',
		help: 'help, info, information, assistance, support',
	},
};
