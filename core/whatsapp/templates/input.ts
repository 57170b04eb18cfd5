import { z } from 'zod';
import { numberFrom } from '../../lib/schema';
import { optionalText, requiredText } from '../../messages/media';
import { fileInput, earlierTimes, optionalId } from '../../operations/input';
import { isJsonObject, parseJson } from '../../lib/json';

/** WhatsApp's formats of a header by the names of the panel (Meta, Template components). */
export const HEADER_FORMATS = {
	text: 'TEXT',
	image: 'IMAGE',
	video: 'VIDEO',
	document: 'DOCUMENT',
	gif: 'GIF',
	location: 'LOCATION',
	product: 'PRODUCT',
} as const;

const FORMATS = ['text', 'image', 'video', 'document', 'gif', 'location', 'product'] as const;

const header = z.object({
	format: z.enum(FORMATS, { message: `A header is one of ${FORMATS.join(', ')}` }),
	text: optionalText('The text of the header'),
	/** For the blank of a text. */
	example: optionalText('The example of the header'),
	/** Of a sample file that was uploaded before. */
	handle: optionalText('The handle of the sample'),
	file: fileInput.optional(),
});

export const BUTTON_TYPES = [
	'quickReply',
	'url',
	'phoneNumber',
	'copyCode',
	'flow',
	'catalog',
	'singleProduct',
	'multiProduct',
	'orderDetails',
	'voiceCall',
	'requestContactInfo',
] as const;

const button = z.object({
	type: z.enum(BUTTON_TYPES, { message: `A button is one of ${BUTTON_TYPES.join(', ')}` }),
	text: optionalText('The text of the button'),
	url: optionalText('The URL of the button'),
	/** For the blank of a URL, or of a code to copy. */
	example: optionalText('The example of the button'),
	phoneNumber: optionalText('The phone number of the button'),
	flowId: optionalId,
	screen: optionalText('The screen of the flow'),
});

/** How the code gets into an Android app; the first works on every phone (Meta, Authentication templates). */
export const PASSWORD_TYPES = { copyCode: 'COPY_CODE', oneTap: 'ONE_TAP', zeroTap: 'ZERO_TAP' } as const;

/** Texts of a one-time password are WhatsApp's own (Meta, Authentication templates). */
const oneTimePassword = z.object({
	type: z
		.enum(['copyCode', 'oneTap', 'zeroTap'], {
			message: 'A one-time password is copyCode, oneTap or zeroTap',
		})
		.default('copyCode'),
	autofillText: optionalText('The text of the button that fills the code in'),
	/** The apps that may take the code. */
	apps: z
		.array(
			z.object({
				packageName: requiredText('The package name of the app'),
				signatureHash: requiredText('The signature hash of the app').refine(
					(hash) => hash.length === 11,
					'The signature hash of an app has 11 characters',
				),
			}),
		)
		.max(5, 'A code goes to five apps at most')
		.optional(),
	termsAccepted: z.boolean().optional(),
	securityRecommendation: z.boolean().default(true),
	expirationMinutes: numberFrom(
		z.number().int().min(1, 'A code holds for 1 to 90 minutes').max(90, 'A code holds for 1 to 90 minutes'),
	).optional(),
	buttonText: optionalText('The text of the button'),
});

/** An offer with its end, which goes with the code to copy (Meta, Limited-time offer templates). */
const limitedTimeOffer = z.object({
	text: requiredText('The text of the offer').refine(
		(text) => text.length <= 16,
		'The text of the offer has 16 characters at most',
	),
	hasExpiration: z.boolean().default(true),
});

/** Examples in the order of the blanks, or by their names. */
const example = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const examples = z
	.union([z.array(example), z.record(z.string(), example)], {
		message: 'The examples have to be a list, or texts by the names of the blanks',
	})
	.transform((given) =>
		Array.isArray(given)
			? Object.fromEntries(given.map((example, index) => [String(index + 1), example]))
			: given,
	)
	.optional();

const components = z
	.unknown()
	.transform((value) => (typeof value === 'string' && value !== '' ? parseJson(value) : value))
	.refine(
		(value) =>
			value === undefined ||
			value === '' ||
			(Array.isArray(value) && value.length > 0 && value.every(isJsonObject)),
		'The components have to be a JSON list of objects',
	)
	.transform((value) => (Array.isArray(value) ? value.filter(isJsonObject) : undefined));

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;

export const category = z.preprocess(
	(value) => (typeof value === 'string' ? value.toUpperCase() : value),
	z.enum(CATEGORIES, { message: `The category has to be one of ${CATEGORIES.join(', ')}` }),
);

/** As Meta writes it, in whatever case it comes. */
export const language = requiredText('The language')
	.transform((code) => {
		const [name = '', ...regions] = code.trim().split(/[-_]/);
		return [name.toLowerCase(), ...regions.map((region) => region.toUpperCase())].join('_');
	})
	.refine(
		(code) => /^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(code),
		'The language has to look like en or en_US; the two are not the same',
	);

export const templateName = requiredText('The name').refine(
	(name) => /^[a-z0-9_]{1,512}$/.test(name),
	'The name of a template has lower-case letters, digits and underscores only, 512 at most',
);

/** What a template says: in parts, or as Meta writes it. */
export const contentInput = {
	header: header.optional(),
	body: optionalText('The body'),
	bodyExamples: examples,
	footer: optionalText('The footer'),
	buttons: z.array(button).optional(),
	oneTimePassword: oneTimePassword.optional(),
	limitedTimeOffer: limitedTimeOffer.optional(),
	callPermission: z.boolean().optional(),
	components,
	messageSendTtlSeconds: numberFrom(z.number().int()).optional(),
	appId: optionalId,
};

export type ContentInput = z.output<z.ZodObject<typeof contentInput>>;

export const createInput = z.object({
	accountId: optionalId,
	name: templateName,
	language,
	category,
	allowCategoryChange: z.boolean().optional(),
	libraryTemplateName: optionalText('The name in the library'),
	libraryButtonInputs: z.array(z.record(z.string(), z.unknown())).optional(),
	earlierCreations: earlierTimes,
	...contentInput,
});

/** What a list of templates may be narrowed to. */
export const templateFilters = {
	name: optionalText('The name'),
	status: optionalText('The status'),
	category: optionalText('The category'),
	language: optionalText('The language'),
};
