import type { INodeProperties } from 'n8n-workflow';
import { replyToId } from '../../shared/message-fields';
import { AS_IN_ITEM, fieldsOfSenders } from '../../shared/providers';
import { textField } from '../../shared/fields';

const callbackData = textField('Callback Data', 'callbackData', {
	placeholder: 'e.g. order-1042',
	description: 'Reference of your own. It comes back as callbackData on every status of this message.',
});

const alreadySent = textField('Already Sent', 'alreadySent', {
	placeholder: 'e.g. {{ $json.message_id }}',
	description:
		'What your table holds once the message went out, such as its ID or time. An item that has anything here is refused.',
});

const claimedBy = textField('Claimed By', 'claimedBy', {
	placeholder: 'e.g. {{ $json.claimed_by }}',
	description:
		'Execution that took the row from your outbox. What this one took is sent, in a retry too; what another one took is refused.',
});

const defaultCountry = textField('Default Country', 'defaultCountry', {
	placeholder: 'e.g. IE',
	description: 'Two-letter country of numbers without a country code. Without it such a number is refused.',
});

const numbersWithoutPlus: INodeProperties = {
	displayName: 'Numbers Without +',
	name: 'numbersWithoutPlus',
	type: 'options',
	options: [
		{ name: 'Are International', value: 'international', description: 'They begin with a country code' },
		{ name: 'Are National', value: 'national', description: 'They are numbers of the default country' },
		{
			name: 'Refuse When Ambiguous',
			value: 'refuse',
			description: 'One that can be either is not sent to, and the error shows both readings',
		},
	],
	default: 'refuse',
	description: 'How to read a number that can be one of the default country and one with a country code',
};

export const previewUrl: INodeProperties = {
	displayName: 'Link Preview',
	name: 'previewUrl',
	type: 'boolean',
	default: false,
	description: 'Whether to show a preview of the first link in the text',
};

const keepInput: INodeProperties = {
	displayName: 'Keep Input Fields',
	name: 'keepInput',
	type: 'boolean',
	default: true,
	description:
		'Whether what came in stays on the item, behind what became of the message. What had the name of one of the results stands under input.',
};

const byName = (a: INodeProperties, b: INodeProperties) => a.displayName.localeCompare(b.displayName);

/**
 * Settings of one message that are rarely needed.
 *
 * @param own those of the operation alone
 */
export function optionFields(operation: string, own: readonly INodeProperties[] = []): INodeProperties[] {
	const field = (more: readonly INodeProperties[]): INodeProperties => ({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		displayOptions: { show: { operation: [operation] } },
		default: {},
		options: [
			alreadySent,
			callbackData,
			claimedBy,
			defaultCountry,
			numbersWithoutPlus,
			keepInput,
			...more,
			...own,
		].sort(byName),
	});
	const asInItem = { show: { operation: [operation], provider: [AS_IN_ITEM] } };
	return [
		...fieldsOfSenders(({ options = [] }) => field(options)),
		{ ...field([replyToId]), displayOptions: asInItem },
	];
}
