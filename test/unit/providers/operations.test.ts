import { ADMINISTERED, operationsOf, play, readCases, type Administered } from '../operations/cases';

const PROVIDERS: Administered[] = ['whatsapp-cloud', 'infobip', 'sinch'];
const CASES = PROVIDERS.flatMap((provider) => readCases(provider).map((one) => ({ provider, ...one })));
const ALL = PROVIDERS.flatMap((provider) => operationsOf(provider).map((path) => [provider, path] as const));

/** As it stands in a fixture; a file is shown by its size. */
function written(value: unknown): unknown {
	const text = JSON.stringify(value, (_name, member: unknown) =>
		member instanceof Uint8Array ? `${member.byteLength} bytes` : member,
	);
	const copy: unknown = JSON.parse(text);
	return copy;
}

test.each(CASES.map((one) => [one.provider, one.operation, one.name, one] as const))(
	'%s: %s: %s',
	async (provider, path, _name, { input, answers, requests, outcome, slept }) => {
		const played = await play(provider, path, input, answers);
		expect(written(played)).toStrictEqual({ requests, outcome, slept });
	},
);

/** Its answer is a file, which no fixture holds. */
const WITHOUT_FIXTURE: ReadonlySet<string> = new Set(['media.download']);

test.each(PROVIDERS)('every operation of %s is shown to work', (provider) => {
	const working = CASES.filter((one) => one.provider === provider && one.outcome.ok).map(
		({ operation }) => operation,
	);
	const all = operationsOf(provider).filter((path) => !WITHOUT_FIXTURE.has(path));
	expect([...new Set(working)].sort()).toStrictEqual(all.sort());
});

const ODD = [undefined, null, 7, 'text', [], { people: {}, phoneNumber: [], sender: {}, code: {} }];

test.each(ALL)('%s: %s throws on nothing and asks nothing that it does not know', async (provider, path) => {
	for (const input of ODD) {
		const { outcome } = await play(provider, path, input);
		expect(typeof outcome.ok).toBe('boolean');
	}
});

test.each(operationsOf('sinch'))('sinch: %s needs a project', async (path) => {
	const one = CASES.find(({ provider, operation, outcome }) => {
		return provider === 'sinch' && operation === path && outcome.ok;
	});
	const { outcome, requests } = await play('sinch', path, one?.input, {}, {});
	expect(outcome).toMatchObject({ ok: false, field: 'projectId' });
	expect(requests).toStrictEqual([]);
});

test('Infobip takes no file for the header of a template', async () => {
	const { outcome, requests } = await play('infobip', 'template.create', {
		sender: '447860099299',
		name: 'a',
		language: 'en',
		category: 'UTILITY',
		header: { format: 'image', file: 'FILE' },
		body: 'Ready.',
	});
	expect(outcome).toMatchObject({ ok: false, field: 'header.file' });
	expect(requests).toStrictEqual([]);
});

test('every provider with operations is tested', () => {
	expect(PROVIDERS.sort()).toStrictEqual(Object.keys(ADMINISTERED).sort());
});
