/** A campaign that is planned: who would get it, who gets it and when, and that it can be paused and stopped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { isOver, type Workflow } from '../../sandbox/n8n/api.ts';
import { TemplateLab } from './lab.ts';

const KEY = { name: 'X-Messaging-Key', value: 'a-long-random-key-of-this-test' };
const ACTIONS = 'actions.workflow.json';
const SCHEDULE = 'Every 5 Minutes';
const MINUTE = 60_000;
const PORTION = 2;

/** Small portions. */
const change = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.name === 'Next Rows' ? { ...node, parameters: { ...node.parameters, limit: PORTION } } : node,
	),
});

// The schedule is run by hand, so that no run comes in between.
const lab = await TemplateLab.start('planned-campaign', {
	change,
	publish: false,
	credentials: { httpHeaderAuth: KEY },
});
await lab.api.publish(lab.workflow(ACTIONS));
await lab.runManually('set-up.workflow.json');
const { whatsAppCloud } = lab.sandbox;
whatsAppCloud.rules.change({ strangersReachable: true });

const accepted = (campaign: string) =>
	whatsAppCloud.ledger.accepted.filter(({ callbackData }) => callbackData?.startsWith(`${campaign}|`));
const recipientsOf = (campaign: string) =>
	accepted(campaign)
		.map(({ to }) => `+${to.replace('+', '')}`)
		.sort();

const Plan = z.object({
	audience: z.number(),
	wouldBeSent: z.number(),
	cannotBeSent: z.number(),
	suppressed: z.record(z.number()),
	heldOut: z.number(),
	before: z.record(z.number()),
});
const Answer = z.object({
	state: z.string().optional(),
	message: z.string().optional(),
	plan: Plan.optional(),
});

async function act(campaign_id: string, action: string, key = KEY.value) {
	const { status, data } = await axios.post<unknown>(
		lab.webhookUrl('Campaign Action', ACTIONS),
		{ campaign_id, action },
		{ headers: { [KEY.name]: key }, validateStatus: () => true, proxy: false },
	);
	return { status, ...Answer.safeParse(data).data };
}

interface Person {
	recipient: string;
	timeZone?: string;
	/** As the record has it; opted in without one, and not in the record with `none`. */
	consent?: 'optedIn' | 'optedOut' | 'none';
}

let people = 0;
/** Numbers of nobody, each once. */
const newPeople = (count: number, more: Partial<Person> = {}): Person[] =>
	Array.from({ length: count }, () => ({ recipient: `+${15_550_124_000 + people++}`, ...more }));

/** A campaign with an audience of its own. */
async function addCampaign(
	campaign_id: string,
	persons: readonly Person[],
	more: Record<string, string> = {},
) {
	await lab.addRows('messaging_campaigns', [
		{ campaign_id, template: 'welcome|en_US', values: '{}', audience: campaign_id, ...more },
	]);
	await lab.addRows(
		'messaging_segment',
		persons.map(({ recipient, timeZone }) => ({
			segment: campaign_id,
			recipient,
			time_zone: timeZone ?? '',
		})),
	);
	await lab.addRows(
		'messaging_contacts',
		persons
			.filter(({ consent }) => consent !== 'none')
			.map(({ recipient, consent = 'optedIn' }) => ({
				key: `whatsapp||${recipient}|all`,
				address: recipient,
				scope: 'all',
				status: consent,
				timestamp: '2026-01-02T08:00:00.000Z',
			})),
	);
}

async function changeCampaign(campaign: string, data: Record<string, string>) {
	const table = await lab.api.findDataTable('messaging_campaigns');
	assert(table);
	await lab.api.changeRows(table, 'campaign_id', campaign, data);
}

async function rowsOf(campaign: string) {
	return (await lab.table('messaging_campaign_people')).filter((row) => row.campaign === campaign);
}

const stateOf = async (campaign: string) =>
	(await lab.table('messaging_campaigns')).find((row) => row.campaign_id === campaign)?.state;

async function tick() {
	const { error } = await lab.runManually();
	assert.equal(error?.message, undefined);
}

/** Runs it and does something once so many more messages are out. */
async function whileSending(campaign: string, messages: number, doThat: () => Promise<unknown>) {
	const executionId = await lab.api.run(lab.workflow().id, SCHEDULE);
	await lab.eventually(() => accepted(campaign).length >= messages, `${messages} messages`, 30_000);
	await doThat();
	const out = accepted(campaign).length;
	await lab.eventually(
		async () => isOver(await lab.api.execution(executionId)),
		'the end of the run',
		30_000,
	);
	return { out, after: accepted(campaign).length };
}

