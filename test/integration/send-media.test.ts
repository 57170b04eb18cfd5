import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, type Setting } from './harness';

const person = { from: '+15550123001' };
const other = { from: '+15550123002' };
const parameters = {
	provider: 'whatsAppCloud',
	operation: 'sendResponse',
	sender: { __rl: true, mode: 'id', value: '2001' },
	delivery: { attempts: 1 },
};
const MENU = 'the menu of the day';

function file(mimeType: string, fileName: string, content = MENU): IBinaryKeyData {
	return { data: { data: Buffer.from(content).toString('base64'), mimeType, fileName } };
}

function graph() {
	return nock('https://graph.test', { reqheaders: { authorization: 'Bearer token-of-the-test' } });
}

/** Takes messages; gives their bodies. */
function taking(count: number): IDataObject[] {
	const bodies: IDataObject[] = [];
	graph()
		.post('/v25.0/2001/messages')
		.times(count)
		.reply(200, (_uri, body) => {
			if (typeof body === 'object') bodies.push({ ...body });
			return { messages: [{ id: `wamid.${bodies.length}` }] };
		});
	return bodies;
}

async function send(items: IDataObject[], changed: INodeParameters, setting: Setting = {}) {
	return await execute(new MessagingSend(), items, {
		...setting,
		parameters: { ...parameters, ...changed },
	});
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

test('a file of the items is uploaded once and sent to each of them', async () => {
	const parts: string[] = [];
	graph()
		.post('/v25.0/2001/media', (body: string) => parts.push(body) > 0)
		.matchHeader('content-type', /^multipart\/form-data; boundary=/)
		.reply(200, { id: '7001' });
	const bodies = taking(3);
	const [accepted] = await send(
		[person, other, person],
		{ messageType: 'document', mediaSource: 'binary', caption: '=For {{ $json.from }}' },
		{ binary: file('application/pdf', 'menu.pdf') },
	);
	expect(accepted).toHaveLength(3);
	expect(parts).toHaveLength(1);
	for (const expected of [
		/name="messaging_product"\s+whatsapp/,
		/name="type"\s+application\/pdf/,
		/name="file"; filename="menu\.pdf"\s+Content-Type: application\/pdf\s+the menu of the day/i,
	]) {
		expect(parts[0]).toMatch(expected);
	}
	expect(bodies.map(({ document }) => document)).toEqual(
		expect.arrayContaining([
			{ id: '7001', caption: 'For +15550123001', filename: 'menu.pdf' },
			{ id: '7001', caption: 'For +15550123002', filename: 'menu.pdf' },
		]),
	);
});

test.each<[string, IBinaryKeyData, INodeParameters, RegExp]>([
	[
		'a type that WhatsApp has not',
		file('text/html', 'menu.html'),
		{ messageType: 'image' },
		/"menu.html" is text\/html/,
	],
	[
		'a file that is empty',
		file('image/png', 'menu.png', ''),
		{ messageType: 'image' },
		/"menu.png" is empty/,
	],
	['a field without a file', {}, { messageType: 'image' }, /data/],
	[
		'a field of another name',
		file('image/png', 'menu.png'),
		{ messageType: 'image', binaryField: 'photo' },
		/photo/,
	],
])('%s is refused before anything is uploaded', async (_name, binary, changed, message) => {
	await expect(send([person], { mediaSource: 'binary', ...changed }, { binary })).rejects.toThrow(message);
});

const fromItem = { messageType: 'document', mediaSource: 'binary' };
const lacksOne = { binary: file('application/pdf', 'menu.pdf'), withoutFile: [1] };

test('a list in which an item has no file is not begun, and the error names the row and the field', async () => {
	await expect(send([person, other, person], fromItem, lacksOne)).rejects.toMatchObject({
		message: expect.stringMatching(/^1 of 3 messages cannot be sent, so nothing was sent\. Row 2: .*'data'/),
	});
});

test('where the node goes on, the others are sent', async () => {
	graph().post('/v25.0/2001/media').reply(200, { id: '7001' });
	const bodies = taking(2);
	const goesOn = { ...lacksOne, onError: 'continueRegularOutput' as const };
	const [given] = await send([person, other, person], fromItem, goesOn);
	expect(given?.map(({ json }) => json.outcome ?? json.error)).toEqual([
		'accepted',
		expect.objectContaining({ title: expect.stringContaining("'data'"), retryable: false }),
		'accepted',
	]);
	expect(bodies.map(({ to }) => to)).toEqual([person.from, person.from]);
});

test.each<[string, INodeParameters, IDataObject]>([
	[
		'a link',
		{
			messageType: 'image',
			mediaSource: 'link',
			mediaLink: 'https://shop.example/menu.png',
			caption: 'Menu',
		},
		{ type: 'image', image: { link: 'https://shop.example/menu.png', caption: 'Menu' } },
	],
	[
		'a media ID',
		{ messageType: 'video', mediaSource: 'id', mediaId: '7001' },
		{ type: 'video', video: { id: '7001' } },
	],
	[
		'a voice message',
		{ messageType: 'voice', mediaSource: 'id', mediaId: '7001' },
		{ type: 'audio', audio: { id: '7001', voice: true } },
	],
])('%s is sent as it is', async (_name, changed, content) => {
	const bodies = taking(1);
	await send([person], changed);
	expect(bodies[0]).toMatchObject(content);
});

test('Meta refuses the file: each item says so with its code, and nothing is sent', async () => {
	graph()
		.post('/v25.0/2001/media')
		.reply(400, { error: { code: 131053, message: 'Media upload error', type: 'OAuthException' } });
	const [given] = await send(
		[person, other],
		{ messageType: 'image', mediaSource: 'binary' },
		{ binary: file('image/png', 'menu.png'), onError: 'continueRegularOutput' },
	);
	expect(given?.map(({ json }) => json.error)).toEqual([
		expect.objectContaining({ code: '131053' }),
		expect.objectContaining({ code: '131053' }),
	]);
});

test('a provider that takes links alone refuses the file of an item', async () => {
	await expect(
		send(
			[person],
			{ provider: 'infobip', channel: 'whatsapp', messageType: 'image', mediaSource: 'binary' },
			{
				binary: file('image/png', 'menu.png'),
				credentialType: 'infobipApi',
				credential: { baseUrl: 'https://api.infobip.test', authentication: 'apiKey', apiKey: 'key' },
			},
		),
	).rejects.toThrow(/link/i);
});
