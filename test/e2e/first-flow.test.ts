/** A newcomer's first workflow, by clicks alone: from an empty canvas to one that is published and answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { documentPicture, openBrowser } from './browser.ts';
import { EditorPage } from './editor-page.ts';
import { startSurroundings } from './lab.ts';

const MOST_CLICKS = 25;
const SEND_FROM = 3;
const OUTPUTS = [0, 1, 2, 3, 4, 5, 6];
const TRIGGER = { search: 'WhatsApp', node: 'WhatsApp & SMS Messaging', action: /^On message received$/ };

const { n8n, sandbox } = await startSurroundings('first-flow');
const { whatsAppCloud } = sandbox;
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
const editor = await EditorPage.open(context, n8n.url);
const { page } = editor;
const [customer] = WORLD.customers;
assert(customer);

/** What the business answers to a text. */
async function answerTo(text: string): Promise<unknown> {
	const before = whatsAppCloud.ledger.accepted.length;
	const { delivered } = whatsAppCloud.customerSends(customer?.phoneNumber ?? '', text);
	assert.equal((await delivered).state, 'taken');
	return await eventually(() => whatsAppCloud.ledger.accepted[before], `an answer to ${text}`, 20_000);
}

test('an empty canvas becomes a published workflow that answers', async () => {
	await editor.newWorkflow();
	await editor.countClicks();
	await editor.add(TRIGGER);
	await editor.closePanel();
	await editor.add({
		search: 'opt-out',
		node: 'Messaging Keywords',
		from: editor.plusOf('Messaging Trigger'),
	});
	await editor.closePanel();
	await editor.add({
		search: 'Messaging Send',
		node: 'Messaging Send',
		action: /^Send response message$/,
		from: editor.plusOf('Messaging Keywords', SEND_FROM),
	});
	await editor.closePanel();
	for (const output of OUTPUTS.filter((one) => one !== SEND_FROM)) {
		await editor.connect('Messaging Keywords', output, 'Messaging Send');
	}
	await editor.publish();
	const clicks = await editor.clicks();
	assert(clicks <= MOST_CLICKS, `${clicks} clicks`);
	await documentPicture(page, 'first-flow');
	assert.match(JSON.stringify(await answerTo('STOP')), /unsubscribed/);
	assert.match(JSON.stringify(await answerTo('When do you open?')), /Thank you/);
});
