/** An execution that asks a person and waits for the answer, in n8n's own contexts. */
import { createHmac } from 'node:crypto';
import { ExecuteContext, WebhookContext } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
	type IRunExecutionData,
} from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { APP_SECRET, keepLog, stage, type Setting } from './harness';

const node = new MessagingSend();
export const ana = '+15550123001';
const BASE = 'https://n8n.example.com/webhook-waiting';

const parameters: INodeParameters = {
	provider: 'whatsAppCloud',
	operation: 'sendAndWait',
	sender: { __rl: true, mode: 'id', value: '2001' },
	recipientFrom: 'value',
	to: '={{ $json.phone }}',
	message: 'Shall we deliver on Saturday?',
	options: { checkTrigger: false },
};

/** An execution with the node in it, from the question to the answer. */
export class Waiting {
	readonly data: IRunExecutionData = createRunExecutionData({ executionData: { nodeExecutionStack: [] } });
	readonly sent: IDataObject[] = [];
	readonly stored: IDataObject[] = [];
	/** Lines of n8n's log. */
	readonly log: string[] = [];

	private readonly setting: Setting;
	private readonly input: INodeExecutionData[];

	constructor(
		given: INodeParameters = {},
		items: IDataObject[] = [{ phone: ana, order: 7 }],
		more: Setting = {},
	) {
		this.input = items.map((json) => ({ json }));
		this.setting = {
			...more,
			parameters: { ...parameters, ...more.parameters, ...given },
			executionId: '1042',
			waitingBaseUrl: BASE,
			executeWorkflow: async (_info, _data, options) => {
				this.stored.push(...(options.inputData ?? []).map(({ json }) => json));
				return await Promise.resolve({ executionId: '1043', data: [[]] });
			},
		};
	}

	private stage() {
		const staged = stage(node, this.setting);
		const { runData } = this.data.resultData;
		runData[staged.node.name] ??= [];
		return staged;
	}

	async ask(): Promise<INodeExecutionData[][]> {
		nock('https://graph.test')
			.persist()
			.post('/v25.0/2001/messages')
			.reply(200, (_uri, body) => {
				if (typeof body === 'object') this.sent.push(body);
				return {
					messaging_product: 'whatsapp',
					contacts: [{ input: ana, wa_id: '15550123001' }],
					messages: [{ id: `wamid.${this.sent.length}` }],
				};
			});
		nock('https://gateway.test')
			.persist()
			.post('/messages')
			.reply(200, (_uri, body) => {
				if (typeof body === 'object') this.sent.push(body);
				return { id: `g-${this.sent.length}` };
			});
		const staged = this.stage();
		const stack = { data: { [NodeConnectionTypes.Main]: [this.input] }, node: staged.node, source: null };
		this.data.executionData?.nodeExecutionStack.splice(0, 1, stack);
		const context = new ExecuteContext(
			staged.workflow,
			staged.node,
			staged.data,
			'trigger',
			this.data,
			0,
			this.input,
			stack.data,
			stack,
			[],
		);
		return await node.execute.call(context);
	}

	/** What the button or row with a label like this sends. */
	payload(label: string): string {
		const sent = JSON.stringify(this.sent.at(-1));
		const [id = ''] = [...sent.matchAll(/"id":"([^"]*)","title":"([^"]*)"/g)].flatMap(
			([, value = '', title = '']) => (new RegExp(label).test(title) ? [value] : []),
		);
		return id;
	}

	/** The call that the trigger makes. Gives the status, what the node says, and the outputs with which n8n goes on. */
	async bring(event: IDataObject, more: IDataObject = {}, secret = APP_SECRET) {
		const reference = this.payload('').replace(/^[^~]*/, '') || this.stored[0]?.reference;
		const kept = {
			kind: 'message',
			provider: 'whatsAppCloud',
			id: 'wamid.in',
			type: 'text',
			from: ana,
			channelId: '2001',
		};
		const body = { reference, event: { ...kept, ...event }, ...more };
		const rawBody = Buffer.from(JSON.stringify(body));
		const time = String(Date.now());
		const mac = createHmac('sha256', secret).update(`answer.${time}.`).update(rawBody).digest('hex');
		const answer: { status: number; body: unknown } = { status: 200, body: {} };
		const response = {
			status: (status: number) => {
				answer.status = status;
				return response;
			},
			json: (value: unknown) => {
				answer.body = value;
			},
		};
		const request = { body, rawBody, headers: { 'x-messaging-answer': `${time}.${mac}` } };
		const { workflow, node: own, data } = this.stage();
		const [description] = node.description.webhooks ?? [];
		if (description === undefined) throw new Error('The node has no webhook');
		const context = new WebhookContext(
			workflow,
			own,
			Object.assign(data, { httpRequest: request, httpResponse: response }),
			'trigger',
			{
				httpMethod: 'POST',
				node: own.name,
				path: '',
				webhookDescription: description,
				workflowId: workflow.id,
				workflowExecuteAdditionalData: data,
			},
			[],
			this.data,
		);
		keepLog(context, this.log);
		const { webhookResponse, workflowData } = await node.webhook.call(context);
		const said: unknown = webhookResponse ?? answer.body;
		return { status: answer.status, said, outputs: workflowData };
	}
}
