/**
 * Every setting that protects people, with values that an expression may bring: each is read rightly, or its item is refused by
 * an error that names the field. Nothing in between.
 */
import type {
	GenericValue,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	NodeParameterValueType,
} from 'n8n-workflow';
import nock from 'nock';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { readPanel } from '../../nodes/MessagingTrigger/settings';
import { execute, hookContext, type Setting } from './harness';

const HOUR = 3_600_000;
const NOW = Date.now();
const iso = (ms: number) => new Date(ms).toISOString();
const RECENT = NOW - HOUR;
const OLD = NOW - 48 * HOUR;

/** Nothing was given. */
const EMPTY: readonly GenericValue[] = ['', ' ', '\t\n', '\u200b', '\u00a0', null, undefined];

const OBJECTS: GenericValue[] = [{}, { value: 'optedOut' }, { toString: 'optedOut' }];

/** Values that hardly any field understands. */
const STRANGE: readonly GenericValue[] = [
	...[-1, -0.5, 1.5, 1e15, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 46_354, 20_261_128],
	...OBJECTS,
	...[[[]], ['?']],
	...['null', 'undefined', 'NaN', '[object Object]', '{}', '[]', '=', '?', '-', '0x10', '1e3', '1,000', '-3'],
	...['5 messages', 'five', '٣', '½', '1.5.2', '#N/A', '#REF!', 'n/a', 'unknown', 'maybe', 'default'],
	...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'],
	...['not opted out', 'optedOutt', 'opted', 'out', 'in', 'оptedOut', 'opt', 'optedIn,optedOut', 'optedOut;'],
	...['market', 'advertising', 'MARKETINGS', 'marketing/utility', 'utility or marketing'],
	...[
		'tomorrow',
		'now',
		'31.12.2026',
		'12/31/2026',
		'2026-02-31',
		'2026-13-01',
		'10:00',
		'2026',
		'1970-01-01',
	],
	...['9pm', '24:00', '25:61', '21', '2100', '21:0', 'noon', '21:00 CET'],
	...[
		'Mars/Phobos',
		'Eastern Standard Time',
		'UTC-5',
		'GMT+1',
		'EST',
		'CST',
		'Berlin',
		'+02:00',
		'-5',
		'Europe',
	],
	...['someday', 'weekend', 'Mon-Fri', '8', 'fortnight', 'a'.repeat(5000), '🤷', 'ａｂｃ'],
];

interface Field {
	/** As the panel names it. */
	label: string;
	/** The parameters around the value, which stands in `$json.value`. */
	parameters: INodeParameters;
	/** What an item shows when the value was read as this. */
	read: Readonly<Record<string, readonly GenericValue[]>>;
	/** What an item shows where nothing was given. */
	empty: string;
}

const VALUE = '={{ $json.value }}';

/** Runs the values through a node, an item each, and gives what each item shows; `refused: …` where it failed. */
type Run = (field: Field, values: readonly GenericValue[]) => Promise<string[]>;

/** A text of a group on an item. */
function memberOf(group: unknown, name: string): string | undefined {
	if (typeof group !== 'object' || group === null) return undefined;
	const value: unknown = Reflect.get(group, name);
	return typeof value === 'string' ? value : undefined;
}

function errorOf({ json }: INodeExecutionData): string | undefined {
	const { error } = json;
	return memberOf(error, 'title');
}

async function run(
	node: MessagingSend | MessagingKeywords,
	{ parameters }: Field,
	values: readonly GenericValue[],
	base: INodeParameters,
	shows: (item: IDataObject, output: number) => string,
): Promise<string[]> {
	// Each to a person of its own: one person gets a message in six seconds.
	const items = values.map((value, index): IDataObject => ({ from: `+49151${12_340_000 + index}`, value }));
	const setting: Setting = {
		parameters: { ...base, ...parameters },
		onError: 'continueRegularOutput',
	};
	const outputs = await execute(node, items, setting);
	const shown: string[] = [];
	for (const [output, given] of outputs.entries()) {
		for (const item of given) {
			const { pairedItem } = item;
			const at = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
			const error = errorOf(item);
			shown[at] = error === undefined ? shows(item.json, output) : `refused: ${error}`;
		}
	}
	return shown;
}

