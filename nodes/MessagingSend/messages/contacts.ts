import { chooseRecipient } from '../../../core';
import { parseJsonField, readText } from '../../shared/parameters';
import { filled } from '../../shared/reader';
import type { MessageForm } from './form';
import { textField } from '../../shared/fields';

/** By it the card offers to write to the person; without one it offers to invite them to WhatsApp. */
function whatsAppIdOf(phone: string): string | undefined {
	const number = chooseRecipient(phone);
	return number.kind === 'phone' ? number.to.slice(1) : undefined;
}

export const contacts: MessageForm = {
	type: 'contacts',
	name: 'Contact',
	description: 'One or more contact cards that the person can save',
	fields: [
		{
			displayName: 'Contacts',
			name: 'contacts',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Contact',
			default: { contact: [{ firstName: '', lastName: '', phone: '', email: '', company: '', more: '' }] },
			options: [
				{
					displayName: 'Contact',
					name: 'contact',
					values: [
						textField('Company', 'company', { placeholder: 'e.g. Harbour Café' }),
						textField('Email', 'email', { placeholder: 'e.g. nathan@example.com' }),
						textField('First Name', 'firstName', { placeholder: 'e.g. Nathan' }),
						textField('Last Name', 'lastName', { placeholder: 'e.g. Smith' }),
						{
							displayName: 'More Details',
							name: 'more',
							type: 'json',
							default: '',
							placeholder: 'e.g. {"birthday": "1990-08-26"}',
							description: 'Further fields: phones, emails, URLs, addresses, organisation, birthday',
						},
						textField('Phone', 'phone', { placeholder: 'e.g. +353 1 555 0123' }),
					],
				},
			],
		},
	],
	read: (reader) => ({
		type: 'contacts',
		contacts: reader.rows('contacts', 'contact').map((row) => {
			const { firstName, lastName, phone, email, company } = {
				firstName: readText(row.firstName),
				lastName: readText(row.lastName),
				phone: readText(row.phone),
				email: readText(row.email),
				company: readText(row.company),
			};
			const more = parseJsonField(row.more, 'More Details');
			return {
				name: [firstName, lastName].filter((part) => part !== '').join(' ') || company,
				...filled({ firstName, lastName }),
				...(phone !== '' && { phones: [{ phone, type: 'WORK', userId: whatsAppIdOf(phone) }] }),
				...(email !== '' && { emails: [{ email, type: 'WORK' }] }),
				...(company !== '' && { organisation: { company } }),
				...(typeof more === 'object' && more),
			};
		}),
	}),
};
