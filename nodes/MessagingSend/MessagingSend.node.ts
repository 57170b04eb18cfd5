import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchPhoneNumbers } from '../shared/phoneNumbers';
import { operationField, operationFields } from './operations';
import { providerField, SENDING_PROVIDERS } from '../shared/providers';
import { sendItems } from './send';

export class MessagingSend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messaging Send',
		name: 'messagingSend',
		icon: { light: 'file:../../icons/messaging-send.svg', dark: 'file:../../icons/messaging-send.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "sendResponse" ? "Response: " + $parameter["messageType"] : "" }}',
		description: 'Sends messages to people who may get them',
		defaults: { name: 'Messaging Send' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Accepted', 'Suppressed'],
		usableAsTool: true,
		credentials: [{ name: 'whatsAppCloudApi', required: true }],
		properties: [providerField(SENDING_PROVIDERS), operationField, ...operationFields],
	};

	methods = { listSearch: { searchPhoneNumbers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendItems(this);
	}
}
