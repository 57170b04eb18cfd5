import fc from 'fast-check';
import { parsePhoneNumbers } from '../../../../../core/providers/whatsapp-cloud/operations/numbers';

const shop = {
	verified_name: 'Best Shop',
	display_phone_number: '+1 555-078-3881',
	id: '106540352242922',
	quality_rating: 'GREEN',
	code_verification_status: 'VERIFIED',
};

test('numbers with name and quality', () => {
	expect(
		parsePhoneNumbers({ data: [shop, { id: 2, display_phone_number: '+49 170 1234567' }] }),
	).toStrictEqual({
		numbers: [
			{
				id: '106540352242922',
				displayPhoneNumber: '+1 555-078-3881',
				verifiedName: 'Best Shop',
				qualityRating: 'GREEN',
			},
			{ id: '2', displayPhoneNumber: '+49 170 1234567' },
		],
	});
});

test('the cursor leads to the next page only where there is one', () => {
	const cursors = { before: 'a', after: 'b' };
	expect(parsePhoneNumbers({ data: [], paging: { cursors, next: 'https://graph…' } }).nextPage).toBe('b');
	expect(parsePhoneNumbers({ data: [], paging: { cursors } })).toStrictEqual({ numbers: [] });
});

test('rows without an id are left out', () => {
	expect(parsePhoneNumbers({ data: [null, {}, 'odd', { id: '7' }] })).toStrictEqual({
		numbers: [{ id: '7', displayPhoneNumber: '7' }],
	});
});

test('any body gives a page', () => {
	fc.assert(
		fc.property(fc.anything(), fc.anything(), (body, paging) => {
			expect(parsePhoneNumbers(body).numbers).toEqual(expect.any(Array));
			expect(parsePhoneNumbers({ data: body, paging }).numbers).toEqual(expect.any(Array));
		}),
	);
});
