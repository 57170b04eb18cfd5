import fc from 'fast-check';
import {
	isMediaUrl,
	mediaDeletion,
	mediaRequest,
	mediaUpload,
	parseMedia,
	parseMediaDeletion,
	parseMediaId,
	type MediaUse,
} from '../../../../../core/providers/whatsapp-cloud/operations/media-files';

const KB = 1024;
const MB = 1024 * KB;
const SENDER = '106540352242922';

/** A file of any size that takes no memory. */
function bytes(byteLength: number): Uint8Array<ArrayBuffer> {
	return Object.defineProperty(new Uint8Array(1), 'byteLength', { value: byteLength });
}

function upload(mimeType: string, as: MediaUse, sizeBytes = 1) {
	return mediaUpload(SENDER, { mimeType, content: bytes(sizeBytes), filename: 'a.bin' }, as);
}

test('an upload is a multipart request with the file and its type', () => {
	const content = new Uint8Array(1000);
	expect(
		mediaUpload(SENDER, { mimeType: 'image/png', content, filename: 'logo.png' }, 'image'),
	).toStrictEqual({
		ok: true,
		request: {
			method: 'POST',
			path: '/106540352242922/media',
			form: { messaging_product: 'whatsapp', type: 'image/png' },
			file: { name: 'file', filename: 'logo.png', mimeType: 'image/png', content },
		},
	});
});

const OFFICE = 'application/vnd.openxmlformats-officedocument';

