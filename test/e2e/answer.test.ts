/** A trigger that answers when its workflow has finished, in a real n8n, as docs/scaling.md tells it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { readTemplate } from '../../sandbox/n8n/set-up.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { Lab, message, post, TEMPLATE, TRIGGER } from './lab.ts';

const SLOW_MS = 6_000;

/** Where the workflow does its work: what it is asked for is the text of the message. */
const asked: string[] = [];
const work = createServer((request, response) => {
	const path = request.url ?? '';
	asked.push(path);
	const isFirst = asked.filter((one) => one === path).length === 1;
	const fails = path.startsWith('/fails') || (path.startsWith('/mended') && isFirst);
	const answer = () =>
		response
			.writeHead(fails ? 500 : 200, { 'Content-Type': 'application/json' })
			.end(path.startsWith('/nothing') ? '[]' : '{"secret":"of the workflow"}');
	setTimeout(answer, path.startsWith('/slow') ? SLOW_MS : 0);
});
const port = await freePort();
work.listen(port, '127.0.0.1');
await once(work, 'listening');
after(() => {
	work.close();
	work.closeAllConnections();
});

/** The template's trigger with one node behind it. */
const working =
	(next: Record<string, unknown> & { type: string; typeVersion: number }) =>
	(template: Workflow): Workflow => ({
		...template,
		id: randomUUID(),
		nodes: [
			...template.nodes
				.filter(({ name }) => name === TRIGGER)
				.map((node) => ({
					...node,
					webhookId: randomUUID(),
					parameters: { ...node.parameters, options: { answer: 'lastNode' } },
				})),
			{ id: 'work', name: 'Work', position: [240, 0], parameters: {}, ...next },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Work', type: 'main', index: 0 }]] } },
	});

const lab = await Lab.start(
	'answer',
	working({
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: { url: `=http://127.0.0.1:${port}/{{ $json.text }}` },
	}),
);

let serial = 0;

/** A message of its own, to be delivered as often as one likes. */
function asking(what: string) {
	serial += 1;
	const text = `${what}-${serial}`;
	const { id, body } = message(text);
	const times = () => asked.filter((path) => path === `/${text}`).length;
	return { id, times, deliver: async () => (await lab.post(body)).status };
}

test('200 comes after the work, and says nothing of it', async () => {
	const { body } = message('works-0');
	const { status, data } = await lab.post(body);
	assert.deepEqual([status, data, asked.includes('/works-0')], [200, 'Received', true]);
});

test('a workflow that ends without items has ended', async () => {
	const { deliver } = asking('nothing');
	assert.equal(await deliver(), 200);
});

test('a workflow that starts to wait has ended', async () => {
	const waiting = working({
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		parameters: { resume: 'timeInterval', amount: 10, unit: 'minutes' },
	});
	const published = await lab.publish(waiting(await readTemplate(TEMPLATE, lab.credentialIds)));
	assert.equal((await post(published.url, message('STOP').body)).status, 200);
	await eventually(async () => (await published.executions())[0]?.status === 'waiting', 'the wait');
});

test('what failed is answered 500, and done when it comes again', async () => {
	const { deliver, times } = asking('mended');
	assert.deepEqual([await deliver(), await deliver(), await deliver(), times()], [500, 200, 200, 2]);
});

test('what fails three times is answered 200, with a line in the log', async () => {
	const { id, deliver, times } = asking('fails');
	assert.deepEqual(
		[await deliver(), await deliver(), await deliver(), await deliver()],
		[500, 500, 200, 200],
	);
	assert.equal(times(), 3);
	await eventually(
		async () =>
			(await readFile(lab.logFile, 'utf8')).includes(`failed three times with whatsAppCloud:message:${id}`),
		'the line in the log',
	);
});

test('what takes too long is answered 503, and its repeat starts nothing', async () => {
	const { deliver, times } = asking('slow');
	assert.deepEqual([await deliver(), await deliver(), times()], [503, 200, 1]);
});

test('an execution that a person stops is answered 503, and is run when it comes again', async () => {
	const { deliver, times } = asking('slow');
	const answer = deliver();
	await eventually(() => times() === 1, 'the call of the workflow');
	const [running] = await lab.executions();
	assert(running);
	await lab.api.stop(running.id);
	assert.equal(await answer, 503);
	assert.deepEqual([await deliver(), await deliver(), times()], [503, 200, 2]);
});
