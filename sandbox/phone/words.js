const TIME = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const TIME_WITH_SECONDS = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const DATE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const DAY_MS = 24 * 60 * 60 * 1_000;

const startOfDay = (at) => new Date(at).setHours(0, 0, 0, 0);

export function time(at) {
	return TIME.format(at);
}

export function timeWithSeconds(at) {
	return TIME_WITH_SECONDS.format(at);
}

export function day(at) {
	const days = Math.round((startOfDay(Date.now()) - startOfDay(at)) / DAY_MS);
	if (days <= 0) return 'Today';
	if (days === 1) return 'Yesterday';
	return (days < 7 ? WEEKDAY : DATE).format(at);
}

/** For the list: the time today, the day before that. */
export function timeOrDay(at) {
	return startOfDay(at) === startOfDay(Date.now()) ? time(at) : day(at);
}

export function displayNumber(phoneNumber) {
	const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
	return match ? `+1 ${match[1]}-${match[2]}-${match[3]}` : phoneNumber;
}

export const CHANNELS = { whatsapp: 'WhatsApp', sms: 'SMS' };

export const PROVIDERS = { whatsAppCloud: 'WhatsApp Cloud', infobip: 'Infobip', sinch: 'Sinch' };

export function firstName(name) {
	return name.split(/\s+/)[0];
}

/** What the ticks say, by who sent the message and how far it came. */
export const STATUS = {
	business: {
		accepted: 'Accepted, on its way',
		sent: 'Sent',
		delivered: 'Delivered',
		read: 'Read',
		failed: 'Not delivered',
	},
	customer: {
		sent: 'Sent, not yet taken by the workflow',
		delivered: 'Taken by the workflow',
		read: 'Read by the business',
		failed: 'Not delivered to the workflow',
	},
};

/** How a call of an API or a webhook ended. */
const OUTCOMES = {
	open: 'no answer yet',
	unanswered: 'no answer',
	waiting: 'on its way',
	retrying: 'retrying',
	givenUp: 'given up',
	noWebhook: 'not sent',
};

export function exchangeWords({ state, status }) {
	return [status, OUTCOMES[state]].filter(Boolean).join(' · ');
}

export function exchangeTone({ state, status }) {
	if (state === 'open' || state === 'waiting' || state === 'retrying') return 'waiting';
	if (state === 'noWebhook') return 'quiet';
	return state === 'unanswered' || state === 'givenUp' || status >= 400 ? 'bad' : 'good';
}

/** What the workflow recorded of a person, in words. */
const RECORDED = { optedOut: 'opted out', optedIn: 'opted in', pending: 'has to confirm, after' };
const SCOPES = {
	marketing: ' of marketing',
	orderUpdates: ' of order updates',
	reminders: ' of reminders',
	surveys: ' of surveys',
};

/** What the record says of a person, by name: `Ana opted out of marketing with “no more offers”, 10:14`. */
export function recorded(who, { status, scope, evidence, timestamp, optOutAsked }) {
	const asked = `${who} was asked whether to opt out`;
	if (status === 'none') return optOutAsked ? asked : `nothing about ${who} yet`;
	const of = status === 'optedOut' ? (SCOPES[scope] ?? '') : '';
	const words = evidence.trim() === '' ? '' : ` with “${evidence.trim()}”`;
	const said = `${who} ${RECORDED[status]}${of}${words}, ${timeOrDay(Date.parse(timestamp))}`;
	return optOutAsked ? `${said}; was asked whether to opt out` : said;
}

/** The last line of what went wrong, as a person would put it, and the next step. Looked up in order. */
const PROBLEMS = [
	[
		/answered 404/,
		'No active workflow at this address',
		'Publish the workflow in n8n, or correct the address.',
	],
	[
		/answered 40[13]/,
		'The workflow refused the signature',
		'Check that the secrets in the n8n credential are those of the sandbox.',
	],
	[/answered 413/, 'The message is too large for n8n', 'Raise N8N_PAYLOAD_SIZE_MAX.'],
	[/answered 503/, 'n8n is not ready', 'It may still be starting. The message is sent again by itself.'],
	[/answered 5/, 'The workflow could not take the message', 'Look at the executions in n8n.'],
	[/answered 2/, 'The webhook did not answer 200', 'Meta counts every other answer as a failure.'],
	[/ECONNREFUSED|ENOTFOUND/, 'n8n does not answer', 'Start n8n. The message is sent again by itself.'],
	[
		/timeout|ECONNRESET|hang up|aborted/i,
		'n8n broke off or took too long',
		'The message is sent again by itself.',
	],
];

export function explain(problem) {
	const [, title, advice] = PROBLEMS.find(([pattern]) => pattern.test(problem)) ?? [
		,
		'The webhook was not taken',
		'Look at the executions in n8n.',
	];
	return { title, advice };
}

/** Why Meta's handshake can fail, by its words. */
const REFUSALS = [
	[/ECONNREFUSED|ENOTFOUND/, 'Nothing answers at this address. Is n8n running?'],
	[
		/Status Code = 404/,
		'n8n knows no active workflow at this address. Publish it, and take the production URL.',
	],
	[/Status Code = 403/, 'The verify token is another one. Compare it with the n8n credential.'],
	[/does not match challenge/, 'Something answers, but it is no Messaging Trigger.'],
	[/timeout/, 'The address took too long to answer.'],
];

export function explainRefusal(words) {
	return REFUSALS.find(([pattern]) => pattern.test(words))?.[1];
}

/** `answered 401: {"message":"No such webhook"}` becomes `401 No such webhook`, short enough for a line. */
export function brief(problem) {
	const [, status, answer] = /^answered (\d+)(?:: (.*))?$/.exec(problem) ?? [];
	const words = status === undefined ? problem : `${status} ${messageIn(answer ?? '')}`.trim();
	return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}

function messageIn(answer) {
	try {
		const { message } = JSON.parse(answer);
		return typeof message === 'string' ? message : answer;
	} catch {
		return answer
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' ')
			.trim();
	}
}
