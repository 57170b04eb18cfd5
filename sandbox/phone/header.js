import { byId, element, paintAvatar } from './dom.js';
import { state, threadOf, unread } from './store.js';
import { watchedOf } from './watch.js';
import { CHANNELS, displayNumber, firstName, PROVIDERS, recorded, time } from './words.js';

/** Who writes, to which number, until when the business may answer freely, and whether the person wants messages at all. */
export function drawHeader(person, number, thread) {
	byId('chat').dataset.channel = number.channel;
	byId('chat-title').textContent = person.name;
	byId('chat-title').title = displayNumber(person.phoneNumber);
	paintAvatar(byId('chat-avatar'), person.phoneNumber, person.name);
	byId('channel').textContent = CHANNELS[number.channel];
	byId('channel').dataset.channel = number.channel;
	drawNumbers(person, number);
	const isOpen = (thread.windowOpenUntil ?? 0) > Date.now();
	byId('window').hidden = number.channel !== 'whatsapp';
	byId('close-window').hidden = !isOpen;
	byId('window').dataset.open = String(isOpen);
	byId('window-text').textContent = windowText(person, thread, isOpen);
	drawConsent(person, number);
}

function drawConsent(person, number) {
	const { kind, text } = consentOf(person, number);
	const canChoose = watchedOf(number.provider)?.marketingStopped !== undefined;
	byId('consent').dataset.kind = kind;
	byId('consent-text').textContent = text;
	byId('opted-out').hidden = kind !== 'optedOut';
	byId('marketing').hidden = !canChoose;
	byId('marketing').textContent = hasStoppedMarketing(person, number) ? 'Allow marketing' : 'Stop marketing';
}

/** A person stops marketing in WhatsApp's own settings, at all numbers of a provider. */
export function hasStoppedMarketing({ phoneNumber }, { provider }) {
	return watchedOf(provider)?.marketingStopped?.includes(phoneNumber) ?? false;
}

/** What the person chose in WhatsApp's settings, or what the workflow recorded. Without a record there is nothing to say. */
function consentOf(person, number) {
	const who = firstName(person.name);
	if (hasStoppedMarketing(person, number)) {
		return { kind: 'optedOut', text: `${who} stopped marketing in WhatsApp’s settings` };
	}
	if (state.consents === undefined) return { kind: 'none', text: '' };
	const row = state.consents[person.phoneNumber];
	if (row === undefined) return { kind: 'none', text: `Recorded: nothing about ${who} yet` };
	return { kind: row.status, text: `Recorded: ${recorded(who, row)}` };
}

function drawNumbers(person, number) {
	const select = byId('number');
	select.hidden = state.numbers.length < 2;
	byId('only-number').hidden = !select.hidden;
	byId('only-number').textContent = label(number);
	if (select.hidden) return;
	const options = state.numbers.map((each) => {
		const count = each === number ? 0 : unread(threadOf(each.id, person.phoneNumber));
		return { number: each, text: `${label(each)}${count > 0 ? ` (${count} new)` : ''}` };
	});
	const shown = [...select.options].map(({ text }) => text).join();
	if (shown !== options.map(({ text }) => text).join()) select.replaceChildren(...groups(options));
	select.value = number.id;
}

/** By channel, where there is more than one. */
function groups(options) {
	const toOption = ({ number, text }) => element('option', { value: number.id }, text);
	const channels = [...new Set(options.map(({ number }) => number.channel))];
	if (channels.length < 2) return options.map(toOption);
	return channels.map((channel) => {
		const ofChannel = options.filter(({ number }) => number.channel === channel);
		return element('optgroup', { label: CHANNELS[channel] }, ...ofChannel.map(toOption));
	});
}

/** The number comes first, because a small screen cuts the end; the provider is named where there are several. */
function label({ verifiedName, phoneNumber, provider }) {
	const several = new Set(state.numbers.map((number) => number.provider)).size > 1;
	const parts = [displayNumber(phoneNumber), verifiedName, ...(several ? [PROVIDERS[provider]] : [])];
	return parts.join(' · ');
}

function windowText({ name }, { windowOpenUntil }, isOpen) {
	const who = firstName(name);
	if (isOpen) {
		const isToday = new Date(windowOpenUntil).getDate() === new Date().getDate();
		return `Reply window open until ${isToday ? '' : 'tomorrow '}${time(windowOpenUntil)}`;
	}
	return windowOpenUntil === undefined
		? `${who} has not written yet: only templates reach ${who}`
		: `Reply window closed: only templates reach ${who}`;
}