/** The clock of a zone, as people write it. */
const clockIn = (timeZone: string, at: number, parts: 'time' | 'all' = 'all') => {
	const written = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'medium',
	}).format(at);
	return parts === 'all' ? written : written.slice(11, 16);
};

const count = (values: readonly unknown[]) =>
	Object.fromEntries(
		[...new Set(values)].map((value) => [String(value), values.filter((one) => one === value).length]),
	);

test('a dry run sends nothing, and the run does what it said', async () => {
	const willing = newPeople(5);
	const left = newPeople(2, { consent: 'optedOut' });
	const unknown = newPeople(1, { consent: 'none' });
	const capped = newPeople(1);
	const wrong = { recipient: '+15550' };
	await addCampaign('Spring', [...willing, ...left, ...unknown, ...capped, wrong], {
		cap: '1',
		cap_period: 'week',
	});
	await lab.addRows('messaging_sends', [
		{
			key: 'Earlier|1',
			campaign: 'Earlier',
			recipient: capped[0]?.recipient ?? '',
			status: 'read',
			progress: 5,
			sentAt: new Date(Date.now() - 60 * MINUTE).toISOString(),
		},
	]);
	const dry = await act('Spring', 'dryRun');
	assert.equal(dry.status, 200);
	assert.deepEqual(dry.plan, {
		audience: 10,
		wouldBeSent: 5,
		cannotBeSent: 1,
		suppressed: { optedOut: 2, noConsent: 1, frequencyCap: 1 },
		heldOut: 0,
		before: {},
	});
	await tick();
	assert.deepEqual([await stateOf('Spring'), accepted('Spring').length], ['draft', 0]);

	const started = await act('Spring', 'start');
	assert.deepEqual([started.state, started.plan], ['running', dry.plan]);
	await tick();
	assert.deepEqual(recipientsOf('Spring'), willing.map(({ recipient }) => recipient).sort());
	const sends = (await lab.table('messaging_sends')).filter((row) => row.campaign === 'Spring');
	const [sent] = accepted('Spring');
	const row = sends.find(({ key }) => key === sent?.callbackData);
	assert.deepEqual([row?.status, row?.messageId], ['accepted', sent?.id]);
	assert(Number.isFinite(Date.parse(String(row?.sentAt))));
	const rows = await rowsOf('Spring');
	assert.deepEqual(count(rows.map(({ state, plan }) => state || plan)), {
		sent: dry.plan.wouldBeSent,
		suppressed: 4,
		cannotBeSent: 1,
	});
	assert.deepEqual(
		count(
			rows.filter(({ state }) => state === 'suppressed').map(({ reason }) => String(reason).split(':')[0]),
		),
		dry.plan.suppressed,
	);
	await tick();
	assert.deepEqual([await stateOf('Spring'), accepted('Spring').length], ['done', 5]);
});

test('paused in the middle nobody else gets it, resumed everybody gets it once', async () => {
	const persons = newPeople(8);
	await addCampaign('Pause', persons);
	await act('Pause', 'start');
	whatsAppCloud.faults.latencyMs = 1_500;
	const { out, after } = await whileSending('Pause', 1, () => act('Pause', 'pause'));
	assert.equal(await stateOf('Pause'), 'paused');
	assert(after - out <= PORTION && after < persons.length, `${out} before, ${after} after the pause`);
	await tick();
	assert.equal(accepted('Pause').length, after, 'paused, nobody gets it');
	whatsAppCloud.faults.latencyMs = 0;
	assert.equal((await act('Pause', 'resume')).state, 'running');
	await Promise.all([tick(), tick()]);
	assert.deepEqual(recipientsOf('Pause'), persons.map(({ recipient }) => recipient).sort());
});

test('stopped in the middle it is over', async () => {
	const persons = newPeople(8);
	await addCampaign('Stop', persons);
	await act('Stop', 'start');
	whatsAppCloud.faults.latencyMs = 1_500;
	const { out, after } = await whileSending('Stop', 1, () => act('Stop', 'stop'));
	whatsAppCloud.faults.latencyMs = 0;
	assert(after - out <= PORTION && after < persons.length, `${out} before, ${after} after the stop`);
	for (const action of ['start', 'resume', 'pause']) {
		const { status, message } = await act('Stop', action);
		assert.deepEqual([status, message], [409, 'The campaign is stopped.']);
	}
	await tick();
	assert.deepEqual([await stateOf('Stop'), accepted('Stop').length], ['stopped', after]);
});

