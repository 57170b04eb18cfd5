import type { MessagingEvent } from '../../../core/events';
import type { ApiAnswer } from '../../../core/http/api';
import {
	mergeNeighbours,
	neighboursFor,
	readHandOver,
	readIntroduction,
	readNeighbourRequest,
	readNeighbours,
	sendersOfAll,
	type Neighbour,
} from '../../../core/intake/neighbours';

const everything: Neighbour['selection'] = {
	kinds: [],
	senders: [],
	messageTypes: [],
	statuses: [],
	finalOnly: false,
	accountEvents: [],
};

function neighbour(id: string, selection: Partial<Neighbour['selection']> = {}, until?: number): Neighbour {
	const known = {
		url: `https://n8n.shop.com/webhook/${id}/webhook`,
		workflow: `Workflow ${id}`,
		selection: { ...everything, ...selection },
	};
	return until === undefined ? known : { ...known, until };
}

const idsOf = (neighbours: readonly Neighbour[]) => neighbours.map(({ url }) => url.split('/')[4]);

const base = { provider: 'whatsAppCloud', id: '1', eventKey: '1', raw: null, channelId: 'n1' } as const;
const message: MessagingEvent = { ...base, kind: 'message', type: 'text' };
const status: MessagingEvent = { ...base, kind: 'status', status: 'read', final: true };

describe('who gets a call', () => {
	const neighbours = [
		neighbour('all'),
		neighbour('messages', { kinds: ['message'] }),
		neighbour('statuses', { kinds: ['status'] }),
		neighbour('pictures', { kinds: ['message'], messageTypes: ['image'] }),
		neighbour('n2', { senders: ['n2'] }),
		neighbour('test', {}, 1000),
	];

	test.each<[string, MessagingEvent[], number, string[]]>([
		['a message', [message], 0, ['all', 'messages', 'test']],
		['a status', [status], 0, ['all', 'statuses', 'test']],
		['both', [status, message], 0, ['all', 'messages', 'statuses', 'test']],
		['a message after the end of the test', [message], 1000, ['all', 'messages']],
		['nothing', [], 0, []],
	])('%s', (_name, events, now, expected) => {
		expect(idsOf(neighboursFor(neighbours, events, now))).toStrictEqual(expected);
	});
});

test('lists are merged in their order, each neighbour once, the later word about one left out', () => {
	const newer = neighbour('a', { kinds: ['status'] });
	const merged = mergeNeighbours(
		[
			[newer, neighbour('own')],
			[neighbour('b'), neighbour('a')],
		],
		'https://n8n.shop.com/webhook/own/webhook?token=1',
	);
	expect(merged).toStrictEqual([newer, neighbour('b')]);
});

test.each<[string, Partial<Neighbour['selection']>[], string[]]>([
	['one wants all', [{ senders: ['n1'] }, {}], []],
	['each has its own', [{ senders: ['n1'] }, { senders: ['n2', 'n1'] }], ['n1', 'n2']],
	['there is none', [], []],
])('the senders of all, where %s', (_name, selections, expected) => {
	expect(sendersOfAll(selections.map((one) => ({ ...everything, ...one })))).toStrictEqual(expected);
});

const notPublished = { code: 404, message: 'Published version not found for workflow with id "1"' };
const notRegistered = { code: 404, message: 'The requested webhook "POST x" is not registered.' };

test.each<[string, ApiAnswer, string]>([
	['took it', { outcome: 'answered', status: 200, body: 'Received' }, 'taken'],
	['refused it', { outcome: 'answered', status: 401, body: 'Signature refused' }, 'taken'],
	['is gone', { outcome: 'answered', status: 404, body: notRegistered }, 'gone'],
	['is unpublished', { outcome: 'answered', status: 404, body: notPublished }, 'gone'],
	['is still starting', { outcome: 'answered', status: 404, body: '<pre>Cannot POST</pre>' }, 'again'],
	['failed', { outcome: 'answered', status: 503, body: 'Deliver it again' }, 'again'],
	['cannot be reached', { outcome: 'refused', reason: 'nothing listens' }, 'again'],
	['did not answer', { outcome: 'unknown', reason: 'timeout' }, 'again'],
])('a neighbour that %s', (_name, answer, expected) => {
	expect(readHandOver(answer)).toBe(expected);
});

describe('what is read from outside', () => {
	test.each([undefined, null, 'text', {}, [1, null, { url: 'no url' }], [{ ...neighbour('a'), url: 'x' }]])(
		'%j holds no neighbours',
		(value) => {
			expect(readNeighbours(value)).toStrictEqual([]);
		},
	);

	test('what was kept comes back', () => {
		const kept = [neighbour('a', { kinds: ['message'], senders: ['n1'] }), neighbour('b', {}, 5)];
		expect(readNeighbours(JSON.parse(JSON.stringify(kept)))).toStrictEqual(kept);
	});

	test.each([
		[{ ask: 'introduce' }, true],
		[{ ask: 'welcome', neighbour: neighbour('a') }, true],
		[{ ask: 'forget', url: 'https://n8n.shop.com/webhook/a/webhook' }, true],
		[{ ask: 'remember', senders: [], neighbours: [neighbour('a')] }, true],
		[{ ask: 'replace', leaving: 'https://n8n.shop.com/webhook/a/webhook' }, true],
		[{ ask: 'replace', leaving: 'somewhere' }, false],
		[{ ask: 'delete' }, false],
		['introduce', false],
	])('%j is a request: %s', (value, isRequest) => {
		expect(readNeighbourRequest(value) !== undefined).toBe(isRequest);
	});

	test('an answer of something else is no introduction', () => {
		expect(readIntroduction({ message: 'Workflow was started' })).toBeUndefined();
	});
});
