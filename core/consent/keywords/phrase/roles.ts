/**
 * What the words of each list of a language file do in a request. The rules that combine these parts know no language;
 * what belongs into a list stands in languages/README.md.
 */
export const ROLES = {
	stop: ['stop'],
	contact: ['contact'],
	send: ['send'],
	sendMessage: ['send', 'message'],
	message: ['message'],
	advertising: ['message', 'promotion'],
	surveys: ['message', 'surveys'],
	reminders: ['message', 'reminders'],
	orderUpdates: ['message', 'orderUpdates'],
	only: ['only', 'fill'],
	not: ['not'],
	no: ['no'],
	didNot: ['deny'],
	more: ['more'],
	noMore: ['not', 'no', 'more'],
	want: ['want'],
	get: ['get'],
	beContacted: ['get', 'me'],
	remove: ['remove'],
	leave: ['leave'],
	me: ['me'],
	list: ['list'],
	myNumber: ['number'],
	unsubscribe: ['unsubscribe'],
	revoke: ['revoke'],
	consent: ['consent'],
	dontContact: ['not', 'contact', 'fused'],
	dontSend: ['not', 'send', 'fused'],
	dontWant: ['not', 'want'],
	leaveMeAlone: ['idiom'],
	complaint: ['complaint'],
	signMeUp: ['join'],
	keepSending: ['goOn'],
	comeBack: ['undo'],
	byMistake: ['mistake'],
	whatIsThis: ['asksWhat'],
	implied: ['hint'],
	notForMe: ['wrongPerson'],
	threats: ['threat'],
	instead: ['instead'],
	meaning: ['meaning'],
	questionWords: ['question', 'fill'],
	again: ['again', 'more', 'fill'],
	help: ['help'],
	otherMeaning: ['block'],
	otherThings: ['other'],
	conjunctions: ['split'],
	politeness: ['fill', 'courtesy'],
	fillers: ['fill'],
	everyday: ['common'],
} as const;

export type Role = keyof typeof ROLES;

/** What a word may do in a request. */
export type Part = (typeof ROLES)[Role][number];
export type Parts = ReadonlySet<Part>;

const PARTS: ReadonlySet<string> = new Set(Object.values(ROLES).flat());

export function isPart(name: string): name is Part {
	return PARTS.has(name);
}

/** Kinds of messages that one can refuse apart, with the scope of an opt-out that they stand for. */
export const SCOPES = {
	promotion: 'marketing',
	surveys: 'surveys',
	reminders: 'reminders',
	orderUpdates: 'orderUpdates',
} as const satisfies Partial<Record<Part, string>>;

export function isRole(name: string): name is Role {
	return name in ROLES;
}

export function hasAny(parts: Parts, wanted: readonly Part[] = []): boolean {
	for (const part of wanted) if (parts.has(part)) return true;
	return false;
}

export function hasOnly(parts: Parts, allowed: readonly Part[]): boolean {
	for (const part of parts) if (!allowed.includes(part)) return false;
	return true;
}
