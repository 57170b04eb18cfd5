import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { parse as parseForm } from 'node:querystring';
import { buffer } from 'node:stream/consumers';
import axios, { type AxiosResponse } from 'axios';
import express, { type Request, type Response } from 'express';
import { WebhookContext } from 'n8n-core';
import type { INodeExecutionData, INodeType, IWebhookResponseData, WorkflowExecuteMode } from 'n8n-workflow';
import { APP_SECRET, stage, type Setting } from './harness';

/** What n8n does with a delivery that the trigger lets through: takes it over, or fails to. */
export type TakeOver = (items: INodeExecutionData[]) => Promise<void>;

export interface WebhookServer {
	url: string;
	/** Items of every execution that was started, in order. */
	executions: INodeExecutionData[][];
	/** Lines of the log, with the level in front. */
	log: string[];
	/** What happens between the trigger's return and n8n's answer, which carries the message of an error. */
	takeOver: TakeOver;
	/** How many calls the trigger is at work with. */
	atWork: number;
	/** What n8n's answer says after it. */
	message: string;
	close(): Promise<void>;
}

interface Call {
	nodeType: INodeType;
	setting: Setting;
	mode: WorkflowExecuteMode;
	log: string[];
	request: Request;
	response: Response;
}

async function runWebhook(call: Call): Promise<IWebhookResponseData> {
	const { nodeType, setting, mode, log, request, response } = call;
	const { workflow, node, data } = stage(nodeType, setting);
	const isSetup = request.method === 'GET';
	const description = nodeType.description.webhooks?.find(({ httpMethod }) => httpMethod === request.method);
	if (description === undefined) throw new Error(`${node.name} has no webhook for ${request.method}`);
	const context = new WebhookContext(
		workflow,
		node,
		{ ...data, httpRequest: request, httpResponse: response },
		mode,
		{
			httpMethod: isSetup ? 'GET' : 'POST',
			node: node.name,
			path: 'webhook',
			webhookDescription: description,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: data,
		},
		[],
		null,
	);
	jest.spyOn(context.logger, 'warn').mockImplementation((line) => {
		log.push(`warn ${line}`);
	});
	const result = await nodeType.webhook?.call(context);
	if (result === undefined) throw new Error(`${node.name} has no webhook function`);
	return result;
}

/** A server on loopback that reads bodies, runs the trigger and answers in the order in which n8n does. */
export async function startWebhookServer(
	nodeType: INodeType,
	setting: Setting = {},
	mode: WorkflowExecuteMode = 'webhook',
): Promise<WebhookServer> {
	const app = express();
	const server = app.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port }: AddressInfo = readAddress(server.address());

	const state: WebhookServer = {
		url: `http://127.0.0.1:${port}/`,
		executions: [],
		log: [],
		atWork: 0,
		message: 'Workflow was started',
		takeOver: async () => {
			await Promise.resolve();
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	app.all('/', async (request, response) => {
		await prepareRequest(request);
		state.atWork += 1;
		const result = await runWebhook({ nodeType, setting, mode, log: state.log, request, response });
		state.atWork -= 1;
		const [items] = result.workflowData ?? [];
		if (items !== undefined) {
			try {
				await state.takeOver(items);
			} catch (failure) {
				response.status(500).json({ message: failure instanceof Error ? failure.message : '' });
				return;
			}
			state.executions.push(items);
		}
		if (!result.noWebhookResponse) response.status(200).json({ message: state.message });
	});
	return state;
}

function readAddress(address: AddressInfo | string | null): AddressInfo {
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return address;
}

function parseAsDeclared({ contentType, rawBody }: Request): unknown {
	const text = rawBody.toString('utf8');
	if (contentType === 'application/json') return JSON.parse(text || '{}');
	return contentType === 'application/x-www-form-urlencoded' ? { ...parseForm(text) } : text;
}

const READ_BY_N8N = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'];

/** As n8n hands a request to a node of version 2: other types of body are still in the stream, a form with files is used up. */
async function prepareRequest(request: Request): Promise<void> {
	const contentType = request.headers['content-type']?.split(';')[0];
	request.contentType = contentType;
	request.readRawBody = async () => {
		request.rawBody = await buffer(request);
	};
	if (contentType === 'multipart/form-data') await buffer(request);
	if (contentType === undefined || !READ_BY_N8N.includes(contentType)) return;
	await request.readRawBody();
	request.body = parseAsDeclared(request);
}

interface Update {
	id?: string;
	text?: string;
	numberId?: string;
	status?: string;
}

/** The body of one delivery of Meta with a message, a status, or several of both (Meta, Webhooks overview). */
export function delivery(...updates: Update[]): string {
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [
			{
				id: '1001',
				changes: updates.map(({ id = 'wamid.1', text = 'Hi', numberId = '2001', status }) => ({
					field: 'messages',
					value: {
						messaging_product: 'whatsapp',
						metadata: { display_phone_number: '15550100001', phone_number_id: numberId },
						...(status === undefined
							? {
									messages: [
										{ from: '15550123001', id, timestamp: '1764000000', type: 'text', text: { body: text } },
									],
								}
							: { statuses: [{ id, status, timestamp: '1764000000', recipient_id: '15550123001' }] }),
					},
				})),
			},
		],
	});
}

export function sign(body: string, secret = APP_SECRET): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Posts a body as Meta does; any status is an answer. */
export async function deliver(
	url: string,
	body: string,
	headers: Record<string, string> = {},
): Promise<AxiosResponse<unknown>> {
	return await axios.post(url, body, {
		headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(body), ...headers },
		validateStatus: () => true,
		transformRequest: (data: string) => data,
	});
}
