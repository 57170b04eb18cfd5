/** Links of one's own: each click is recorded with its person and campaign, and leads only where it was issued for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import axios, { type AxiosResponse } from 'axios';
import { TemplateLab } from './lab.ts';

const TARGET = 'https://www.example.com/menu';
const BROWSER =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile Safari/604.1';

const lab = await TemplateLab.start('tracked-links');
const redirect = lab.webhookUrl('Link Opened');
const [ana, ben] = lab.customers;
assert(ana && ben);

/** Asks for the menu and gives the link that came. */
async function linkOf(customer: number): Promise<URL> {
	const before = (await lab.phone(customer)).length;
	await lab.customerWrites('menu please', { customer });
	const { text } = await lab.eventually(async () => (await lab.phone(customer))[before], 'the link');
	const [, link] = /^Here is our menu: (http\S+)$/.exec(text) ?? [];
	assert(link, text);
	return new URL(link);
}

function open(url: URL | string, userAgent = BROWSER): Promise<AxiosResponse<string>> {
	return axios.get(String(url), {
		headers: { 'User-Agent': userAgent },
		maxRedirects: 0,
		validateStatus: () => true,
		proxy: false,
	});
}

async function clicks(): Promise<unknown[]> {
	return (await lab.table('messaging_clicks')).map(({ token, person, campaign }) => ({
		token,
		person,
		campaign,
	}));
}

const links = { ana: await linkOf(0), ben: await linkOf(1) };
const tokens = { ana: links.ana.searchParams.get('t'), ben: links.ben.searchParams.get('t') };

test('each person gets a link of their own', async () => {
	assert.equal(`${links.ana.origin}${links.ana.pathname}`, redirect);
	assert.match(tokens.ana ?? '', /^\w{16,}$/);
	assert.notEqual(tokens.ana, tokens.ben);
	const issued = await lab.table('messaging_links');
	assert.deepEqual(
		issued.map(({ token, person, campaign, target }) => ({ token, person, campaign, target })),
		[
			{ token: tokens.ana, person: ana.phoneNumber, campaign: 'menu', target: TARGET },
			{ token: tokens.ben, person: ben.phoneNumber, campaign: 'menu', target: TARGET },
		],
	);
});

test('a click is recorded and leads to the page', async () => {
	const { status, headers } = await open(links.ben);
	assert.deepEqual([status, headers.location, headers['cache-control']], [302, TARGET, 'no-store']);
	assert.deepEqual(await clicks(), [{ token: tokens.ben, person: ben.phoneNumber, campaign: 'menu' }]);
});

test('the preview that WhatsApp fetches is no click', async () => {
	const before = await clicks();
	const { status, headers } = await open(links.ana, 'WhatsApp/2.23.20.0');
	assert.deepEqual([status, headers.location], [302, TARGET]);
	assert.deepEqual(await clicks(), before);
});

const ELSEWHERE = encodeURIComponent('https://elsewhere.example');

test('nothing in the address changes where a link leads', async () => {
	for (const extra of ['url', 'target', 'redirectURL']) {
		const { headers } = await open(`${links.ana.href}&${extra}=${ELSEWHERE}`);
		assert.equal(headers.location, TARGET, extra);
	}
});

test('what was not issued leads nowhere', async () => {
	await lab.addRows('messaging_links', [{ token: 'script', target: 'javascript:alert(1)' }]);
	const before = await clicks();
	const token = tokens.ana ?? '';
	const guesses = [
		'',
		'?t=',
		`?t=${ELSEWHERE}`,
		`?url=${ELSEWHERE}`,
		`?t=${token.slice(0, -1)}`,
		`?t=${token}x`,
		'?t=%25',
		`?t=${token}&t=${token}`,
		'?t=script',
	];
	for (const guess of guesses) {
		const { status, headers, data } = await open(redirect + guess);
		assert.deepEqual([status, headers.location, data], [404, undefined, 'This link is not known.'], guess);
	}
	assert.deepEqual(await clicks(), before);
});

test('STOP is answered and recorded', async () => {
	await lab.customerWrites('STOP', { customer: 2 });
	const [reply] = await lab.eventually(async () => {
		const messages = await lab.phone(2);
		return messages.length > 0 && messages;
	}, 'the confirmation');
	assert.match(reply?.text ?? '', /unsubscribed/);
	await lab.idle();
	const rows = await Promise.all(['messaging_contacts', 'messaging_audit'].map((name) => lab.table(name)));
	for (const [row] of rows) assert.equal(row?.status, 'optedOut');
});