function ruleOf(item: IDataObject): string {
	const { suppressed } = item;
	if (typeof suppressed !== 'object' || suppressed === null) return 'sent';
	return memberOf(suppressed, 'rule') ?? '';
}

const sender = { __rl: true, mode: 'id', value: '2001' };
const send: Run = async (field, values) =>
	await run(
		new MessagingSend(),
		field,
		values,
		{ provider: 'whatsAppCloud', operation: 'sendResponse', sender, text: 'Hi', delivery: { attempts: 1 } },
		ruleOf,
	);

/** A template of marketing, for rules that count for what comes unasked. */
const template = { operation: 'sendTemplate', recipientFrom: 'writer', fillIn: 'json', valuesJson: '{}' };
const promotion = { ...template, template: { __rl: true, mode: 'id', value: 'promo|en' } };
const ALWAYS_BUT_NOW = { from: clock(NOW + 2 * HOUR), to: clock(NOW + 3 * HOUR), timeZone: 'UTC' };

function clock(at: number): string {
	return iso(at).slice(11, 16);
}

function permission(rules: INodeParameters): INodeParameters {
	return { permission: rules };
}

const COMMON: Field[] = [
	{
		label: 'Numbers Without +',
		parameters: { options: { defaultCountry: 'DE', numbersWithoutPlus: VALUE } },
		read: { sent: ['refuse', 'national', 'INTERNATIONAL', ' National '] },
		empty: 'sent',
	},
	{
		label: 'Consent State',
		parameters: { ...promotion, ...permission({ consentState: VALUE }) },
		read: {
			sent: ['optedIn', 'OPTED_IN', ' opted-in ', 'Opted In', 'optIn', 'subscribed', 'ＯＰＴＥＤＩＮ'],
			optedOut: ['optedOut', 'OptedOut', 'OPTED_OUT', ' optedOut ', 'opted-out', 'opted\u2011out', 'OPTOUT'],
			consentPending: ['pending', 'PENDING', 'Pending\u200b'],
			noConsent: ['none', 'None', 'NONE'],
		},
		empty: 'noConsent',
	},
	{
		label: 'value',
		parameters: { ...promotion, consentFrom: 'field', consentField: 'value' },
		read: {
			sent: ['optedIn', 'OPTED_IN', 'subscribed'],
			optedOut: ['optedOut', 'OPTED_OUT', ' opted-out ', 'unsubscribed'],
			consentPending: ['pending', 'PENDING'],
			noConsent: ['none', 'NONE'],
		},
		empty: 'unknownConsent',
	},
	{
		label: 'Consent Scope',
		parameters: permission({ purpose: 'utility', consentState: 'optedOut', consentScope: VALUE }),
		// A scope that is nobody's but the provider's counts as all.
		read: {
			sent: ['marketing', 'MARKETING', ' Marketing '],
			optedOut: ['all', 'ALL', ...STRANGE.filter((value) => typeof value === 'string'), 'true', 'false'],
		},
		empty: 'optedOut',
	},
	{
		label: 'Opt-Out Asked At',
		parameters: { ...promotion, ...permission({ consentState: 'optedIn', optOutAskedAt: VALUE }) },
		read: {
			optOutAsked: [iso(RECENT), RECENT, Math.floor(RECENT / 1000), iso(OLD), iso(RECENT).replace('T', ' ')],
		},
		empty: 'sent',
	},
	{
		label: 'Topic',
		parameters: permission({
			purpose: 'utility',
			consentState: 'optedOut',
			consentScope: 'surveys,orderUpdates',
			topic: VALUE,
		}),
		read: {
			sent: ['reminders', 'REMINDERS', ' Reminders '],
			optedOutOfMarketing: ['surveys', 'Surveys', 'orderUpdates', 'order_updates', 'Order Updates'],
		},
		empty: 'sent',
	},
	{
		label: 'Purpose',
		parameters: { ...promotion, ...permission({ consentState: 'none', purpose: VALUE }) },
		read: {
			noConsent: ['marketing', 'MARKETING', ' Marketing'],
			sent: ['utility', 'UTILITY', 'service', 'Service', 'authentication', 'AUTHENTICATION'],
		},
		empty: 'noConsent',
	},
	{
		label: 'Confirmation',
		parameters: permission({ consentState: 'optedOut', confirmation: VALUE }),
		read: { sent: ['optOut', 'opt-out', 'OPT_OUT', 'help', 'HELP'], optedOut: ['none', 'None'] },
		empty: 'optedOut',
	},
	{
		label: 'Last Message Received At',
		parameters: permission({ lastInboundAt: VALUE }),
		read: {
			sent: [
				...[RECENT, Math.floor(RECENT / 1000), String(RECENT), String(Math.floor(RECENT / 1000))],
				...[iso(RECENT), iso(RECENT).replace('Z', '+00:00'), iso(RECENT).replace('T', ' ')],
				...[new Date(RECENT).toUTCString(), new Date(RECENT).toString()],
			],
			windowClosed: [
				...[
					OLD,
					Math.floor(OLD / 1000),
					iso(OLD),
					String(OLD),
					iso(OLD).slice(0, 10),
					new Date(OLD).toUTCString(),
				],
			],
		},
		empty: 'sent',
	},
	{
		label: 'Quiet Hours',
		parameters: permission({ purpose: 'utility', quietHours: { hours: { ...ALWAYS_BUT_NOW, from: VALUE } } }),
		read: {
			quietHours: [clock(NOW - HOUR), ` ${clock(NOW - HOUR)} `],
			sent: [clock(NOW + 2 * HOUR)],
			any: ['10:00'],
		},
		empty: 'refused',
	},
	{
		label: 'Not Before',
		parameters: permission({ purpose: 'utility', notBefore: { time: { at: VALUE } } }),
		read: {
			sent: [OLD, Math.floor(OLD / 1000), iso(OLD), iso(OLD).replace('Z', ''), iso(OLD).slice(0, 10)],
			tooEarly: [iso(NOW + HOUR), iso(NOW + 48 * HOUR), iso(NOW + 48 * HOUR).replace('Z', ''), NOW + HOUR],
		},
		empty: 'sent',
	},
	{
		label: 'Time Zone',
		parameters: permission({
			purpose: 'utility',
			quietHours: { hours: { from: clock(NOW - HOUR), to: clock(NOW + HOUR), timeZone: VALUE } },
		}),
		read: {
			quietHours: ['UTC', 'utc', 'Etc/UTC', 'Africa/Abidjan', 'africa/abidjan', ' Atlantic/Reykjavik '],
			sent: ['America/New_York', 'America/New York', 'Asia/Tokyo', 'Pacific/Auckland'],
		},
		// The country of the number decides: Germany, an hour or two away, which the hours just leave out.
		empty: 'any',
	},
	{
		label: 'Whole Days',
		parameters: permission({
			purpose: 'utility',
			quietHours: { hours: { from: '00:00', to: '00:00', timeZone: 'UTC', days: VALUE } },
		}),
		read: {
			quietHours: [
				'sunday,monday,tuesday,wednesday,thursday,friday,saturday',
				['Sunday', 'MONDAY', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
			],
		},
		empty: "refused: 'Quiet Hours' cannot be used: they end when they begin. Choose whole days instead.",
	},
	{
		label: 'Most Messages',
		parameters: permission({
			purpose: 'utility',
			frequencyCap: { cap: { most: VALUE, period: 'week', sentSoFar: 3 } },
		}),
		read: {
			frequencyCap: [1, 3, '3', ' 2 ', '３'],
			sent: [4, 20_261_128, 46_354, '4', 1e15, '21', '2100', '2026', '8'],
		},
		empty: 'sent',
	},
	{
		label: 'Sent So Far',
		parameters: permission({
			purpose: 'utility',
			frequencyCap: { cap: { most: 3, period: 'week', sentSoFar: VALUE } },
		}),
		read: {
			frequencyCap: [3, 4, '3', 20_261_128, 46_354, 1e15, '21', '2100', '2026', '8'],
			sent: [0, 1, '0', '2'],
		},
		empty: 'sent',
	},
	{
		label: 'Period',
		parameters: permission({
			purpose: 'utility',
			frequencyCap: { cap: { most: 3, period: VALUE, sentSoFar: 3 } },
		}),
		read: { frequencyCap: ['day', 'WEEK', ' Month', 'hour'] },
		empty: 'frequencyCap',
	},
];

const keywords: Run = async (field, values) =>
	await run(
		new MessagingKeywords(),
		field,
		values,
		{ text: '=YES', options: {} },
		({ keywords: match, consent }) =>
			`${memberOf(match, 'category') ?? ''} ${memberOf(consent, 'status') ?? 'unchanged'}`,
	);

const KEYWORDS: Field[] = [
	{
		label: 'Consent State',
		parameters: { options: { doubleOptIn: true, consentState: VALUE } },
		read: {
			'doubleOptIn optedIn': ['pending', 'PENDING', ' Pending '],
			'optIn pending': ['none', 'NONE'],
			'default unchanged': ['optedOut', 'OPTED_OUT', 'opted-out', ' optedOut ', 'unsubscribed'],
			'optIn unchanged': ['optedIn', 'OPTED_IN', 'subscribed'],
		},
		empty: 'optIn pending',
	},
	{
		label: 'Opt-Out Asked At',
		parameters: { options: { doubleOptIn: true, consentState: 'optedIn', optOutAskedAt: VALUE } },
		read: {
			'optOut optedOut': [iso(RECENT), RECENT, Math.floor(RECENT / 1000), iso(RECENT).replace('T', ' ')],
			'optIn optedIn': [iso(OLD), OLD],
		},
		empty: 'optIn unchanged',
	},
	{
		label: 'Confirm Opt-In',
		parameters: { options: { doubleOptIn: VALUE } },
		read: {
			'optIn pending': [true, 'true', 'TRUE', 'yes', 'on', 1, '1'],
			'optIn optedIn': [false, 'false', 'no', 'off', 0, '0'],
		},
		empty: 'optIn optedIn',
	},
	{
		label: 'Confirm Within Days',
		parameters: { options: { doubleOptIn: true, pendingDays: VALUE } },
		read: { 'optIn pending': [1, 30, '30', ' 7 ', 0.5, 1.5, '21', '2100', '2026', '8'] },
		empty: 'optIn pending',
	},
	{
		label: 'Consent Expires At',
		parameters: { options: { doubleOptIn: true, consentState: 'pending', consentExpiresAt: VALUE } },
		read: {
			'doubleOptIn optedIn': [NOW + HOUR, Math.floor(NOW / 1000) + 3600, iso(NOW + HOUR), String(NOW + HOUR)],
			'optIn pending': [RECENT, Math.floor(RECENT / 1000), iso(RECENT), String(RECENT)],
		},
		empty: 'doubleOptIn optedIn',
	},
	{
		label: 'Fuzzy Opt-Out',
		parameters: { text: 'stpo', options: { fuzzyOptOut: VALUE } },
		read: {
			'fuzzyOptOut unchanged': ['confirm', 'CONFIRM'],
			'optOut optedOut': ['optOut', 'opt-out', 'OPT_OUT'],
			'default unchanged': ['off', 'OFF'],
		},
		empty: 'default unchanged',
	},
	{
		label: 'Keep the Required Words',
		parameters: {
			text: 'stop',
			categories: { optOut: { keywords: 'LEAVE' } },
			options: { keepRequiredWords: VALUE },
		},
		read: {
			'optOut optedOut': [true, 'true', 'yes', 'on', 1, '1'],
			'default unchanged': [false, 'false', 'no', 'off', 0, '0'],
		},
		empty: 'optOut optedOut',
	},
	{
		label: 'Languages',
		parameters: { text: 'abmelden', options: { languages: VALUE } },
		read: {
			'optOut optedOut': [['de'], 'de', 'DE', 'German', 'german', 'en, de', ['en', 'German']],
			'default unchanged': [['fr'], 'fr', 'en'],
		},
		empty: 'optOut optedOut',
	},
];

/** What a trigger lets through, as its panel says; values stand in the workflow, for its fields take no expressions. */
const PANEL: (Omit<Field, 'parameters'> & { around: (value: NodeParameterValueType) => INodeParameters })[] =
	[
		{
			label: 'Message Types',
			around: (messageTypes) => ({ filters: { messageTypes } }),
			read: { text: [['text'], ['TEXT'], 'text'], 'image,video': [['video', 'image'], 'Image, Video'] },
			empty: '',
		},
		{
			label: 'Statuses',
			around: (statuses) => ({ filters: { statuses } }),
			read: { failed: [['failed'], ['Failed'], 'FAILED'], unknown: ['unknown'] },
			empty: '',
		},
		{
			label: 'Account Events',
			around: (accountEvents) => ({ filters: { accountEvents } }),
			read: { templateStatus: [['templateStatus'], 'TEMPLATE_STATUS'], 'echo,call': ['call, Echo'] },
			empty: '',
		},
		{
			label: 'Final Statuses Only',
			around: (finalOnly) => ({ filters: { finalOnly } }),
			read: { true: [true, 'true', 'yes', 1, '1'], false: [false, 'false', 'no', 0, '0'] },
			empty: 'false',
		},
	];

const isParameter = (value: GenericValue): value is NodeParameterValueType => typeof value !== 'function';

function panelOf(parameters: INodeParameters, label: string): string {
	try {
		const { selection } = readPanel(
			hookContext(new MessagingTrigger(), { parameters: { purpose: 'selected', ...parameters } }),
		);
		const { messageTypes, statuses, finalOnly, accountEvents } = selection;
		if (label === 'Final Statuses Only') return String(finalOnly);
		if (label === 'Account Events') return accountEvents.join();
		return (label === 'Statuses' ? statuses : messageTypes).join();
	} catch (failure) {
		return `refused: ${failure instanceof Error ? failure.message : ''}`;
	}
}

let tried = 0;

type Case = [value: GenericValue, shows: string];

/** The values that a field understands, and whatever else may come. */
function casesOf({ read, empty }: Pick<Field, 'read' | 'empty'>): Case[] {
	const known = Object.entries(read).flatMap(([shows, values]) =>
		values.map((value): Case => [value, shows]),
	);
	const unknown = [...STRANGE, true, false, 0, 1].filter((value) => !known.some(([one]) => one === value));
	return [
		...known,
		...EMPTY.map((value): Case => [value, empty]),
		...unknown.map((value): Case => [value, 'refused']),
	];
}

/** Every value of one field. */
async function sweep(play: Run, field: Field): Promise<void> {
	const cases = casesOf(field);
	judge(
		field,
		cases,
		await play(
			field,
			cases.map(([value]) => value),
		),
	);
}

function judge({ label }: Pick<Field, 'label'>, cases: readonly Case[], shown: readonly string[]): void {
	tried += cases.length;
	const wrong = cases.flatMap(([value, wanted], index) => {
		const got = shown[index] ?? 'nothing';
		const refused = got.startsWith(`refused: '${label}'`);
		const right = wanted === 'any' || (wanted === 'refused' ? refused : got === wanted);
		return right ? [] : [{ value, wanted, got }];
	});
	expect(wrong).toEqual([]);
}

beforeAll(() => {
	nock.disableNetConnect();
	const graph = nock('https://graph.test').persist();
	graph.post('/v25.0/2001/messages').reply(200, { messages: [{ id: 'wamid.out' }] });
	graph.get('/v25.0/2001').query(true).reply(200, { id: '2001' });
	graph.get(/message_templates/).reply(200, { data: [] });
});
afterAll(() => {
	nock.cleanAll();
	nock.enableNetConnect();
	expect(tried).toBeGreaterThan(1500);
});

test.each(COMMON)('Messaging Send: $label', async (field) => {
	await sweep(send, field);
});

test.each(PANEL)('Messaging Trigger: $label', ({ label, around, ...field }) => {
	// A text that begins with = is an expression there, and one without anything behind it is empty.
	const cases = casesOf(field).filter(([value]) => value !== '=');
	const shown = cases.map(([value]) => panelOf(around(isParameter(value) ? value : undefined), label));
	judge({ label }, cases, shown);
});

test.each(KEYWORDS)('Messaging Keywords: $label', async (field) => {
	await sweep(keywords, field);
});
