import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchPhoneNumbers } from '../shared/phone-numbers';
import { credentialsFor, SENDING_PROVIDERS } from '../shared/providers';
import {
	getShownMessage,
	getTemplateBlankOptions,
	getTemplateBlanks,
	searchTemplates,
} from '../shared/templates';
import { previewRequestSample } from '../shared/custom-gateway';
import { operationFields } from './operations';
import { sendItems } from './send';

export class MessagingSend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messaging Send',
		name: 'messagingSend',
		icon: { light: 'file:../../icons/messaging-send.svg', dark: 'file:../../icons/messaging-send.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { sendResponse: "Response: " + $parameter["messageType"], sendTemplate: "Template", markAsRead: "Mark as read" }[$parameter["operation"]] }}',
		description:
			'Send template and response messages by WhatsApp or SMS, but only to people who may get them',
		defaults: { name: 'Messaging Send' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Accepted', 'Suppressed'],
		usableAsTool: true,
		credentials: credentialsFor(SENDING_PROVIDERS),
		hints: [
			{
				type: 'info',
				message:
					'If one row cannot be sent, none is. To send all the others, choose Settings → On Error → Continue (using error output). A dry run shows beforehand who gets what.',
				displayCondition: '={{ $input.all().length > 1 }}',
				whenToDisplay: 'beforeExecution',
				location: 'outputPane',
			},
		],
		properties: operationFields,
	};

	methods = {
		listSearch: { searchPhoneNumbers, searchTemplates },
		loadOptions: { getTemplateBlankOptions, previewRequestSample },
		resourceMapping: { getShownMessage, getTemplateBlanks },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendItems(this);
	}
}
