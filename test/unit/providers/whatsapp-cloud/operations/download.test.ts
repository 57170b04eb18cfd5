import type { ApiRequest } from '../../../../../core/http/api';
import type { Script } from '../../../fake-provider';
import { play } from '../../../operations/cases';

const ID = '1037543291543636';
const URL = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';
const CONTENT = new Uint8Array([1, 2, 3, 4]);
const META = `GET /${ID}`;
const FILE = 'GET /whatsapp_business/attachments/';

const stored = (url: string) => ({
	status: 200,
	body: { id: ID, url, mime_type: 'image/png', sha256: 'ab', file_size: 4 },
});
const gone = { status: 404, body: '' };
const bytes = { status: 200, body: CONTENT };

async function download(script: Script, input: object = {}) {
	return await play('whatsapp-cloud', 'media.download', { mediaId: ID, ...input }, script);
}

function whole({ url, download: isDownload }: ApiRequest) {
	return { url, isDownload };
}

test('the file comes from the address that Meta names', async () => {
	const { outcome, requests } = await download(
		{ [META]: stored(URL), [FILE]: bytes },
		{ filename: 'logo.png' },
	);
	expect(outcome).toStrictEqual({
		ok: true,
		items: [{ mediaId: ID, mimeType: 'image/png', sizeBytes: 4, sha256: 'ab', url: URL }],
		file: { content: CONTENT, mimeType: 'image/png', filename: 'logo.png' },
	});
	expect(requests.map(whole)).toStrictEqual([
		{ url: undefined, isDownload: undefined },
		{ url: URL, isDownload: true },
	]);
});

test('an address that has run out is asked for once more', async () => {
	const { outcome, requests } = await download({ [META]: stored(URL), [FILE]: [gone, bytes] });
	expect(outcome).toMatchObject({ ok: true, file: { content: CONTENT } });
	expect(requests).toHaveLength(4);
});

test('a file that is gone for good is an error', async () => {
	const { outcome, requests } = await download({ [META]: stored(URL), [FILE]: gone });
	expect(outcome).toMatchObject({ ok: false, error: { code: 'http.404' } });
	expect(requests).toHaveLength(4);
});

test.each([
	'https://evil.example.com/x',
	'http://lookaside.fbsbx.com/x',
	'https://fbsbx.com.evil.example/x',
	'https://user@evil.example/fbsbx.com',
	'no address',
])('the token does not go to %s', async (url) => {
	const { outcome, requests } = await download({ [META]: stored(url) });
	expect(outcome).toMatchObject({ ok: false, error: { code: 'notUnderstood' } });
	expect(requests).toHaveLength(1);
});

test('a stand-in keeps its files on its own host', async () => {
	const url = 'http://127.0.0.1:4010/whatsapp_business/attachments/?mid=1';
	const script = { [META]: stored(url), [FILE]: bytes };
	expect((await download(script, { baseUrl: 'http://127.0.0.1:4010' })).outcome).toMatchObject({ ok: true });
	expect((await download(script)).outcome).toMatchObject({ ok: false });
});

test.each([
	[{ [META]: { status: 200, body: { id: ID } } }, 'notUnderstood'],
	[{ [META]: stored(URL), [FILE]: { status: 200, body: 'text' } }, 'notUnderstood'],
	[{ [META]: { status: 400, body: { error: { code: 100, error_subcode: 33 } } } }, '100'],
])('%j', async (script, code) => {
	expect((await download(script)).outcome).toMatchObject({ ok: false, error: { code } });
});