test('each person gets it at the time that was set, by the clock where they are', async () => {
	const [berlin] = [{ recipient: '+4915112345670' }];
	const [auckland, tokyo] = ['Pacific/Auckland', 'Asia/Tokyo'].flatMap((timeZone) =>
		newPeople(1, { timeZone }),
	);
	assert(auckland && tokyo);
	const due = Math.ceil(Date.now() / 1000) * 1000 + 15_000;
	await addCampaign('Zones', [berlin, auckland, tokyo], { starts_at: clockIn('Asia/Tokyo', due) });
	const { plan } = await act('Zones', 'start');
	assert.deepEqual([plan?.audience, plan?.wouldBeSent], [3, 3]);
	await tick();
	assert.deepEqual(recipientsOf('Zones'), [auckland.recipient], 'where it is later the time has come');
	await lab.eventually(() => Date.now() > due, 'the time in Tokyo', 30_000);
	await tick();
	assert.deepEqual(recipientsOf('Zones'), [auckland.recipient, tokyo.recipient].sort());
	const row = (await rowsOf('Zones')).find(({ recipient }) => recipient === berlin.recipient);
	assert.equal(row?.state ?? '', '');
	assert.equal(clockIn('Europe/Berlin', Date.parse(String(row?.due_at))), clockIn('Asia/Tokyo', due));
	await act('Zones', 'stop');
});

test('in quiet hours it waits until they are over', async () => {
	const [asleep, awake] = ['UTC', 'Pacific/Auckland'].flatMap((timeZone) => newPeople(1, { timeZone }));
	assert(asleep && awake);
	const now = Date.now();
	const quiet = {
		quiet_from: clockIn('UTC', now - 60 * MINUTE, 'time'),
		quiet_to: clockIn('UTC', now + 60 * MINUTE, 'time'),
	};
	await addCampaign('Quiet', [asleep, awake], quiet);
	await act('Quiet', 'start');
	await tick();
	assert.deepEqual(recipientsOf('Quiet'), [awake.recipient]);
	const row = (await rowsOf('Quiet')).find(({ recipient }) => recipient === asleep.recipient);
	assert.deepEqual([row?.state, String(row?.reason).split(':')[0]], ['', 'quietHours']);
	assert.equal(clockIn('UTC', Date.parse(String(row?.due_at)), 'time'), quiet.quiet_to);
	await changeCampaign('Quiet', { quiet_from: '', quiet_to: '' });
	await act('Quiet', 'dryRun');
	await tick();
	assert.deepEqual(recipientsOf('Quiet'), [asleep.recipient, awake.recipient].sort());
});

test('who is held out is chosen once and for all, and gets nothing', async () => {
	const persons = newPeople(40);
	await addCampaign('Holdout', persons, { holdout: '25' });
	const heldOut = async () =>
		(await rowsOf('Holdout'))
			.filter(({ holdout }) => holdout === 'yes')
			.map(({ recipient }) => String(recipient));
	const { plan } = await act('Holdout', 'dryRun');
	const first = await heldOut();
	assert(first.length >= 3 && first.length <= 20, `${first.length} of 40 held out`);
	assert.deepEqual([plan?.heldOut, plan?.wouldBeSent], [first.length, 40 - first.length]);
	await act('Holdout', 'start');
	assert.deepEqual(await heldOut(), first);
	await tick();
	const others = persons.map(({ recipient }) => recipient).filter((recipient) => !first.includes(recipient));
	assert.deepEqual(recipientsOf('Holdout'), others.sort());
});

test('what would meet everybody pauses the campaign, and says why', async () => {
	const persons = newPeople(6);
	await addCampaign('Broken', persons);
	await act('Broken', 'start');
	whatsAppCloud.rules.change({ templates: { welcome: 'PAUSED' } });
	await tick();
	const campaign = (await lab.table('messaging_campaigns')).find((row) => row.campaign_id === 'Broken');
	assert.equal(campaign?.state, 'paused');
	assert.match(String(campaign.note), /template/i);
	assert.equal(accepted('Broken').length, 0);
	whatsAppCloud.rules.change({ templates: { welcome: 'APPROVED' } });
	await act('Broken', 'resume');
	await tick();
	assert.deepEqual(recipientsOf('Broken'), persons.map(({ recipient }) => recipient).sort());
});

test('nobody acts without the key, and what cannot be is refused', async () => {
	assert.equal((await act('Spring', 'stop', 'wrong')).status, 403);
	assert.equal((await act('Nowhere', 'start')).status, 404);
	assert.equal((await act('Spring', 'explode')).status, 400);
	assert.equal((await act('Spring', 'pause')).status, 409);
});
