import { judge, type Judgement } from '../../../core/questions/answers';
import type { AnswerEvent } from '../../../core/questions/hand-over';
import type { Expected } from '../../../core/questions/question';

const reading = { now: Date.parse('2026-11-30T12:00:00Z'), timeZone: 'UTC' };
const options = [
	{ value: 'sat', title: 'Saturday' },
	{ value: 'sun', title: 'Sunday' },
];
const approval = [
	{ value: 'yes', title: 'Approve' },
	{ value: 'no', title: 'Decline' },
];

const says = (text: string, more: Partial<AnswerEvent> = {}): AnswerEvent => ({
	kind: 'message',
	provider: 'whatsAppCloud',
	id: 'wamid.1',
	type: 'text',
	from: '+15550123001',
	text,
	...more,
});
const expecting = (kind: Expected['kind'], more: Partial<Expected> = {}): Expected => ({
	kind,
	options: [],
	dayFirst: true,
	mediaTypes: [],
	...more,
});
const answered = (found: object): Judgement => ({ outcome: 'answered', found: { ...found } });
const unfit: Judgement = { outcome: 'unfit' };
const optedOut: Judgement = { outcome: 'optedOut' };

test.each<[string, AnswerEvent, Expected, Judgement]>([
	['yes', says('Yes please!'), expecting('approval', { options: approval }), answered({ approved: true })],
	['no', says('nope'), expecting('approval', { options: approval }), answered({ approved: false })],
	['German', says('Ja, gerne'), expecting('approval', { options: approval }), answered({ approved: true })],
	['Arabic', says('نعم'), expecting('approval', { options: approval }), answered({ approved: true })],
	['Japanese', says('いいえ'), expecting('approval', { options: approval }), answered({ approved: false })],
	['a thumb', says('👍🏽'), expecting('approval', { options: approval }), answered({ approved: true })],
	['the label', says('decline'), expecting('approval', { options: approval }), answered({ approved: false })],
	['neither', says('when exactly?'), expecting('approval', { options: approval }), unfit],
	['an option by title', says(' SUNDAY '), expecting('options', { options }), answered({ value: 'sun' })],
	['an option by number', says('1.'), expecting('options', { options }), answered({ value: 'sat' })],
	['no option', says('3'), expecting('options', { options }), unfit],
	['text', says('Quay Street 12'), expecting('text'), answered({})],
	['a number', says('4 of us'), expecting('number', { least: 1, most: 8 }), answered({ number: 4 })],
	['too many', says('9'), expecting('number', { least: 1, most: 8 }), unfit],
	['a date', says('24.12.'), expecting('date'), answered({ date: '2026-12-24' })],
	['a date that is too early', says('1.12.'), expecting('date', { from: '2026-12-02' }), unfit],
	[
		'a location',
		says('', { type: 'location', location: { latitude: 51.9, longitude: -8.47 } }),
		expecting('location'),
		answered({ location: { latitude: 51.9, longitude: -8.47 } }),
	],
	[
		'a picture',
		says('', { type: 'image', media: { id: '7' } }),
		expecting('media', { mediaTypes: ['image'] }),
		answered({ media: { id: '7' } }),
	],
	[
		'a flow',
		says('Sent', { type: 'flowReply', payload: { seats: '4' } }),
		expecting('flow'),
		answered({ answers: { seats: '4' } }),
	],
	['words in the place of a flow', says('4 seats'), expecting('flow'), unfit],
	['a flow that says nothing', says('Sent', { type: 'flowReply' }), expecting('flow'), unfit],
	[
		'a voice message',
		says('', { type: 'audio', media: { id: '8' } }),
		expecting('media', { mediaTypes: ['image'] }),
		unfit,
	],
	['a reaction', says('👍', { type: 'reaction' }), expecting('approval', { options: approval }), unfit],
	['STOP', says('STOP'), expecting('text'), optedOut],
	['STOP in a sentence', says('please stop texting me'), expecting('text'), optedOut],
	['STOP in another language', says('Abmelden'), expecting('approval', { options: approval }), optedOut],
	["the provider's own switch", says('', { kind: 'consent', action: 'optOut' }), expecting('text'), optedOut],
	['the switch back on', says('', { kind: 'consent', action: 'optIn' }), expecting('text'), unfit],
])('%s', (_name, event, expected, judgement) => {
	expect(judge(event, expected, reading)).toEqual(judgement);
});

test('a tap counts whatever its label says', () => {
	const tapped = { ...reading, tapped: 'sun' };
	expect(judge(says('Sunday'), expecting('options', { options }), tapped)).toEqual(
		answered({ value: 'sun' }),
	);
	expect(judge(says('Sunday'), expecting('options', { options }), { ...reading, tapped: 'mon' })).toEqual(
		answered({ value: 'sun' }),
	);
});
