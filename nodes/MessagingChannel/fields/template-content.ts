import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { readText } from '../../shared/parameters';
import { filled, type ItemReader } from '../../shared/reader';
import type { Input } from '../form';
import { buttonsField } from './template-buttons';
import { headerField, headerOf } from './template-header';
import { textField } from '../../shared/fields';

const inParts = { show: { contentFrom: ['parts'] } };

const PARTS: INodePropertyOptions = { name: 'Fields', value: 'parts' };
const COMPONENTS: INodePropertyOptions = {
	name: 'JSON',
	value: 'components',
	description: "A list of components as in Meta's documentation",
};
export const LIBRARY: INodePropertyOptions = {
	name: 'Library',
	value: 'library',
	description: 'A text that Meta wrote and approved',
};
export const KEEP: INodePropertyOptions = {
	name: 'Keep',
	value: 'keep',
	description: 'The content stays as it is',
};

const bodyFields: INodeProperties[] = [
	textField('Body', 'body', {
		// Otherwise n8n takes a pasted {{1}} for an expression, of which nothing but the 1 is left.
		noDataExpression: true,
		typeOptions: { rows: 4 },
		displayOptions: inParts,
		placeholder: 'e.g. Hello {{1}}, your order {{2}} is on its way.',
		description: 'The text, with blanks as {{1}}. Leave empty for a one-time password.',
	}),
	{
		displayName: 'Examples',
		name: 'bodyExamples',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Example',
		displayOptions: inParts,
		default: {},
		description: 'For the reviewers: what stands in the place of each blank',
		options: [
			{
				displayName: 'Example',
				name: 'example',
				values: [
					textField('Blank', 'blank', {
						placeholder: 'e.g. 1',
						description: 'The number or name that stands in the braces',
					}),
					{ displayName: 'Text', name: 'text', type: 'string', default: '', placeholder: 'e.g. Ana' },
				],
			},
		],
	},
	textField('Footer', 'footer', {
		displayOptions: inParts,
		placeholder: 'e.g. Reply STOP to opt out',
		description: 'Small print below the text, up to 60 characters',
	}),
	{ ...buttonsField, displayOptions: inParts },
	{
		displayName: 'One-Time Password',
		name: 'oneTimePassword',
		type: 'collection',
		placeholder: 'Add Setting',
		displayOptions: inParts,
		default: {},
		description: "For the category Authentication, whose text is WhatsApp's own",
		options: [
			textField('App Package Name', 'packageName', {
				placeholder: 'e.g. com.example.shop',
				description: 'The Android app that takes the code. Several go into JSON.',
			}),
			textField('App Signature Hash', 'signatureHash', {
				placeholder: 'e.g. K8a/AINcGX7',
				description: 'Eleven characters that tell the app from others of its name',
			}),
			textField('Autofill Button Text', 'autofillText', { placeholder: 'e.g. Autofill' }),
			textField('Button Text', 'buttonText', { placeholder: 'e.g. Copy code' }),
			{
				displayName: 'Expires After (Minutes)',
				name: 'expirationMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 90 },
				default: 10,
			},
			{
				displayName: 'Security Recommendation',
				name: 'securityRecommendation',
				type: 'boolean',
				default: true,
				description: 'Whether to add that the code is not to be passed on',
			},
			{
				displayName: 'Type',
				name: 'passwordType',
				type: 'options',
				options: [
					{
						name: 'Copy Code',
						value: 'copyCode',
						description: 'The person copies the code. On every phone.',
					},
					{ name: 'One-Tap', value: 'oneTap', description: 'A tap fills the code into the Android app' },
					{ name: 'Zero-Tap', value: 'zeroTap', description: 'The Android app takes the code by itself' },
				],
				default: 'copyCode',
			},
			{
				displayName: 'Zero-Tap Terms Accepted',
				name: 'termsAccepted',
				type: 'boolean',
				default: false,
				description: "Whether you accept WhatsApp's terms for codes that go in without a tap",
			},
		],
	},
	{
		displayName: 'More Parts',
		name: 'moreParts',
		type: 'collection',
		placeholder: 'Add Part',
		displayOptions: inParts,
		default: {},
		description: 'Parts of special templates',
		options: [
			{
				displayName: 'Ask for Permission to Call',
				name: 'callPermission',
				type: 'boolean',
				default: true,
				description: 'Whether the message asks if your business may call the person on WhatsApp',
			},
			textField('Offer', 'offerText', {
				placeholder: 'e.g. Expiring!',
				description: 'The heading of a limited-time offer, up to 16 characters',
			}),
			{
				displayName: 'Offer Has an End',
				name: 'offerExpires',
				type: 'boolean',
				default: true,
				description: 'Whether the time that is left is shown. It goes with a code to copy.',
			},
		],
	},
	{
		displayName: 'Components',
		name: 'components',
		type: 'json',
		displayOptions: { show: { contentFrom: ['components'] } },
		default: '[]',
		placeholder: 'e.g. [{"type": "BODY", "text": "Hello"}]',
		description: "All parts of the template, spelled as in Meta's documentation",
	},
];

/** The fields for what a template says, and where that comes from. */
export function contentFields(
	samples: readonly INodeProperties[],
	more: readonly INodePropertyOptions[] = [],
): INodeProperties[] {
	return [
		{
			displayName: 'Content From',
			name: 'contentFrom',
			type: 'options',
			options: [PARTS, COMPONENTS, ...more].sort((a, b) => a.name.localeCompare(b.name)),
			default: 'parts',
			description: 'How you say what stands in the template',
		},
		{ ...headerField(samples), displayOptions: inParts },
		...bodyFields,
	];
}

/** A one-time password has no text of its own, so its category alone makes a template one. */
function passwordOf(settings: Input, { category, body }: Input): Input | undefined {
	const { packageName, signatureHash, passwordType: type, ...rest } = filled(settings);
	const app = filled({ packageName, signatureHash });
	const given = { ...rest, ...filled({ type }), ...(Object.keys(app).length > 0 && { apps: [app] }) };
	const isOne = category === 'AUTHENTICATION' && body === undefined;
	return isOne || Object.keys(given).length > 0 ? given : undefined;
}

/** The other members are read by their names; these are what only a form can read. */
export async function withContent({ contentFrom, ...input }: Input, reader: ItemReader): Promise<Input> {
	if (contentFrom !== 'parts') return input;
	const { buttonText, expirationMinutes, securityRecommendation, ...others } = input;
	const { packageName, signatureHash, autofillText, passwordType, termsAccepted, ...parts } = others;
	const { offerText, offerExpires, ...rest } = parts;
	const app = { packageName, signatureHash, autofillText, passwordType, termsAccepted };
	const examples = reader
		.rows('bodyExamples', 'example')
		.map(({ blank, text }): [string, string] => [readText(blank), readText(text)]);
	const buttons = reader.rows('buttons', 'button').map(filled);
	const header = await headerOf(reader);
	const settings = { buttonText, expirationMinutes, securityRecommendation, ...app };
	const oneTimePassword = passwordOf(settings, rest);
	const limitedTimeOffer = filled({ text: offerText, hasExpiration: offerExpires });
	return {
		...rest,
		...(header && { header }),
		...(examples.length > 0 && { bodyExamples: Object.fromEntries(examples) }),
		...(buttons.length > 0 && { buttons }),
		...(oneTimePassword && { oneTimePassword }),
		...(Object.keys(limitedTimeOffer).length > 0 && { limitedTimeOffer }),
	};
}
