import type { INodeProperties } from 'n8n-workflow';
import { displayNameField, optionsField, pinField } from '../fields/common';
import {
	dataRegionField,
	earlierField,
	earlierRegistrationsField,
	phoneNumberField,
} from '../fields/whatsapp';
import { form, withLists } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const deregisterFields: INodeProperties[] = [
	phoneNumberField,
	optionsField([
		earlierField(
			'Earlier Deregistrations',
			'earlierDeregistrations',
			'Meta allows ten deregistrations of a number in 72 hours.',
		),
	]),
];

const migrateFields: INodeProperties[] = [
	phoneNumberField,
	pinField,
	textField('Backup Data', 'backupData', {
		typeOptions: { password: true },
		required: true,
		description: 'What the On-Premises API gave as its backup',
	}),
	textField('Backup Password', 'backupPassword', {
		typeOptions: { password: true },
		required: true,
		description: 'The password with which the backup was made',
	}),
	optionsField([dataRegionField, earlierRegistrationsField]),
];

const registerFields: INodeProperties[] = [
	phoneNumberField,
	pinField,
	optionsField([
		dataRegionField,
		earlierRegistrationsField,
		{
			displayName: 'Name Approved At',
			name: 'nameApprovedAt',
			type: 'dateTime',
			default: '',
			description: 'When Meta approved a new display name. It has to be registered within 14 days.',
		},
	]),
];

const displayNameFields: INodeProperties[] = [
	phoneNumberField,
	{ ...displayNameField, description: 'What people are to see as the name of your business' },
	optionsField([
		earlierField(
			'Earlier Requests',
			'earlierRequests',
			'Meta allows ten changes of a display name in 30 days.',
		),
	]),
];

export const NUMBER_REGISTRATION = {
	deregister: {
		name: 'Deregister',
		action: 'Deregister number',
		description: 'Disconnect a number from the Cloud API, at most ten times in 72 hours',
		forms: { whatsAppCloud: form(deregisterFields, withLists('earlierDeregistrations')) },
	},
	migrate: {
		name: 'Migrate',
		action: 'Migrate number',
		description: 'Bring a number over from the On-Premises API, where it stops working',
		forms: { whatsAppCloud: form(migrateFields, withLists('earlierRegistrations')) },
	},
	register: {
		name: 'Register',
		action: 'Register number',
		description: 'Connect a verified number to the Cloud API, at most ten times in 72 hours',
		forms: { whatsAppCloud: form(registerFields, withLists('earlierRegistrations')) },
	},
	requestDisplayName: {
		name: 'Request Display Name',
		action: 'Request display name for number',
		description: 'Ask Meta for a new display name, at most ten times in 30 days',
		forms: { whatsAppCloud: form(displayNameFields, withLists('earlierRequests')) },
	},
	setPin: {
		name: 'Set PIN',
		action: 'Set PIN of number',
		description: 'Give the number a new PIN for two-step verification. The old one is not needed.',
		forms: {
			whatsAppCloud: form([phoneNumberField, { ...pinField, description: 'Six digits of your choice' }]),
		},
	},
} satisfies Partial<Operations<'number'>>;
