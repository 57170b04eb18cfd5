import { ConsentRecords } from '../../../../nodes/shared/consent-records';

const NOW = new Date('2026-11-21T12:00:00.000Z');

const row = (address: string, status: string, timestamp = '2026-11-01T10:00:00.000Z') => ({
	address,
	status,
	scope: 'all',
	timestamp,
});

const stateOf = (records: ConsentRecords, value: unknown, from: string) =>
	records.known(value, { from })?.status(NOW).state;

/** A row that counts how often its address is looked at. */
function watched(address: string) {
	const seen = { times: 0 };
	const json = {
		status: 'optedOut',
		get address() {
			seen.times += 1;
			return address;
		},
	};
	return { seen, row: { json } };
}

test('the same rows are gone through once, however many people are looked up', () => {
	const { seen, row: one } = watched('+15550123001');
	const rows = [one];
	const records = new ConsentRecords();
	expect(stateOf(records, rows, '+15550123001')).toBe('optedOut');
	const afterOne = seen.times;
	expect(afterOne).toBeGreaterThan(0);
	for (let person = 0; person < 20; person++) stateOf(records, rows, `+155501231${person}`);
	expect(stateOf(records, rows, '+15550123001')).toBe('optedOut');
	expect(seen.times).toBe(afterOne);
});

test('each list of rows stands for itself, whether it comes as a text or as a value', () => {
	const records = new ConsentRecords();
	const left = [row('+15550123001', 'optedOut')];
	const joined = [row('+15550123001', 'optedIn')];
	const given = [left, joined, JSON.stringify(left), JSON.stringify(joined), left, [], '[]', ''];
	expect(given.map((value) => stateOf(records, value, '+15550123001'))).toEqual([
		'optedOut',
		'optedIn',
		'optedOut',
		'optedIn',
		'optedOut',
		'none',
		'none',
		undefined,
	]);
});

test('what the run finds out counts behind the rows that it was given', () => {
	const records = new ConsentRecords();
	const rows = [row('+15550123001', 'optedIn'), row('+15550123002', 'optedIn')];
	expect(stateOf(records, rows, '+15550123001')).toBe('optedIn');
	records.add(row('+15550123001', 'optedOut'));
	expect(stateOf(records, rows, '+15550123001')).toBe('optedOut');
	expect(stateOf(records, rows, '+15550123002')).toBe('optedIn');
});

test('a person is found by every way to write the number, and only their own rows have to be read', () => {
	const records = new ConsentRecords();
	const rows = [row('1 (555) 012-3001', 'optedOut'), row('+15550123002', 'gone fishing')];
	expect(stateOf(records, rows, '+15550123001')).toBe('optedOut');
	expect(() => stateOf(records, rows, '+15550123002')).toThrow('status of Consent Records');
});

test.each([
	['one row', row('+15550123001', 'optedOut')],
	['the item of one row', { json: row('+15550123001', 'optedOut') }],
])('%s is a list of one', (_name, value) => {
	expect(stateOf(new ConsentRecords(), value, '+15550123001')).toBe('optedOut');
});

test.each([
	['the empty item of a table without rows', [{ json: {} }]],
	['a row without a value for the address', [{ json: { address: null, status: 'optedOut' } }]],
])('%s says nothing of anybody', (_name, value) => {
	expect(stateOf(new ConsentRecords(), value, '+15550123001')).toBe('none');
});

test.each([
	['a number', 7, 'holds no rows'],
	['a text in JSON', '"optedOut"', 'holds no rows'],
	['nothing in JSON', 'null', 'holds no rows'],
	['a list of words', ['optedOut'], 'holds no rows'],
	['rows of other columns', [{ json: { phone: '+15550123001', status: 'optedOut' } }], "no column 'address'"],
])('%s is refused, for it may stand for an opt-out', (_name, value, message) => {
	expect(() => stateOf(new ConsentRecords(), value, '+15550123001')).toThrow(message);
});
