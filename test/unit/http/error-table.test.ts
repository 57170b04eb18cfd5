import { deliveryError, errorTable, type ErrorRow } from '../../../core/http/error-table';

const optedOut: ErrorRow = {
	codes: ['603', '7033'],
	title: 'The person opted out',
	cause: 'optedOut',
	retryable: false,
	advice: 'Do not send to this person.',
};

test('codes of one row share its meaning', () => {
	const table = errorTable([optedOut]);
	const { codes, ...meaning } = optedOut;
	expect([...table.keys()]).toEqual(codes);
	expect(table.get('603')).toEqual(meaning);
	expect(table.get('7033')).toEqual(meaning);
	expect(table.get('constructor')).toBeUndefined();
});

test('the first row of a code counts', () => {
	const table = errorTable([optedOut, { ...optedOut, codes: ['603', '1'], cause: 'unknown' }]);
	expect(table.get('603')?.cause).toBe('optedOut');
	expect(table.get('1')?.cause).toBe('unknown');
});

test('an error holds code, words and meaning, and not the codes of its row', () => {
	expect(deliveryError('603', 'EC_CONTENT_BLOCKED', optedOut)).toEqual({
		code: '603',
		title: 'The person opted out',
		detail: 'EC_CONTENT_BLOCKED',
		cause: 'optedOut',
		retryable: false,
		advice: 'Do not send to this person.',
	});
});
