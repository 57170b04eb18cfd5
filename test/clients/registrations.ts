/** What the package calls while a workflow is published, tested and unpublished: asked of the stand-ins, which answer. */
import { core, type ApiRequest, type RegistrationTarget } from './core.ts';
import { distinct, type Judged, type Made } from './requests.ts';
import { callStandIn, startStandIns, WORLD } from './stand-ins.ts';

const PRODUCTION = 'https://n8n.example.org/webhook/7f/webhook';
const TEST = 'https://n8n.example.org/webhook-test/7f/webhook';

const published = {
	callbackUrl: PRODUCTION,
	siblingUrl: TEST,
	purpose: 'production',
	kinds: ['message', 'status', 'consent', 'account', 'unknown'],
} as const;

const { infobip, sinch } = WORLD;
const ofAccount = {
	...published,
	provider: 'whatsAppCloud',
	accountId: WORLD.businessAccountId,
	appId: WORLD.appId,
	hasAppSecret: true,
	verifyToken: WORLD.verifyToken,
	accessToken: WORLD.accessToken,
} as const;
const ofApp = {
	...published,
	provider: 'sinch',
	projectId: sinch.projectId,
	appId: sinch.appId,
	webhookSecret: sinch.webhookSecret,
} as const;
const hmac = { secret: 'a-key', header: 'X-Sign', algorithm: 'sha256', encoding: 'hex' } as const;

const TARGETS: Readonly<Record<Judged, RegistrationTarget[]>> = {
	whatsAppCloud: [ofAccount, { ...ofAccount, phoneNumberId: WORLD.numbers[0]?.id ?? '' }],
	infobip: [
		{ ...published, provider: 'infobip', secrets: { hmac } },
		{ ...published, provider: 'infobip', secrets: { basic: { username: 'n8n', password: 'a-password' } } },
		{
			...published,
			provider: 'infobip',
			secrets: { header: { name: 'X-Secret', value: 'a-word' } },
			sender: infobip.lines[0]?.phoneNumber ?? '',
		},
	],
	sinch: [ofApp, { ...ofApp, servicePlanId: sinch.servicePlanId }],
};

/** Published, tested meanwhile, tested no more, unpublished. */
async function registerAll(target: RegistrationTarget, call: Parameters<typeof core.registerWebhook>[0]) {
	const test = { ...target, callbackUrl: TEST, siblingUrl: PRODUCTION, purpose: 'test' } as const;
	await core.inspectWebhook(call, target);
	await core.registerWebhook(call, target);
	const borrowed = await core.registerWebhook(call, test);
	await core.unregisterWebhook(call, test, 'receipt' in borrowed ? borrowed.receipt : undefined);
	await core.unregisterWebhook(call, target);
}

export async function registrationRequests(provider: Judged): Promise<Made[]> {
	const sandbox = await startStandIns();
	const made: Made[] = [];
	const call = async (request: ApiRequest) => {
		made.push({ source: 'registration', request });
		return await callStandIn(sandbox, provider, request);
	};
	try {
		for (const target of TARGETS[provider]) await registerAll(target, call);
	} finally {
		await sandbox.close();
	}
	return distinct(made);
}
