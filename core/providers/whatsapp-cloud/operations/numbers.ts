import { z } from 'zod';
import { compact, listOf, objectOf, textOf } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';

/** A number of the business that messages can be sent from. */
export interface PhoneNumber {
	/** The phone number id, which requests and events name. */
	id: string;
	/** The number as Meta formats it, for reading. */
	displayPhoneNumber: string;
	verifiedName?: string;
	/** `GREEN`, `YELLOW`, `RED`, `NA` or `UNKNOWN`. */
	qualityRating?: string;
}

const numberSchema = z.object({
	id: requiredId,
	display_phone_number: lenient(textOf),
	verified_name: lenient(textOf),
	quality_rating: lenient(textOf),
});

function readNumber(value: unknown): PhoneNumber[] {
	const result = numberSchema.safeParse(value);
	if (!result.success) return [];
	const { id, display_phone_number, verified_name, quality_rating } = result.data;
	return [
		compact<PhoneNumber>({
			id,
			displayPhoneNumber: display_phone_number ?? id,
			verifiedName: verified_name,
			qualityRating: quality_rating,
		}),
	];
}

export interface PhoneNumberPage {
	numbers: PhoneNumber[];
	/** The cursor for the query parameter `after`; absent on the last page. */
	nextPage?: string;
}

/**
 * One page of `GET /<account id>/phone_numbers` (Meta, Business phone numbers). The cursor stands on the
 * last page too.
 */
export function parsePhoneNumbers(body: unknown): PhoneNumberPage {
	const page = objectOf(body);
	const paging = objectOf(page?.paging);
	const cursor = textOf(objectOf(paging?.cursors)?.after);
	return compact<PhoneNumberPage>({
		numbers: listOf(page?.data).flatMap(readNumber),
		nextPage: textOf(paging?.next) === undefined ? undefined : cursor,
	});
}
