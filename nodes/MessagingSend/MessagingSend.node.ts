import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
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
import { executeOperation } from './execute';
import { operationFields } from './operations';
import { OUTPUTS } from './outputs';
import { receiveAnswer } from './questions/resume';
import { RESUMING } from './questions/webhook';

export class MessagingSend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messaging Send',
		name: 'messagingSend',
		icon: { light: 'file:../../icons/messaging-send.svg', dark: 'file:../../icons/messaging-send.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { handOverAnswer: "Hand over answer", sendAndWait: "Send and wait", sendResponse: "Response: " + $parameter["messageType"], sendTemplate: "Template", markAsRead: "Mark as read" }[$parameter["operation"]] }}',
		description:
			'Send template and response messages by WhatsApp or SMS, but only to people who may get them',
		defaults: { name: 'Messaging Send' },
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		webhooks: RESUMING,
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
		return await executeOperation(this);
	}

	/** An answer comes to the execution that waits for it. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveAnswer(this);
	}
}
