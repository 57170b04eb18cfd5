import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import axios from 'axios';
import { FormPages } from '../e2e/form-pages.ts';
import { Receiver } from '../../sandbox/test/shared/receiver.ts';
import { itemsOf, TemplateLab } from './lab.ts';

const CODE = '907153';
const PIN = '350917';

const OPERATOR = { username: 'operator', password: 'door-of-the-form' };
const lab = await TemplateLab.start('register-number', {
	credentials: { httpBasicAuth: { user: OPERATOR.username, password: OPERATOR.password } },
});
const [customer] = lab.customers;
assert(customer);

/** A channel is active when its events are taken somewhere. */
const receiver = new Receiver();
await receiver.start();
after(() => receiver.close());
await lab.sandbox.whatsAppCloud.setWebhook(receiver.url);

async function rules(wish: object): Promise<void> {
	const body = { provider: 'whatsAppCloud', ...wish };
	const { status } = await axios.post(`${lab.sandbox.url}/sandbox/rules`, body, { proxy: false });
	assert.equal(status, 200);
}
await rules({ reviewMs: 1, verificationCode: CODE });

test('nobody else opens the form', async () => {
	const url = lab.webhookUrl('New Number');
	for (const auth of [undefined, { ...OPERATOR, password: 'guess' }]) {
		const settings = { auth, proxy: false as const, validateStatus: () => true };
		assert.notEqual((await axios.get(url, settings)).status, 200);
		assert.notEqual((await axios.postForm(url, { 'field-0': '1' }, settings)).status, 200);
	}
	assert.deepEqual(await lab.runs(), []);
});

test('a person takes a new number from the form to its first message', async () => {
	const values = ['1', '555 010 0098', 'Sunrise Roastery', 'SMS', customer.phoneNumber];
	const pages = await FormPages.open(lab.webhookUrl('New Number'), values, OPERATOR);
	await pages.shows(/Six digits are on their way/);
	await pages.send('918273');
	await pages.shows(/newest one that came to the number. If none came, ask whoever runs this form/);
	await pages.send(CODE);
	await pages.shows(/Six digits of your choice/);
	await pages.send(PIN);
	await pages.shows(/The channel is active/);

	const [report] = itemsOf(await lab.api.runData(pages.executionId), 'Check');
	assert.ok(report);
	const [first] = await lab.phone();
	assert.deepEqual([first?.numberId, first?.template], [report.phoneNumberId, 'welcome']);
});
