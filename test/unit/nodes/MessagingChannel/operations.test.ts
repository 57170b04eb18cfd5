import type { Resource } from '../../../../core';
import { offeredOperations } from '../../../../core/providers';
import { MessagingChannel } from '../../../../nodes/MessagingChannel/MessagingChannel.node';
import { OPERATIONS } from '../../../../nodes/MessagingChannel/operations';
import { ADMINISTERED_PROVIDERS } from '../../../../nodes/shared/providers';

const RESOURCES: readonly Resource[] = [
	'channel',
	'account',
	'number',
	'template',
	'message',
	'webhook',
	'businessProfile',
	'media',
	'optOutList',
];
const places = ADMINISTERED_PROVIDERS.flatMap((provider) =>
	RESOURCES.map((resource) => [provider, resource] as const),
);

test.each(places)('%s %s: the node offers what the API has, and nothing else', (provider, resource) => {
	const offered = OPERATIONS.filter((one) => one.resource === resource && provider in one.forms);
	expect(offered.map(({ option }) => option.value).sort()).toEqual(
		offeredOperations(provider, resource).sort(),
	);
});

test('every provider can be checked', () => {
	const [check] = OPERATIONS.filter(({ resource }) => resource === 'channel');
	expect(Object.keys(check?.forms ?? {}).sort()).toEqual([...ADMINISTERED_PROVIDERS].sort());
});

const { properties, credentials = [] } = new MessagingChannel().description;

test('every field shows for one operation of one resource', () => {
	const fields = properties.filter(({ name }) => !['provider', 'resource', 'operation'].includes(name));
	for (const { name, displayOptions } of fields) {
		const { provider, resource, operation } = displayOptions?.show ?? {};
		expect([name, provider?.length, resource?.length, operation?.length]).toEqual([
			name,
			expect.any(Number),
			1,
			1,
		]);
	}
});

test('no two fields of an operation have one name', () => {
	for (const { resource, option, forms } of OPERATIONS) {
		for (const [provider, { fields }] of Object.entries(forms)) {
			const names = fields.map(({ name, displayOptions }) => `${name} ${JSON.stringify(displayOptions)}`);
			expect([provider, resource, option.value, new Set(names).size]).toEqual([
				provider,
				resource,
				option.value,
				names.length,
			]);
		}
	}
});

test('every list that a field asks for is there', () => {
	const { listSearch } = new MessagingChannel().methods;
	const asked = properties
		.flatMap(({ modes = [] }) => modes)
		.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []);
	expect([...new Set(asked)].sort()).toEqual(Object.keys(listSearch).sort());
});

test.each(['pin', 'code', 'verifyToken', 'backupData', 'backupPassword'])('%s is masked', (name) => {
	const nested = properties.flatMap((field) => [field, ...(field.options ?? [])]);
	const fields = nested.filter((field) => 'displayName' in field && field.name === name && 'type' in field);
	expect(fields.length).toBeGreaterThan(0);
	for (const field of fields) expect(field).toHaveProperty('typeOptions.password', true);
});

test('one credential is asked for at a time', () => {
	for (const provider of ADMINISTERED_PROVIDERS) {
		const shown = credentials.filter(
			({ displayOptions }) => displayOptions?.hide?.provider?.includes(provider) !== true,
		);
		expect(shown).toHaveLength(1);
	}
});
