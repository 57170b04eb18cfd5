import { countSegments } from '../../../core/lib/sms-segments';
import { DEFAULT_REPLIES } from '../../../core/consent/replies';

describe('countSegments', () => {
	test.each([
		['', 'GSM-7', 0, 0],
		['hello', 'GSM-7', 1, 5],
		['a'.repeat(160), 'GSM-7', 1, 160],
		['a'.repeat(161), 'GSM-7', 2, 161],
		['a'.repeat(306), 'GSM-7', 2, 306],
		['a'.repeat(307), 'GSM-7', 3, 307],
		['€'.repeat(80), 'GSM-7', 1, 160],
		['€'.repeat(81), 'GSM-7', 2, 162],
		['é', 'GSM-7', 1, 1],
		['ê', 'UCS-2', 1, 1],
		['я'.repeat(70), 'UCS-2', 1, 70],
		['я'.repeat(71), 'UCS-2', 2, 71],
		['😀', 'UCS-2', 1, 2],
	])('%p', (text, encoding, segments, units) => {
		expect(countSegments(text)).toMatchObject({ encoding, segments, units });
	});

	test('never splits a character between two messages', () => {
		const text = `${'a'.repeat(66)}😀${'a'.repeat(65)}`;
		expect(countSegments(text)).toMatchObject({ units: 133, segments: 2 });
		expect(countSegments(`${text}a`)).toMatchObject({ units: 134, segments: 3 });
		expect(countSegments(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, segments: 3 });
	});

	test('names what makes a text long', () => {
		expect(countSegments('50% off – today “only”').unicodeCharacters).toEqual(['–', '“', '”']);
	});

	test.each(Object.entries(DEFAULT_REPLIES))(
		'default replies in %s take at most two messages',
		(_, replies) => {
			for (const text of Object.values(replies)) expect(countSegments(text).segments).toBeLessThanOrEqual(2);
		},
	);
});
