import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { eventually } from '../shared/receiver.ts';
import { assertError, BEARER, MESSAGES, WhatsAppCloud, WHO } from './whatsapp-cloud.ts';

const { customer, number, otherNumber } = WHO;
const PATH = `/v25.0/${number.id}/media`;
const MINUTE_MS = 60_000;
const Uploaded = z.object({ id: z.string() });
const About = z.object({
	url: z.string(),
	mime_type: z.string(),
	sha256: z.string(),
	file_size: z.number(),
	id: z.string(),
});
/** A PNG of one pixel. */
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
let now = Date.now();
let standIn: WhatsAppCloud;

before(async () => {
	standIn = await WhatsAppCloud.start(() => now);
});

after(() => standIn.close());

function form(bytes: Buffer = PIXEL, type = 'image/png', more: Record<string, string> = {}): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries({ messaging_product: 'whatsapp', ...more }))
		data.set(name, value);
	data.set('file', new Blob([new Uint8Array(bytes)], { type }), 'file');
	return data;
}

function post(data: FormData) {
	const headers = { authorization: BEARER };
	return axios.post<unknown>(standIn.api.baseUrl + PATH, data, { headers, validateStatus: () => true });
}

async function upload(bytes?: Buffer, type?: string): Promise<string> {
	const response = await post(form(bytes, type));
	assert.equal(response.status, 200, JSON.stringify(response.data));
	return Uploaded.parse(response.data).id;
}

const message = (type: string, id: string) => ({
	messaging_product: 'whatsapp',
	to: customer.phoneNumber,
	type,
	[type]: { id },
});
const download = (url: string, authorization = BEARER) =>
	axios.get<Buffer>(url, {
		headers: { authorization },
		responseType: 'arraybuffer',
		validateStatus: () => true,
	});

test('a file comes back byte by byte, from an address that lasts five minutes and wants the token', async () => {
	const bytes = Buffer.concat([PIXEL, Buffer.from('\r\n--\r\n\0\r\n')]);
	const id = await upload(bytes);
	const about = About.parse((await standIn.call('GET', `/v25.0/${id}`)).data);
	assert.deepEqual(
		[about.id, about.mime_type, about.file_size, about.sha256],
		[id, 'image/png', bytes.length, createHash('sha256').update(bytes).digest('hex')],
	);
	const file = await download(about.url);
	assert.deepEqual([file.status, file.headers['content-type']], [200, 'image/png']);
	assert(file.data.equals(bytes));
	assert.equal((await download(about.url, 'Bearer wrong')).status, 401);
	now += 5 * MINUTE_MS;
	assert.equal((await download(about.url)).status, 404);
});

test('a file belongs to its number, and is gone once deleted or after 30 days', async () => {
	const [deleted, old] = [await upload(), await upload()];
	const ask = (id: string, query = '') => standIn.call('GET', `/v25.0/${id}${query}`);
	assert.equal((await ask(deleted, `?phone_number_id=${number.id}`)).status, 200);
	assertError(await ask(deleted, `?phone_number_id=${otherNumber.id}`), 400, 100);
	assert.deepEqual((await standIn.call('DELETE', `/v25.0/${deleted}`)).data, { success: true });
	assertError(await ask(deleted), 400, 100);
	assertError(await standIn.call('POST', MESSAGES, message('image', deleted)), 400, 131009);
	now += 30 * 24 * 60 * MINUTE_MS;
	assertError(await ask(old), 400, 100);
});

const refused: [string, FormData, RegExp][] = [
	['another type', form(PIXEL, 'image/gif'), /following types: .*Received file of type 'image\/gif'/],
	['an image above 5 MB', form(Buffer.alloc(5 * 1024 * 1024 + 1)), /at most 5242880 bytes/],
	['a sticker above 500 KB', form(Buffer.alloc(500 * 1024 + 1), 'image/webp'), /at most 512000 bytes/],
	['an empty file', form(Buffer.alloc(0)), /must not be empty/],
	['another product', form(PIXEL, 'image/png', { messaging_product: 'sms' }), /WHATSAPP/],
	['no product', form(PIXEL, 'image/png', { messaging_product: '' }), /messaging_product is required/],
];
for (const [what, data, words] of refused) {
	test(`${what} is refused`, async () => {
		assert.match(assertError(await post(data), 400, 100), words);
	});
}

test('a call without a file is refused', async () => {
	const answer = await standIn.call('POST', PATH, { messaging_product: 'whatsapp' });
	assert.match(assertError(answer, 400, 100), /file is required/);
});

test('a message takes a file of its kind; of another kind it fails with 131053', async () => {
	standIn.api.customerSends(customer.phoneNumber, 'Hi');
	const id = await upload();
	const statusOf = async (type: string) => {
		const sent = await standIn.send(message(type, id));
		return eventually(() => standIn.receiver.statusesOf(sent)[0], 'status');
	};
	assert.equal((await statusOf('image')).status, 'sent');
	const { status, errors } = await statusOf('video');
	assert.equal(status, 'failed');
	assert.equal(z.array(z.object({ code: z.number() })).parse(errors)[0]?.code, 131053);
	const page = await axios.get<Buffer>(`${standIn.api.baseUrl}/sandbox/files/whatsAppCloud/${id}`, {
		responseType: 'arraybuffer',
	});
	assert(PIXEL.equals(page.data));
});
