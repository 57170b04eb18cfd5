/** n8n in queue mode as `npm start -- --queue` has it: what a customer writes is answered, and recorded in PostgreSQL. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addWorkflow, readTemplate, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { consentsIn, makeTables, withPostgres } from '../../sandbox/queue/record.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { startQueueLab } from '../faults/lab.ts';
import { RESULTS, ROOT } from './home.ts';

const { queue, api, sandbox, credentialIds, postgresCredential, stop } = await startQueueLab(
	join(RESULTS, 'queue'),
);
after(stop);
const { whatsAppCloud } = sandbox;
const [customer] = WORLD.customers;
assert(customer);

test('STOP is answered through webhook processor and worker, and recorded in PostgreSQL', async () => {
	const file = join(ROOT, 'templates/consent-at-scale/workflow.json');
	const template = await readTemplate(file, credentialIds);
	await makeTables(queue.postgres, template);
	const workflow = await addWorkflow(api, withPostgres(template, postgresCredential));
	await whatsAppCloud.setWebhook(triggerUrl(api, workflow));

	const { delivered } = whatsAppCloud.customerSends(customer.phoneNumber, 'STOP');
	assert.equal((await delivered).state, 'taken');
	const [record] = await consentsIn(queue.postgres);
	assert.deepEqual([record?.address, record?.status], [customer.phoneNumber, 'optedOut']);
	const answer = await eventually(() => whatsAppCloud.ledger.accepted[0], 'the answer', 20_000);
	assert.match(JSON.stringify(answer), /unsubscribed/);
});
