/** What the page knows, kept in step with the sandbox by its stream of events. */

/** Names this page to the sandbox, which counts its chat as open while it is connected. */
export const PAGE = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join(
	'',
);

export const state = {
	loaded: false,
	connected: false,
	business: { name: '' },
	numbers: [],
	customers: new Map(),
	threads: new Map(),
	webhooks: {},
	/** The newest row of the workflow's consent record by phone number; undefined where no record is shown. */
	consents: undefined,
	/** Numbers without a phone here that messages went to since the page was opened. */
	strays: new Set(),
};

export const threadKey = (numberId, customer) => `${numberId}:${customer}`;

export function threadOf(numberId, customer) {
	const key = threadKey(numberId, customer);
	let thread = state.threads.get(key);
	if (!thread) {
		thread = { numberId, customer, messages: [] };
		state.threads.set(key, thread);
	}
	return thread;
}

/** The number that a thread belongs to, with its provider and channel. */
export function lineOf(numberId) {
	return state.numbers.find(({ id }) => id === numberId);
}

export function threadsOf(customer) {
	return state.numbers.map((number) => threadOf(number.id, customer));
}

/** Messages of the business that the customer has not seen. */
export function unread(thread) {
	return thread.messages.filter(({ sender, status }) => sender === 'business' && !SEEN.has(status)).length;
}
const SEEN = new Set(['read', 'failed']);

const MESSAGES_KEPT = 200;

const bare = (phoneNumber) => phoneNumber.replace(/^\+/, '');

const APPLY = {
	message({ message }) {
		const { messages } = threadOf(message.numberId, message.customer);
		addCustomer({ phoneNumber: message.customer, name: message.customer });
		const index = messages.findLastIndex(({ id }) => id === message.id);
		if (index >= 0) messages[index] = message;
		else messages.push(message);
		if (messages.length > MESSAGES_KEPT) messages.shift();
	},
	thread({ thread }) {
		Object.assign(threadOf(thread.numberId, thread.customer), thread);
	},
	webhook({ provider, webhook }) {
		state.webhooks[provider] = webhook;
	},
	consents({ consents }) {
		state.consents = consents;
	},
	customer({ customer }) {
		addCustomer(customer);
		state.strays.delete(bare(customer.phoneNumber));
	},
	stray({ to }) {
		state.strays.add(bare(to));
	},
};

function addCustomer(customer) {
	if (!state.customers.has(customer.phoneNumber)) state.customers.set(customer.phoneNumber, customer);
}

async function load() {
	const response = await fetch('/sandbox/state');
	const { business, numbers, customers, threads, consents, webhooks } = await response.json();
	Object.assign(state, { business, numbers, consents, webhooks, loaded: true, connected: true });
	state.strays.clear();
	state.customers = new Map(customers.map((customer) => [customer.phoneNumber, customer]));
	state.threads = new Map(threads.map((thread) => [threadKey(thread.numberId, thread.customer), thread]));
}

/**
 * Connects and stays connected. `changed` is called after every change with the event, or with none when everything is new.
 * What arrives while the snapshot is on its way is applied after it, in order.
 */
export function follow(changed) {
	const stream = new EventSource(`/sandbox/events?page=${PAGE}`);
	let waiting = [];
	const apply = (event) => {
		APPLY[event.type]?.(event);
		changed(event);
	};
	const reload = async () => {
		waiting = [];
		try {
			await load();
		} catch {
			state.connected = false;
		}
		const late = waiting ?? [];
		waiting = undefined;
		changed();
		late.forEach(apply);
	};
	stream.addEventListener('open', reload);
	stream.addEventListener('error', () => {
		state.connected = false;
		changed();
	});
	stream.addEventListener('message', ({ data }) => {
		const event = JSON.parse(data);
		if (event.type === 'reset') void reload();
		else if (waiting) waiting.push(event);
		else apply(event);
	});
}

/** Asks the sandbox for something; rejects with its words where it refuses. */
export async function post(path, body) {
	const response = await fetch(`/sandbox/${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error ?? `The sandbox answered ${response.status}`);
	return answer;
}
