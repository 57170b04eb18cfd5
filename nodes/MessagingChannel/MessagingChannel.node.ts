import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchPhoneNumbers } from '../shared/phone-numbers';
import { ADMINISTERED_PROVIDERS, credentialsFor } from '../shared/providers';
import { administerItems } from './execute';
import {
	searchAccounts,
	searchApps,
	searchAvailableNumbers,
	searchInboundActions,
	searchNumbers,
	searchPortfolios,
	searchSenders,
	searchTemplateIds,
	searchTemplateKeys,
	searchWebhooks,
} from './lists';
import { channelFields } from './operations';

export class MessagingChannel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messaging Channel',
		name: 'messagingChannel',
		icon: {
			light: 'file:../../icons/messaging-channel.svg',
			dark: 'file:../../icons/messaging-channel.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/[A-Z]+/g, " $&").toLowerCase() }}',
		description: 'Set up numbers, templates and webhooks, and check that a channel works',
		defaults: { name: 'Messaging Channel' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsFor(ADMINISTERED_PROVIDERS),
		properties: channelFields,
	};

	methods = {
		listSearch: {
			searchAccounts,
			searchApps,
			searchAvailableNumbers,
			searchInboundActions,
			searchNumbers,
			searchPhoneNumbers,
			searchPortfolios,
			searchSenders,
			searchTemplateIds,
			searchTemplateKeys,
			searchWebhooks,
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await administerItems(this);
	}
}
