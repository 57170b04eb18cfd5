/** A channel from its first number to a report on its health, set up in n8n and broken in every way that the stand-in knows. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import axios from 'axios';
import type { ChannelFaultName } from '../../sandbox/whatsapp-cloud/administration/channel-faults.ts';
import { FIRST_PIN } from '../../sandbox/whatsapp-cloud/administration/portfolio.ts';
import { addWorkflow, CREDENTIALS, readTemplate } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { FAULTS, WITH_ANOTHER_NUMBER } from './channel-faults.ts';
import { Chain, type Json } from './channel-chain.ts';
import { byId, keptOfExecutions } from './channel-flow.ts';
import { FormPages } from './form-pages.ts';
import { ROOT } from './home.ts';
import { itemsOf, Lab } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

const TEMPLATE = join(ROOT, 'templates/register-number/workflow.json');
/** Who may open the template's form. */
const OPERATOR = { username: 'operator', password: 'door-of-the-form' };
const CODE = '907153';
const PIN = '350917';
const WRONG = { code: '918273', pin: '564738' };
const [number, otherNumber] = WORLD.numbers;
const [customer] = WORLD.customers;
assert(number && otherNumber && customer);

const lab = await Lab.start('channel');
const { whatsAppCloud } = lab.sandbox;

const rules = async (wish: object) => {
	const body = { provider: 'whatsAppCloud', ...wish };
	const { status } = await axios.post(`${lab.sandbox.url}/sandbox/rules`, body, { proxy: false });
	assert.equal(status, 200);
};
await rules({ reviewMs: 1, verificationCode: CODE });

const fromBody = (name: string) => `={{ $json.body.${name} }}`;
const FROM_BODY = { phoneNumberId: byId(fromBody('phoneNumberId')) };
const operation = (resource: string, name: string, parameters: Json = {}) =>
	Chain.operation(lab, 'whatsAppCloud', resource, name, parameters);

const check = await operation('channel', 'check', {
	reportAs: 'channel',
	...FROM_BODY,
	name: 'Sunrise_WhatsApp',
	callbackUrl: lab.url,
});
const requestCode = await operation('number', 'requestCode', FROM_BODY);
const verifyCode = await operation('number', 'verifyCode', { ...FROM_BODY, code: fromBody('code') });
const register = await operation('number', 'register', { ...FROM_BODY, pin: fromBody('pin') });
const migrate = await operation('number', 'migrate', {
	...FROM_BODY,
	pin: fromBody('pin'),
	backupData: 'backup',
	backupPassword: 'of the backup',
});
const setPin = await operation('number', 'setPin', { ...FROM_BODY, pin: fromBody('pin') });
const rename = await operation('number', 'requestDisplayName', {
	...FROM_BODY,
	displayName: 'Sunset Coffee',
});
const subscribeApp = await operation('account', 'subscribeApp');
const leaveAccount = await operation('webhook', 'delete', { level: 'account' });
const leaveNumber = await operation('webhook', 'delete', { level: 'number', ...FROM_BODY });
const createTemplate = await operation('template', 'create', {
	name: 'autumn_menu',
	language: 'en_US',
	category: 'MARKETING',
	body: 'The autumn menu is here.',
});

const OURS = { phoneNumberId: number.id };
const looks = (phoneNumberId = number.id) => check.run({ phoneNumberId });

/** The credential with other fields than the sandbox gave it. */
async function credential(fields: Record<string, string> = {}): Promise<void> {
	const { type, name, data } = CREDENTIALS.whatsAppCloud;
	const id = await lab.api.saveCredential({
		id: lab.credentialIds.whatsAppCloud,
		name,
		type,
		data: { ...data(whatsAppCloud.baseUrl), ...fields },
	});
	assert.equal(id, lab.credentialIds.whatsAppCloud);
}

async function publishAgain(): Promise<void> {
	await lab.api.unpublish(lab.workflow);
	await lab.api.publish(lab.workflow);
}

/** The app's own URL is the only one: an account's or a number's would hide what is wrong with it. */
async function appGetsEvents(): Promise<void> {
	await leaveAccount.run();
	await whatsAppCloud.setWebhook(lab.url);
}
await appGetsEvents();

async function verifyAgain(): Promise<void> {
	await requestCode.run(OURS);
	await verifyCode.run({ ...OURS, code: CODE });
	await register.run({ ...OURS, pin: FIRST_PIN });
}

async function renameAndRegister(): Promise<void> {
	await rename.run(OURS);
	await register.run({ ...OURS, pin: FIRST_PIN });
}

/** What a person does who follows the next step; otherwise they do it at Meta, which the stand-in's repair is for. */
const NEXT_STEPS: Partial<Record<ChannelFaultName, () => Promise<unknown>>> = {
	versionEnded: () => credential({ apiVersion: 'v26.0' }),
	appSecretChanged: () => credential({ appSecret: 'sandbox-replaced-app-secret' }),
	numberUnverified: verifyAgain,
	verificationExpired: verifyAgain,
	numberNotRegistered: () => register.run({ ...OURS, pin: FIRST_PIN }),
	numberOnPremise: () => migrate.run({ ...OURS, pin: FIRST_PIN }),
	throughputMissing: () => register.run({ ...OURS, pin: FIRST_PIN }),
	pinMissing: () => setPin.run({ ...OURS, pin: FIRST_PIN }),
	nameDeclined: renameAndRegister,
	nameExpired: renameAndRegister,
	appNotSubscribed: () => subscribeApp.run(),
	accountCallbackElsewhere: () => leaveAccount.run(),
	numberCallbackElsewhere: () => leaveNumber.run(OURS),
	callbackMissing: publishAgain,
	noApprovedTemplate: () => createTemplate.run(),
};

