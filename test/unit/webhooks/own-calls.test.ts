import { isOwnCall, signOwnCall } from '../../../core/webhooks/own-calls';

describe('a call between nodes', () => {
	const now = 1_764_000_000_000;
	const body = JSON.stringify({ ask: 'introduce' });
	const header = signOwnCall('neighbour', body, 'secret', now);

	test.each<[string, string, string, string[], number, boolean]>([
		['with the same secret', header, body, ['secret'], now, true],
		['with one of several', header, body, ['new', 'secret'], now + 60_000, true],
		['with another secret', header, body, ['guess'], now, false],
		['without a secret', signOwnCall('neighbour', body, '', now), body, [''], now, false],
		['of another body', header, '{"ask":"replace"}', ['secret'], now, false],
		['that is old', header, body, ['secret'], now + 6 * 60_000, false],
		['whose time was changed', `${now + 1}.${header.split('.')[1]}`, body, ['secret'], now, false],
		['for another purpose', signOwnCall('answer', body, 'secret', now), body, ['secret'], now, false],
		['without a signature', 'handed-on', body, ['secret'], now, false],
	])('%s', (_name, given, sent, secrets, at, expected) => {
		expect(isOwnCall('neighbour', given, Buffer.from(sent), secrets, at)).toBe(expected);
	});
});
