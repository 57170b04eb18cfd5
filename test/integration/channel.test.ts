import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import type { Call } from './channel-cases/case';
import { INFOBIP_CASES } from './channel-cases/infobip';
import { SINCH_CASES } from './channel-cases/sinch';
import { WHATSAPP_CASES } from './channel-cases/whats-app-cloud';
import { api, byId, run, withoutNetwork, type ChannelProvider } from './channel-stage';

withoutNetwork();

const number = byId('2001');
const GRAPH = '/v25.0';

const schemaFile = z.object({ properties: z.record(z.unknown()) });

/** The editor offers the fields of a schema before the first run. Not every operation has one. */
function expectOffered(operation: string, json: object): void {
	const path = `dist/nodes/MessagingChannel/__schema__/v1.0.0/${operation.replace('.', '/')}.json`;
	if (!existsSync(path)) return;
	const { properties } = schemaFile.parse(JSON.parse(readFileSync(path, 'utf8')));
	expect(Object.keys(json).filter((name) => !(name in properties))).toEqual([]);
}

function expectCall(provider: ChannelProvider, call: Call): void {
	const { method, path, query = true, body, status = 200, answer } = call;
	api(provider)
		.intercept(path, method, body === undefined ? undefined : (sent) => isDeepStrictEqual(sent, body))
		.query(query)
		.reply(status, answer === undefined ? '' : JSON.stringify(answer), {
			'content-type': 'application/json',
		});
}

test.each([...WHATSAPP_CASES, ...INFOBIP_CASES, ...SINCH_CASES])(
	'%s %s',
	async (provider, operation, parameters, calls, first) => {
		for (const call of calls) expectCall(provider, call);
		const [item] = await run(provider, operation, parameters);
		expect(item?.json).toMatchObject(first);
		expect(item?.pairedItem).toEqual({ item: 0 });
		expectOffered(operation, item?.json ?? {});
	},
);

test('what deleting a template of Sinch in all languages takes is told before it happens', async () => {
	const TEMPLATES = '/provisioning/v1/projects/p1/whatsapp/templates';
	const template = (language: string, state: string) => ({
		name: 'news',
		language,
		state,
		details: { components: [{ type: 'BODY', text: 'Hi' }] },
	});
	expectCall('sinch', {
		method: 'GET',
		path: TEMPLATES,
		answer: { templates: [template('EN_US', 'APPROVED'), template('ES', 'PAUSED')] },
	});
	const parameters = { template: byId('news|EN_US'), languages: 'all' };
	await expect(run('sinch', 'template.delete', parameters)).rejects.toMatchObject({
		message: expect.stringContaining('takes what was submitted as well: EN_US (approved), ES (paused)'),
		description: expect.stringMatching(/nobody can be sent them and the name is blocked for 30 days/),
	});
	expectCall('sinch', { method: 'DELETE', path: `${TEMPLATES}/news`, status: 204 });
	const [item] = await run('sinch', 'template.delete', { ...parameters, options: { deleteSubmitted: true } });
	expect(item?.json).toMatchObject({ name: 'news', deleted: true, languages: 'all' });
});

test('every item is done for itself', async () => {
	const ids = ['2001', '2002'];
	for (const id of ids)
		expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/${id}`, answer: { id } });
	const items = await run(
		'whatsAppCloud',
		'number.get',
		{ phoneNumberId: byId('={{ $json.number }}') },
		{ items: ids.map((id) => ({ number: id })) },
	);
	expect(items.map(({ json, pairedItem }) => [json.phoneNumberId, pairedItem])).toEqual([
		['2001', { item: 0 }],
		['2002', { item: 1 }],
	]);
});

const EXPIRED = {
	error: { message: 'Error validating access token', type: 'OAuthException', code: 190, fbtrace_id: 'A1' },
};

test('a failure names the code, what it means and what to do', async () => {
	expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/2001`, status: 401, answer: EXPIRED });
	const failed = run('whatsAppCloud', 'number.get', { phoneNumberId: number });
	await expect(failed).rejects.toMatchObject({
		name: 'NodeApiError',
		message: expect.stringContaining('(190)'),
		description: expect.stringMatching(/\w/),
		context: { itemIndex: 0 },
		failure: { cause: 'credential-invalid' },
	});
});

test.each([
	['continueRegularOutput', { own: 7, error: expect.objectContaining({ code: '190' }) }],
	// n8n puts the input's fields back where it moves the item to the error output.
	['continueErrorOutput', { error: expect.objectContaining({ code: '190' }) }],
] as const)('%s: a failed item goes on', async (onError, json) => {
	expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/2001`, status: 401, answer: EXPIRED });
	expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/2002`, answer: { id: '2002' } });
	const items = await run(
		'whatsAppCloud',
		'number.get',
		{ phoneNumberId: byId('={{ $json.own === 7 ? "2001" : "2002" }}') },
		{ items: [{ own: 7 }, { own: 8 }], onError },
	);
	expect(items[0]).toEqual({ json, pairedItem: { item: 0 } });
	expect(items[1]?.json).toMatchObject({ phoneNumberId: '2002' });
});

test.each<[string, ChannelProvider, string, INodeParameters, string]>([
	['a PIN', 'whatsAppCloud', 'number.register', { phoneNumberId: number, pin: '12' }, 'The PIN has 6 digits'],
	[
		'a limit that is used up',
		'whatsAppCloud',
		'number.deregister',
		{
			phoneNumberId: number,
			options: { earlierDeregistrations: `={{ Array(10).fill(new Date().toISOString()) }}` },
		},
		'Meta allows ten deregistrations',
	],
	['a number', 'infobip', 'number.getQuality', { senders: 'Harbour' }, 'The sender has to be a phone number'],
	['a country', 'sinch', 'number.search', { country: 'Sweden' }, 'two letters'],
])('%s that cannot be is refused without a call', async (_name, provider, operation, parameters, message) => {
	await expect(run(provider, operation, parameters)).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringContaining(message),
		failure: { cause: 'configuration-invalid' },
	});
});

test('an operation that a provider lacks is refused', async () => {
	await expect(run('sinch', 'media.upload', {})).rejects.toThrow(
		'No operation is chosen that this provider has',
	);
});