test.each<[MediaUse, number, string[]]>([
	['image', 5 * MB, ['image/jpeg', 'image/png']],
	['audio', 16 * MB, ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg']],
	['voice', 16 * MB, ['audio/ogg']],
	['video', 16 * MB, ['video/mp4', 'video/3gpp']],
	[
		'document',
		100 * MB,
		[
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.ms-excel',
			'application/vnd.ms-powerpoint',
			`${OFFICE}.wordprocessingml.document`,
			`${OFFICE}.spreadsheetml.sheet`,
			`${OFFICE}.presentationml.presentation`,
		],
	],
	['sticker', 500 * KB, ['image/webp']],
])('as %s up to %i bytes', (as, most, types) => {
	for (const type of types) {
		expect(upload(type, as, most)).toMatchObject({ ok: true, request: { form: { type } } });
		expect(upload(type, as, most + 1)).toMatchObject({ ok: false, field: 'sizeBytes' });
	}
});

test.each([
	['image/jpg', 'image', 'image/jpeg'],
	['IMAGE/JPEG', 'image', 'image/jpeg'],
	['audio/ogg; codecs=opus', 'voice', 'audio/ogg'],
	['audio/opus', 'voice', 'audio/ogg'],
	['audio/mp3', 'audio', 'audio/mpeg'],
	['audio/x-m4a', 'audio', 'audio/mp4'],
	['video/3gp', 'video', 'video/3gpp'],
	['text/plain;charset=utf-8', 'document', 'text/plain'],
] as const)('%s goes up as %s under the name %s', (given, as, type) => {
	expect(upload(given, as)).toMatchObject({
		ok: true,
		request: { form: { type }, file: { mimeType: type } },
	});
});

test.each<[string, MediaUse, number, string, string]>([
	[
		'image/gif',
		'image',
		1,
		'mimeType',
		'A picture on WhatsApp has to be JPEG, PNG, and "a.bin" is image/gif',
	],
	['', 'sticker', 1, 'mimeType', 'A sticker on WhatsApp has to be WebP, and "a.bin" is of no known type'],
	[
		'audio/mpeg',
		'voice',
		1,
		'mimeType',
		'A voice message on WhatsApp has to be OGG with Opus, and "a.bin" is audio/mpeg',
	],
	[
		'constructor',
		'video',
		1,
		'mimeType',
		'A video on WhatsApp has to be MP4, 3GP, and "a.bin" is constructor',
	],
	['image/png', 'image', 0, 'sizeBytes', 'The file "a.bin" is empty'],
	[
		'image/png',
		'image',
		5 * MB + 1,
		'sizeBytes',
		'A picture on WhatsApp has 5 MB at most, and "a.bin" has 5.1 MB',
	],
	[
		'image/webp',
		'sticker',
		501 * KB,
		'sizeBytes',
		'A sticker on WhatsApp has 500 KB at most, and "a.bin" has 501 KB',
	],
])('%s as %s of %i bytes is refused', (mimeType, as, sizeBytes, field, message) => {
	expect(upload(mimeType, as, sizeBytes)).toStrictEqual({ ok: false, field, message });
});

test.each([
	[{ id: '1013859600285441' }, '1013859600285441'],
	[{ id: 7 }, '7'],
	[{ id: '' }, undefined],
	[undefined, undefined],
])('the media ID in %j', (body, id) => {
	expect(parseMediaId(body)).toBe(id);
});

test('a file is asked for and deleted by its ID', () => {
	expect(mediaRequest('1', SENDER)).toStrictEqual({
		method: 'GET',
		path: '/1',
		query: { phone_number_id: SENDER },
	});
	expect(mediaRequest('1')).toStrictEqual({ method: 'GET', path: '/1' });
	expect(mediaDeletion('1', SENDER)).toStrictEqual({
		method: 'DELETE',
		path: '/1',
		query: { phone_number_id: SENDER },
	});
	expect(mediaRequest('../me?x=1').path).toBe('/..%2Fme%3Fx%3D1');
});

test.each<[unknown, object | undefined]>([
	[
		{
			messaging_product: 'whatsapp',
			url: 'https://lookaside.fbsbx.com/a',
			mime_type: 'image/jpeg',
			sha256: 'ab',
			file_size: 303833,
			id: '1',
		},
		{
			id: '1',
			url: 'https://lookaside.fbsbx.com/a',
			mimeType: 'image/jpeg',
			sha256: 'ab',
			sizeBytes: 303833,
		},
	],
	[
		{ url: 'https://a', file_size: '12', sha256: 7 },
		{ url: 'https://a', sizeBytes: 12 },
	],
	[{ id: '1' }, undefined],
	['odd', undefined],
])('a stored file in %j', (body, media) => {
	expect(parseMedia(body)).toStrictEqual(media);
});

test.each([
	[{ success: true }, true],
	[{ success: false }, false],
	[undefined, false],
])('whether %j is a deletion', (body, deleted) => {
	expect(parseMediaDeletion(body)).toBe(deleted);
});

const GRAPH = 'https://graph.facebook.com/v25.0';

test.each([
	['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', GRAPH, true],
	['https://mmg.whatsapp.net/a', GRAPH, true],
	['http://lookaside.fbsbx.com/a', GRAPH, false],
	['https://lookaside.fbsbx.com.example.com/a', GRAPH, false],
	['https://evilfbsbx.com/a', GRAPH, false],
	['https://example.com/fbsbx.com', GRAPH, false],
	['http://127.0.0.1:4010/media/1', 'http://127.0.0.1:4010/v25.0', true],
	['http://127.0.0.1:4011/media/1', 'http://127.0.0.1:4010/v25.0', false],
	['file:///etc/passwd', 'file:///x', false],
	['odd', 'odd', false],
])('whether the token may go to %s from %s', (url, baseUrl, may) => {
	expect(isMediaUrl(url, baseUrl)).toBe(may);
});

test('nothing throws', () => {
	fc.assert(
		fc.property(fc.anything(), fc.string({ unit: 'binary' }), fc.string(), (body, text, other) => {
			expect([parseMedia(body)?.url ?? '', parseMediaId(body) ?? '']).toEqual([
				expect.any(String),
				expect.any(String),
			]);
			expect(mediaRequest(text).path).toMatch(/^\//);
			expect(isMediaUrl(text, other)).toBe(false);
			expect(upload(text, 'document').ok).toBe(false);
		}),
	);
	expect(mediaRequest('\ud800').path).toBe('/%EF%BF%BD');
});
