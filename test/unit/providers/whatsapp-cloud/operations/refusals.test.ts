import { NOW, play } from '../../../operations/cases';

const number = { phoneNumberId: '106540352242922' };
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();
const tries = (count: number, hours: number) => Array.from({ length: count }, () => hoursAgo(hours));
const template = { name: 'sale', language: 'en', category: 'MARKETING', body: 'Hello there.' };
const file = (mimeType: string, size: number) => ({
	content: new Uint8Array(size),
	mimeType,
	filename: 'a.bin',
});

/** Operation, input, the member at fault and a part of what is said. */
const CASES: [string, object, string, string][] = [
	['account.getMany', {}, 'businessId', 'is missing'],
	['account.get', { accountId: 'my account' }, 'accountId', 'not an id of Meta'],
	['account.subscribeApp', { overrideCallbackUrl: 'https://n8n.shop.com/h' }, 'verifyToken', 'verify token'],
	[
		'account.subscribeApp',
		{ overrideCallbackUrl: 'http://localhost:5678/h', verifyToken: 'x' },
		'overrideCallbackUrl',
		'https',
	],
	['account.completeEmbeddedSignup', { code: 'AQ' }, 'appSecret', 'is missing'],
	['account.completeEmbeddedSignup', { code: 'AQ', appSecret: 's', pin: '12' }, 'pin', '6 digits'],
	['number.getMany', { limit: 0 }, 'limit', 'positive'],
	['number.get', { phoneNumberId: '+16505551234' }, 'phoneNumberId', 'digits only'],
	['number.create', { countryCode: 'US', phoneNumber: '650', verifiedName: 'Shop' }, 'countryCode', '49'],
	['number.create', { countryCode: '1', phoneNumber: 'abc', verifiedName: 'Shop' }, 'phoneNumber', 'digits'],
	['number.create', { countryCode: '1', phoneNumber: '6505551234', verifiedName: 'S' }, 'verifiedName', '75'],
	['number.requestCode', { ...number, method: 'FAX' }, 'method', 'SMS or VOICE'],
	['number.requestCode', { ...number, language: 'en' }, 'language', 'en_US'],
	['number.verifyCode', { ...number, code: '' }, 'code', 'is missing'],
	['number.verifyCode', { ...number, code: '12345' }, 'code', '6 digits'],
	['number.register', { ...number, pin: '12345a' }, 'pin', '6 digits'],
	[
		'number.register',
		{ ...number, pin: '482913', dataLocalizationRegion: 'FR' },
		'dataLocalizationRegion',
		'DE',
	],
	[
		'number.register',
		{ ...number, pin: '482913', earlierRegistrations: tries(10, 71) },
		'earlierRegistrations',
		'2026-11-21T11:00:00.000Z',
	],
	[
		'number.register',
		{ ...number, pin: '482913', nameApprovedAt: hoursAgo(15 * 24) },
		'nameApprovedAt',
		'14 days',
	],
	[
		'number.migrate',
		{ ...number, pin: '482913', backupData: 'x', backupPassword: 'y', earlierRegistrations: tries(10, 1) },
		'earlierRegistrations',
		'ten registrations',
	],
	['number.migrate', { ...number, pin: '482913', backupData: 'x' }, 'backupPassword', 'is missing'],
	[
		'number.deregister',
		{ ...number, earlierDeregistrations: tries(10, 1) },
		'earlierDeregistrations',
		'ten deregistrations',
	],
	['number.setPin', number, 'pin', 'is missing'],
	[
		'number.requestDisplayName',
		{ ...number, displayName: 'Shop', earlierRequests: tries(10, 48) },
		'earlierRequests',
		'ten changes',
	],
	['template.create', { ...template, name: 'Big Sale' }, 'name', 'lower-case'],
	['template.create', { ...template, language: 'English' }, 'language', 'en_US'],
	['template.create', { ...template, category: 'OTP' }, 'category', 'AUTHENTICATION'],
	[
		'template.create',
		{ ...template, earlierCreations: tries(100, 0.5) },
		'earlierCreations',
		'100 new templates',
	],
	['template.create', { ...template, body: '' }, 'body', 'missing'],
	['template.create', { ...template, components: '{"type":"BODY"}' }, 'components', 'JSON list'],
	[
		'template.update',
		{ templateId: '5', body: 'Hello.', earlierEdits: tries(1, 23) },
		'earlierEdits',
		'24 hours',
	],
	[
		'template.update',
		{ templateId: '5', body: 'Hello.', earlierEdits: tries(10, 48) },
		'earlierEdits',
		'30 days',
	],
	['template.update', { templateId: '5' }, 'body', 'nothing to change'],
	[
		'template.update',
		{ templateId: '5', buttons: [{ type: 'quickReply', text: 'Yes' }] },
		'body',
		'replaced together',
	],
	['template.delete', {}, 'name', 'is missing'],
	['template.get', {}, 'templateId', 'its ID, or its name'],
	['webhook.set', { level: 'app' }, 'level', 'of the account or of a number'],
	[
		'webhook.set',
		{ level: 'number', callbackUrl: 'https://a.de/x', verifyToken: 'y' },
		'phoneNumberId',
		'missing',
	],
	[
		'webhook.set',
		{ level: 'account', callbackUrl: `https://a.de/${'x'.repeat(200)}`, verifyToken: 'y' },
		'callbackUrl',
		'200',
	],
	['webhook.delete', { level: 'number' }, 'phoneNumberId', 'missing'],
	['businessProfile.update', number, 'input', 'nothing to change'],
	['businessProfile.update', { ...number, about: ' ' }, 'about', 'empty'],
	['businessProfile.update', { ...number, about: 'x'.repeat(140) }, 'about', '139'],
	['businessProfile.update', { ...number, description: 'x'.repeat(257) }, 'description', '256'],
	['businessProfile.update', { ...number, email: 'nobody' }, 'email', 'e-mail'],
	['businessProfile.update', { ...number, vertical: 'SHOP' }, 'vertical', 'RETAIL'],
	['businessProfile.update', { ...number, websites: ['shop.com'] }, 'websites.0', 'https://'],
	['businessProfile.update', { ...number, websites: Array(3).fill('https://a.de') }, 'websites', 'two'],
	['businessProfile.update', { ...number, picture: file('image/gif', 1) }, 'picture.mimeType', 'JPEG'],
	['media.upload', { ...number, file: file('image/png', 0) }, 'file.sizeBytes', 'empty'],
	['media.upload', { ...number, file: file('image/tiff', 1) }, 'file.mimeType', 'JPEG'],
	['media.upload', { ...number, file: 'no file' }, 'file', 'missing'],
	['media.download', { mediaId: '../me' }, 'mediaId', 'digits only'],
	['optOutList.add', { ...number, people: '' }, 'people', 'missing'],
	['optOutList.add', { ...number, people: ['nobody'] }, 'people.0', 'country code'],
];

test.each(CASES)('%s with %j costs no call', async (operation, input, field, said) => {
	const { outcome, requests } = await play('whatsapp-cloud', operation, input);
	expect(requests).toStrictEqual([]);
	expect(outcome).toMatchObject({ ok: false, field, error: { cause: 'configurationInvalid' } });
	expect(JSON.stringify(outcome)).toContain(said);
});

test.each([
	['number.register', { ...number, pin: '482913', earlierRegistrations: tries(10, 73) }],
	['number.register', { ...number, pin: '482913', earlierRegistrations: tries(9, 1) }],
	['number.register', { ...number, pin: '482913', nameApprovedAt: hoursAgo(13 * 24) }],
	['template.update', { templateId: '5', body: 'Hello.', earlierEdits: tries(9, 25) }],
])('%s with %j is within the limits', async (operation, input) => {
	expect((await play('whatsapp-cloud', operation, input)).outcome).toMatchObject({ ok: true });
});
