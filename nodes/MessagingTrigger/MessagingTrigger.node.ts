import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { previewSample } from '../shared/custom-gateway';
import { getPhoneNumbers } from '../shared/phone-numbers';
import { credentialsFor, RECEIVING_PROVIDERS } from '../shared/providers';
import { triggerFields } from './fields';
import { receiveCall } from './receive';
import { isRegistered, register } from './registration';
import { refuse } from './respond';
import { unregister } from './unregistration';
import { webhooks } from './webhooks';

export class MessagingTrigger implements INodeType {
	description: INodeTypeDescription = {
		// Without its last word in lists of triggers, and in "Go to … and create an event".
		displayName: 'WhatsApp & SMS Messaging Trigger',
		name: 'messagingTrigger',
		icon: {
			light: 'file:../../icons/messaging-trigger.svg',
			dark: 'file:../../icons/messaging-trigger.dark.svg',
		},
		group: ['trigger'],
		// For version 1 n8n evaluates an expression on every call, to decide whether to read the body.
		version: 2,
		subtitle:
			'={{ { inbound: "Message received", feedback: "Delivery status", selected: "Selected events" }[$parameter["purpose"]] }}',
		description: 'Starts the workflow when somebody writes, opts out, or gets a message of yours',
		eventTriggerDescription: 'Write to your number now',
		activationMessage:
			'You can now send a message to your number. The workflow starts when the provider calls the Production URL.',
		defaults: { name: 'Messaging Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsFor(RECEIVING_PROVIDERS),
		webhooks,
		triggerPanel: {
			header: 'Connect your number to this workflow',
			executionsHelp: {
				inactive:
					"<b>While building</b>, click 'Execute step', then write to your number. <b>When you are done</b>, publish the workflow: from then on the provider calls the Production URL, and executions show up in the executions list.",
				active:
					"<b>The published workflow</b> runs by itself; its executions show up in the executions list. <b>To try a change</b>, click 'Execute step' and write to your number: the test gets your message, and the published workflow gets it as well.",
			},
			activationHint: {
				inactive: 'Publish the workflow to have it started by every message.',
				active: 'Its executions show up in the executions list.',
			},
		},
		properties: triggerFields,
	};

	methods = { loadOptions: { getPhoneNumbers, previewSample } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		try {
			return await receiveCall(this);
		} catch (failure) {
			// Thrown on, it would start an execution for a caller who was never authenticated.
			const reason = failure instanceof Error ? failure.message : String(failure);
			return refuse(this, 503, 'Not ready', `it could not be checked: ${reason}`);
		}
	}
}
