import { contentNodes, formatted } from './content.js';
import { element, icon } from './dom.js';
import { brief, STATUS, time } from './words.js';

/** Elements by message object. The store replaces the object whenever anything about the message changes. */
const cache = new WeakMap();

/**
 * One message with its time, ticks and, where it went wrong, the reason.
 *
 * @param message of the store
 * @param context `find` looks up a quoted message, `reply` starts an answer, `tap` sends what a choice answers, `names` are shown on quotes
 */
export function bubble(message, context) {
	const known = cache.get(message);
	if (known) return known;
	const { sender, text, at } = message;
	// Text messages are never reported as read, however long they were looked at.
	const isRead = message.status === 'read';
	const status = isRead && context.channel === 'sms' ? 'delivered' : message.status;
	const quoted = message.replyToId === undefined ? undefined : context.find(message.replyToId);
	const node = element(
		'div',
		{
			class: 'message',
			'data-sender': sender,
			'data-status': status,
			'data-id': message.id,
			'data-reaction': message.reaction || undefined,
		},
		element(
			'div',
			{ class: 'bubble' },
			element('span', { class: 'hidden' }, `${context.names[sender]}: `),
			quoted && quote(quoted, context.names),
			...(message.content
				? contentNodes(message.content, (choice) => context.tap(message, choice))
				: [
						element(
							'p',
							{ class: 'text', dir: 'auto' },
							...(context.channel === 'whatsapp' ? formatted(text) : [text]),
						),
					]),
			element('span', { class: 'meta' }, element('time', {}, time(at)), ticks(sender, status)),
			message.reaction &&
				element(
					'span',
					{ class: 'reaction', role: 'img', 'aria-label': `Reaction ${message.reaction}` },
					message.reaction,
				),
			context.channel === 'whatsapp' &&
				element(
					'button',
					{
						type: 'button',
						class: 'reply',
						title: 'Reply',
						'aria-label': `Reply to “${text.slice(0, 40)}”`,
						onclick: () => context.reply(message),
					},
					icon('reply'),
				),
		),
		problem(message),
	);
	cache.set(message, node);
	return node;
}

/** A quoted message in a few words. */
export function quote({ sender, text }, names) {
	return element(
		'div',
		{ class: 'quote' },
		element('strong', {}, names[sender]),
		element('span', { dir: 'auto' }, text.replace(/\s+/g, ' ').slice(0, 160)),
	);
}

function ticks(sender, status) {
	const label = STATUS[sender][status];
	return element(
		'span',
		{ class: 'ticks', role: 'img', 'aria-label': label, title: label, 'data-status': status },
		icon(status),
	);
}

function problem({ sender, status, failure, webhook }) {
	if (sender === 'business') {
		if (status !== 'failed' || !failure) return undefined;
		const { code, title, details } = failure;
		return line(
			'failed',
			`Not delivered (${code}, ${title})`,
			title,
			element('span', { class: 'details' }, details),
		);
	}
	if (!webhook || webhook.state === 'taken' || webhook.state === 'waiting') return undefined;
	if (webhook.state === 'noWebhook') return line('failed', 'Not delivered: no workflow was listening');
	const reason = `Not delivered to the workflow: ${brief(webhook.problem ?? 'given up')}`;
	if (webhook.state === 'givenUp') {
		return line('failed', `${reason} · given up after ${attempts(webhook.attempts)}`, webhook.problem);
	}
	return line(
		'retrying',
		reason,
		webhook.problem,
		element(
			'span',
			{ class: 'countdown', 'data-at': webhook.nextAttemptAt },
			countdown(webhook.nextAttemptAt),
		),
	);
}

function attempts(count) {
	return count === 1 ? 'one attempt' : `${count} attempts`;
}

function line(kind, text, title, ...more) {
	return element('p', { class: 'problem-line', 'data-kind': kind, title }, text, ...more);
}

function countdown(at) {
	const seconds = Math.ceil((Date.parse(at) - Date.now()) / 1_000);
	return seconds > 0 ? `, retrying in ${seconds} s` : ', retrying';
}

/** Lets the waits to the next attempts run down. */
export function tickCountdowns(container) {
	for (const node of container.querySelectorAll('.countdown')) node.textContent = countdown(node.dataset.at);
}
