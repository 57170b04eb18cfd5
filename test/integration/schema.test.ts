import { readFileSync } from 'node:fs';
import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import nock from 'nock';
import { z } from 'zod';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, type Setting } from './harness';

const schemaFile = z.object({ properties: z.record(z.unknown()) });

/** The fields that the editor offers before the first run. */
function offeredBy(path: string): string[] {
	const file = schemaFile.parse(JSON.parse(readFileSync(`dist/nodes/${path}`, 'utf8')));
	return Object.keys(file.properties);
}

async function fieldsOf(node: INodeType, item: object, setting: Setting): Promise<string[]> {
	const outputs = await execute(node, [{ ...item }], setting);
	const [first]: INodeExecutionData[] = outputs.flat();
	return Object.keys(first?.json ?? {});
}

const message = {
	kind: 'message',
	provider: 'whatsAppCloud',
	channel: 'whatsapp',
	from: '+15550123001',
	text: 'stop',
};

test('Messaging Keywords gives nothing that its schema does not offer', async () => {
	const fields = await fieldsOf(new MessagingKeywords(), message, {
		parameters: { categories: { optOut: { reply: 'Bye' } } },
	});
	const offered = offeredBy('MessagingKeywords/__schema__/v1.0.0.json');
	expect(fields.filter((field) => !offered.includes(field))).toEqual([]);
	expect(fields).toEqual(expect.arrayContaining(['keywords', 'reply', 'consent', 'audit']));
});

test('Messaging Send gives nothing that its schema does not offer', async () => {
	nock('https://graph.test')
		.post('/v25.0/2001/messages')
		.reply(200, { contacts: [{ wa_id: '15550123001' }], messages: [{ id: 'wamid.1' }] });
	const fields = await fieldsOf(new MessagingSend(), message, {
		parameters: {
			provider: 'whatsAppCloud',
			sender: { __rl: true, mode: 'id', value: '2001' },
			text: 'Bye',
			options: { callbackData: 'order-7', keepInput: false },
		},
	});
	const offered = offeredBy('MessagingSend/__schema__/v1.0.0/sendResponse.json');
	expect(fields.filter((field) => !offered.includes(field))).toEqual([]);
	expect(fields).toContain('messageId');
});
