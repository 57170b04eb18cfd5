import account from '../../../../fixtures/whatsapp-cloud/operations/account.json';
import businessProfile from '../../../../fixtures/whatsapp-cloud/operations/businessProfile.json';
import media from '../../../../fixtures/whatsapp-cloud/operations/media.json';
import number from '../../../../fixtures/whatsapp-cloud/operations/number.json';
import optOutList from '../../../../fixtures/whatsapp-cloud/operations/optOutList.json';
import template from '../../../../fixtures/whatsapp-cloud/operations/template.json';
import webhook from '../../../../fixtures/whatsapp-cloud/operations/webhook.json';
import type { Script } from '../../../fake-provider';
import { OPERATIONS, run } from './tools';

interface Case {
	operation: string;
	name: string;
	input: object;
	script: Script;
	requests: unknown[];
	items: unknown[];
}

const CASES: Case[] = [
	...account,
	...number,
	...template,
	...webhook,
	...businessProfile,
	...media,
	...optOutList,
];

/** A file is shown by its size. */
function shown(value: unknown): unknown {
	const text = JSON.stringify(value, (_, member: unknown) =>
		member instanceof Uint8Array ? `${member.byteLength} bytes` : member,
	);
	const copy: unknown = JSON.parse(text);
	return copy;
}

test.each(CASES.map((one) => [one.operation, one.name, one] as const))('%s %s', async (_, __, one) => {
	const { outcome, requests } = await run(one.operation, one.input, one.script);
	expect(outcome).toStrictEqual({ ok: true, items: one.items });
	expect(shown(requests)).toStrictEqual(one.requests);
});

test('every operation has a case', () => {
	const covered = new Set(CASES.map(({ operation }) => operation));
	expect([...OPERATIONS.keys()].filter((name) => !covered.has(name))).toStrictEqual(['media.download']);
});
