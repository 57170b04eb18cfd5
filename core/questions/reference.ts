import type { JsonValue } from '../events';
import { isJsonObject } from '../lib/json';

/** Where a waiting execution is answered, as n8n signs it, short enough for the payload of a button. */
export interface Reference {
	executionId: string;
	nodeId: string;
	/** Which question of that node: of a loop there is one each round. */
	question: string;
	/** n8n's, of the address. */
	signature: string;
}

/** Names of the query of a waiting execution's address: ours, and n8n's. */
export const QUESTION = 'question';
const SIGNATURE = 'signature';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const SHA256 = /^[\da-f]{64}$/;

const shorter = (hex: string) => Buffer.from(hex.replaceAll('-', ''), 'hex').toString('base64url');
const longer = (short: string) => Buffer.from(short, 'base64url').toString('hex');

function asUuid(hex: string): string {
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Marks a node id that is no UUID, as in workflows that were written by hand. */
const AS_IT_IS = '!';

/** What `getSignedResumeUrl` of n8n gives. `undefined` where this n8n signs in another way. */
export function readResumeUrl(url: string): Reference | undefined {
	const { pathname, searchParams } = new URL(url);
	const [nodeId = '', executionId = ''] = pathname.split('/').reverse();
	const signature = searchParams.get(SIGNATURE) ?? '';
	if (!/^\d+$/.test(executionId) || !SHA256.test(signature)) return undefined;
	return {
		executionId,
		nodeId: decodeURIComponent(nodeId),
		question: searchParams.get(QUESTION) ?? '',
		signature,
	};
}

/** @param base of all waiting executions, `https://n8n.example/webhook-waiting` */
export function resumeUrl(base: string, { executionId, nodeId, question, signature }: Reference): string {
	const url = new URL(`${base}/${executionId}/${encodeURIComponent(nodeId)}`);
	url.searchParams.set(QUESTION, question);
	url.searchParams.set(SIGNATURE, signature);
	return url.href;
}

export function writeReference({ executionId, nodeId, question, signature }: Reference): string {
	const node = UUID.test(nodeId) ? shorter(nodeId) : AS_IT_IS + Buffer.from(nodeId).toString('base64url');
	return ['', executionId, node, question, shorter(signature)].join('~');
}

const WRITTEN = /^(.*)~(\d+)~(![\w-]+|[\w-]{22})~(\w[\w-]*)~([\w-]{43})$/s;

/** A payload of ours: what was chosen, and the question that it answers. */
export function readReference(payload: string): { value: string; reference: Reference } | undefined {
	const [, value = '', executionId = '', node = '', question = '', signature = ''] =
		WRITTEN.exec(payload) ?? [];
	if (signature === '') return undefined;
	const nodeId = node.startsWith(AS_IT_IS)
		? Buffer.from(node.slice(1), 'base64url').toString()
		: asUuid(longer(node));
	return { value, reference: { executionId, nodeId, question, signature: longer(signature) } };
}

/** WhatsApp gives a flow's token back among its answers; some flows leave it out (Meta, Flow messages). */
const TOKEN = 'flow_token';

export interface Tapped {
	/** Machine value of what was chosen; empty for a flow. */
	value: string;
	reference: Reference;
	/** What the person chose or filled in, and nothing of the question. */
	payload: JsonValue;
}

/** What a tapped option or a flow that was filled in brings back. */
export function readTapped(payload: JsonValue | undefined): Tapped | undefined {
	const [written, answers] = isJsonObject(payload)
		? [payload[TOKEN], Object.fromEntries(Object.entries(payload).filter(([name]) => name !== TOKEN))]
		: [payload, undefined];
	const read = typeof written === 'string' ? readReference(written) : undefined;
	return read && { ...read, payload: answers ?? read.value };
}
