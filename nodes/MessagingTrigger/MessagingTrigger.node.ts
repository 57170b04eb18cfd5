import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { getPhoneNumbers } from '../shared/phoneNumbers';
import { triggerFields } from './fields';
import { answerVerification } from './handshake';
import { receiveDelivery } from './receive';
import { refuse } from './respond';
import { checkSetup } from './settings';

export class MessagingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messaging Trigger',
		name: 'messagingTrigger',
		icon: {
			light: 'file:../../icons/messaging-trigger.svg',
			dark: 'file:../../icons/messaging-trigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["purpose"] }}',
		description: 'Starts the workflow on verified messages, delivery statuses and consent changes',
		eventTriggerDescription: 'Waiting for a call from the provider to the Test URL',
		activationMessage:
			'You can now send a message to your number. The workflow starts when the provider calls the Production URL.',
		defaults: { name: 'Messaging Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		// The editor takes a field by which credentials are shown for a choice of authentication and hides it.
		credentials: [
			{
				name: 'infobipApi',
				required: true,
				displayOptions: { hide: { provider: ['sinch', 'whatsAppCloud'] } },
			},
			{
				name: 'sinchApi',
				required: true,
				displayOptions: { hide: { provider: ['infobip', 'whatsAppCloud'] } },
			},
			{
				name: 'whatsAppCloudApi',
				required: true,
				displayOptions: { hide: { provider: ['infobip', 'sinch'] } },
			},
		],
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		triggerPanel: {
			header: 'Connect your number to this workflow',
			executionsHelp: {
				inactive:
					"<b>While building</b>, click 'Listen for test event', then enter the Test URL and the credential's Webhook Verify Token in the Meta App Dashboard under WhatsApp → Configuration. <b>When you are done</b>, publish the workflow and enter the Production URL there instead: Meta keeps one URL.",
				active:
					"<b>While building</b>, click 'Listen for test event' and enter the Test URL in the Meta App Dashboard under WhatsApp → Configuration. <b>The published workflow</b> runs by itself as long as the Production URL is entered there. Its executions show up in the executions list.",
			},
			activationHint: {
				inactive:
					'Publish the workflow, then enter the Production URL in the Meta App Dashboard under WhatsApp → Configuration and subscribe to the field <b>messages</b>.',
				active: 'The Production URL is answering.',
			},
		},
		properties: triggerFields,
	};

	methods = { loadOptions: { getPhoneNumbers } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkSetup(this);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSetup(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		try {
			return this.getWebhookName() === 'setup' ? await answerVerification(this) : await receiveDelivery(this);
		} catch (failure) {
			// Thrown on, it would start an execution for a caller who was never authenticated.
			const reason = failure instanceof Error ? failure.message : String(failure);
			return refuse(this, 503, 'Not ready', `it could not be checked: ${reason}`);
		}
	}
}
