import type { INodeParameters } from 'n8n-workflow';
import type { ChannelProvider } from '../channel-stage';

export interface Call {
	method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
	path: string;
	query?: Record<string, string>;
	body?: object;
	status?: number;
	answer?: unknown;
}

/** What the panel holds, the calls that this makes, and the first item that comes of it. */
export type Case = [
	provider: ChannelProvider,
	operation: string,
	parameters: INodeParameters,
	calls: Call[],
	first: object,
];