const table: Json[] = [];
let broken: ChannelFaultName | undefined;

afterEach(async () => {
	if (broken === undefined) return;
	await rules({ repair: [broken] });
	await credential();
	if (broken === 'callbackMissing') await appGetsEvents();
	broken = undefined;
});

after(() => {
	console.table(table);
});

test('a channel in order is active', async () => {
	const { status, firstFailed } = await looks();
	assert.deepEqual({ status, firstFailed }, { status: 'active', firstFailed: undefined });
});

for (const [fault, first, expected = 'failed'] of FAULTS) {
	test(`${fault} is found by "${first}", and mended by its next step`, async () => {
		broken = fault;
		await rules({ break: [fault] });
		const { status, firstFailed, fault: whose, nextStep } = await looks();
		assert.deepEqual({ status, firstFailed }, { status: expected, firstFailed: first });
		assert(typeof nextStep === 'string' && nextStep !== '', 'no next step');

		const isByNode = NEXT_STEPS[fault];
		if (isByNode) await isByNode();
		else if (!WITH_ANOTHER_NUMBER.has(fault)) await rules({ repair: [fault] });
		const again = await looks(WITH_ANOTHER_NUMBER.has(fault) ? otherNumber.id : number.id);

		assert.deepEqual(
			{ status: again.status, firstFailed: again.firstFailed },
			{ status: 'active', firstFailed: undefined },
		);
		table.push({ fault, status: expected, first, whose, nextStep: nextStep.slice(0, 60) });
	});
}

/** Until its last page is left n8n keeps the execution, although the template saves none that succeeds. */
let registration: { pages: FormPages; workflowId: string };

test('a person takes a new number from Create to its first template message', async () => {
	await rules({ break: ['appNotSubscribed'] });
	const template = await readTemplate(TEMPLATE, lab.credentialIds);
	const name = 'Operator of the form';
	const data = { user: OPERATOR.username, password: OPERATOR.password };
	const id = await lab.api.saveCredential({ name, type: 'httpBasicAuth', data });
	const nodes = template.nodes.map((node) =>
		node.name === 'New Number' ? { ...node, credentials: { httpBasicAuth: { id, name } } } : node,
	);
	const workflow = await addWorkflow(lab.api, { ...template, nodes });
	const form = workflow.nodes.find(({ name }) => name === 'New Number');
	const acceptedBefore = whatsAppCloud.ledger.accepted.length;

	const pages = await FormPages.open(
		`${lab.n8n.url}/form/${form?.webhookId ?? ''}`,
		['1', '555 010 0099', 'Sunrise Roastery', 'SMS', customer.phoneNumber],
		OPERATOR,
	);
	registration = { pages, workflowId: workflow.id };
	await pages.shows(/Six digits are on their way/);
	await pages.send(WRONG.code);
	await pages.shows(/newest one that came to the number/);
	await pages.send(CODE);
	await pages.shows(/Six digits of your choice/);
	await pages.send(PIN);
	await pages.shows(/The channel is active/);

	const run = await lab.api.runData(pages.executionId);
	const [report] = itemsOf(run, 'Check');
	assert.equal(report?.status, 'active');
	const [sent] = itemsOf(run, 'First Message');
	assert.deepEqual([sent?.outcome, sent?.type], ['accepted', 'template']);
	const accepted = whatsAppCloud.ledger.accepted.slice(acceptedBefore);
	assert.deepEqual(
		accepted.map(({ numberId, type }) => ({ numberId, type })),
		[{ numberId: report.phoneNumberId, type: 'template' }],
	);
	await rules({ repair: ['appNotSubscribed'] });
});

test('no code, PIN or token stands in what nodes gave out, in their errors or in the log', async () => {
	await rules({ break: ['numberUnverified'] });
	await requestCode.run(OURS);
	await verifyCode.fail({ ...OURS, code: WRONG.code });
	await rules({ repair: ['numberUnverified'] });
	await register.fail({ ...OURS, pin: WRONG.pin });

	const typed = [CODE, PIN, FIRST_PIN, WRONG.code, WRONG.pin];
	const held = [WORLD.accessToken, WORLD.appSecret, WORLD.verifyToken, 'sandbox-replaced-app-secret'];
	const kept = await eventually(() => {
		const found = keptOfExecutions(lab.userFolder);
		// What a person types stays with the page, which shows that this looks in the right place.
		return found.whole.some((data) => data.includes(PIN)) && found;
	}, 'the executions');
	const log = await readFile(lab.logFile, 'utf8');
	const alone = (secret: string) => new RegExp(`(?<!\\d)${secret}(?!\\d)`);

	assert.ok(kept.executions > FAULTS.length);
	for (const secret of [...typed, ...held]) {
		for (const part of [...kept.ofNodes, log]) assert.doesNotMatch(part, alone(secret));
	}
	for (const secret of held) {
		for (const part of kept.whole) assert.doesNotMatch(part, alone(secret));
	}
	console.log(`${kept.executions} executions hold ${kept.ofNodes.length} runs of nodes without a secret`);
});

test('when the form is done, n8n deletes its execution', async () => {
	const { pages, workflowId } = registration;
	assert.equal((await lab.api.executions(workflowId)).length, 1);
	await pages.leave();
	await eventually(
		async () => (await lab.api.executions(workflowId)).length === 0,
		'the end of the execution',
		10_000,
	);
});
