import type { INodeProperties } from 'n8n-workflow';
import { fieldsOfSenders } from '../../shared/providers';
import { textField } from '../../shared/fields';

const callbackData = textField('Callback Data', 'callbackData', {
	placeholder: 'e.g. order-1042',
	description: 'Reference of your own. It comes back as callbackData on every status of this message.',
});

const defaultCountry = textField('Default Country', 'defaultCountry', {
	placeholder: 'e.g. IE',
	description: 'Two-letter country of numbers without a country code. Without it such a number is refused.',
});

const previewUrl: INodeProperties = {
	displayName: 'Link Preview',
	name: 'previewUrl',
	type: 'boolean',
	default: false,
	description: 'Whether to show a preview of the first link in the text',
};

const byName = (a: INodeProperties, b: INodeProperties) => a.displayName.localeCompare(b.displayName);

/**
 * Settings of one message that are rarely needed.
 *
 * @param operation *Link Preview* belongs to texts alone
 */
export function optionFields(operation: string): INodeProperties[] {
	return fieldsOfSenders(({ options = [] }) => ({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		displayOptions: { show: { operation: [operation] } },
		default: {},
		options: [
			callbackData,
			defaultCountry,
			...options,
			...(operation === 'sendResponse' ? [previewUrl] : []),
		].sort(byName),
	}));
}
