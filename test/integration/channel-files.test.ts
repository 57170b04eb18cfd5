import type { IBinaryKeyData } from 'n8n-workflow';
import nock from 'nock';
import { api, byId, run, SECRETS, withoutNetwork } from './channel-stage';

withoutNetwork();

const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);
const number = byId('2001');

function picture(mimeType = 'image/jpeg', fileName = 'logo.jpg'): IBinaryKeyData {
	return { data: { data: PICTURE.toString('base64'), mimeType, fileName } };
}

function stored(url: string): void {
	api('whatsAppCloud')
		.get('/v25.0/7001')
		.reply(200, { id: '7001', url, mime_type: 'image/jpeg', sha256: 'abc', file_size: 5 });
}

test('a file of the item is uploaded', async () => {
	api('whatsAppCloud')
		.post('/v25.0/2001/media', (body: string) => Buffer.from(body, 'hex').includes('filename="logo.jpg"'))
		.matchHeader('content-type', /^multipart\/form-data; boundary=/)
		.reply(200, { id: '7001' });
	const [item] = await run('whatsAppCloud', 'media.upload', { phoneNumberId: number }, { binary: picture() });
	expect(item?.json).toMatchObject({ mediaId: '7001', mimeType: 'image/jpeg', sizeBytes: 5 });
});

test('a file that is not there is named', async () => {
	const failed = run('whatsAppCloud', 'media.upload', { phoneNumberId: number, binaryField: 'photo' });
	await expect(failed).rejects.toThrow(/binary/);
});

test('a file is downloaded as it is', async () => {
	stored('https://lookaside.fbsbx.com/whatsapp/media?mid=7001&hash=x');
	nock('https://lookaside.fbsbx.com', { reqheaders: { authorization: `Bearer ${SECRETS.token}` } })
		.get('/whatsapp/media?mid=7001&hash=x')
		.reply(200, PICTURE, { 'content-type': 'image/jpeg' });
	const [item] = await run('whatsAppCloud', 'media.download', {
		mediaId: '7001',
		outputField: 'photo',
		options: { filename: 'photo.jpg' },
	});
	expect(item?.json).toMatchObject({ mediaId: '7001', mimeType: 'image/jpeg', sizeBytes: 5 });
	const { photo } = item?.binary ?? {};
	expect(photo).toMatchObject({ mimeType: 'image/jpeg', fileName: 'photo.jpg' });
	expect(Buffer.from(photo?.data ?? '', 'base64')).toEqual(PICTURE);
});

test('a file that is refused tells why', async () => {
	stored('https://lookaside.fbsbx.com/whatsapp/media');
	nock('https://lookaside.fbsbx.com')
		.get('/whatsapp/media')
		.reply(401, { error: { message: 'Bad token', code: 190 } });
	await expect(run('whatsAppCloud', 'media.download', { mediaId: '7001' })).rejects.toThrow('(190)');
});

test('the token goes to no host but those of Meta', async () => {
	stored('https://media.example/whatsapp/7001');
	await expect(run('whatsAppCloud', 'media.download', { mediaId: '7001' })).rejects.toThrow('media.example');
});

test('a photo is uploaded and becomes that of the profile', async () => {
	api('whatsAppCloud')
		.post('/v25.0/9001/uploads')
		.query({ file_name: 'logo.jpg', file_length: '5', file_type: 'image/jpeg' })
		.reply(200, { id: 'upload:abc' });
	let sent = '';
	api('whatsAppCloud')
		.post('/v25.0/upload:abc', (body: string) => {
			sent = body;
			return true;
		})
		.matchHeader('content-type', 'application/octet-stream')
		.matchHeader('file_offset', '0')
		.reply(200, { h: 'handle-1' });
	api('whatsAppCloud')
		.post('/v25.0/2001/whatsapp_business_profile', {
			messaging_product: 'whatsapp',
			about: 'Open',
			profile_picture_handle: 'handle-1',
		})
		.reply(200, { success: true });
	const [item] = await run(
		'whatsAppCloud',
		'businessProfile.update',
		{ phoneNumberId: number, changes: { about: 'Open', pictureField: 'data' } },
		{ binary: picture() },
	);
	expect(item?.json).toMatchObject({ updated: ['about', 'picture'] });
	expect(Buffer.from(sent, 'hex')).toEqual(PICTURE);
});
