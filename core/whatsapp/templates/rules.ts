import type { ButtonField, HeaderField, TemplatePlace } from './keys';

type Field = HeaderField | ButtonField;

/** What a provider takes of WhatsApp's templates. Listing and filling in go by the same rules. */
export interface TemplateRules {
	/** Says why the provider has no place for such a value; nothing where it has one. */
	refusal(place: TemplatePlace): string | undefined;
	/** Whether a file may be given by its ID; a link is taken by all. */
	takesMediaIds: boolean;
	/** What the provider insists on although WhatsApp can do without. */
	required: readonly Field[];
	/** Limits of the provider's own, in characters. */
	maxLength: Readonly<Partial<Record<Field, number>>>;
}

/** Limits of WhatsApp: characters of a code to copy and of a link (Meta, Template components). */
const MAX_FIELD: Readonly<Partial<Record<Field, number>>> = { code: 15, url: 2000 };
const MAX_OTP = 15;
const MAX_HEADER = 60;

/** Most characters of a value, where a limit is known. */
export function maxLengthOf(place: TemplatePlace, rules: TemplateRules): number | undefined {
	switch (place.part) {
		case 'otp':
			return MAX_OTP;
		case 'headerText':
			return MAX_HEADER;
		case 'header':
		case 'button':
			return rules.maxLength[place.field] ?? MAX_FIELD[place.field];
		case 'body':
		case 'offer':
			return undefined;
	}
}

/** Blanks are counted, not named. */
export function isPosition(name: string): boolean {
	return /^\d+$/.test(name);
}

/** A blank with a name, for a provider that knows positions only. */
export function isNamed(place: TemplatePlace): boolean {
	if (place.part === 'body' || place.part === 'headerText') return !isPosition(place.name);
	return place.part === 'button' && place.name !== undefined;
}
