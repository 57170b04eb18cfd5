import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { outbound, parseRequestTemplate } from '../../../../../core/providers/custom/outbound';
import { READY_REQUEST_TEMPLATES } from '../../../../../core/providers/custom/ready';
import { parseOutgoing } from '../../../../../core/messages';
import type { Account } from '../../../../../core/messages/account';
import { rowOf } from '../../../../../core/lib/json';

const FOLDER = join(__dirname, '../../../../fixtures/custom/outbound');

/** Files are named after the request template: a message, its request, and what answers to it mean. */
const fixture = z.object({
	message: z.unknown(),
	request: z.unknown(),
	answers: z.array(z.object({ httpStatus: z.number(), body: z.unknown(), answer: z.record(z.unknown()) })),
});

const cases = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => ({
		name: file.replace('.json', ''),
		...fixture.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
	}));

function lineOf(name: string): Account {
	const requestTemplate = rowOf<unknown>(READY_REQUEST_TEMPLATES, name.split('__')[0]);
	return { requestTemplate };
}

function parsed(message: unknown) {
	const result = parseOutgoing(message);
	if (!result.ok) throw new Error(result.message);
	return result.message;
}

test.each(Object.entries(READY_REQUEST_TEMPLATES))('%s can be used, and saved', (_name, template) => {
	expect(parseRequestTemplate(template)).toMatchObject({ ok: true });
	expect(parseRequestTemplate(JSON.parse(JSON.stringify(template)))).toMatchObject({ ok: true });
});

describe.each(cases)('$name', ({ name, message, request, answers }) => {
	test('becomes the request', () => {
		expect(outbound.build(parsed(message), lineOf(name))).toStrictEqual({ ok: true, request });
	});

	test('understands its answers', () => {
		const messages = [parsed(message)];
		for (const { httpStatus, body, answer } of answers) {
			const read = (given: unknown) => outbound.readAnswer(messages, httpStatus, given, lineOf(name));
			expect(read(body)).toMatchObject([answer]);
			const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
			expect(read(bytes)).toEqual(read(body));
		}
	});
});

test.each<[string, string, object, string]>([
	['nobody to send to', 'twilio', { type: 'text', text: 'Hi', sender: 'Acme' }, 'to'],
	['no sender', 'twilio', { type: 'text', text: 'Hi', to: '+447700900123' }, 'sender'],
	[
		'a file that the gateway has not',
		'twilio',
		{ type: 'image', media: { id: '7' }, sender: 'Acme', to: '+447700900123' },
		'media.link',
	],
	[
		'a type that the gateway does not take',
		'vonageSms',
		{ type: 'locationRequest', body: 'Where?', sender: 'Acme', to: '+447700900123' },
		'type',
	],
])('%s is a problem of that field', (_case, template, message, field) => {
	const result = outbound.build(parsed(message), lineOf(template));
	expect(result).toEqual({ ok: false, field, message: expect.stringMatching(/^The /) });
});
