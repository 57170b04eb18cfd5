import assert from 'node:assert/strict';
import axios, { type AxiosResponse } from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox.ts';
import { type SandboxLine, WORLD } from '../../settings.ts';
import type { Timing } from '../../shared/options.ts';
import { HeldTimers } from './held-timers.ts';
import { eventually, type Received, Receiver } from './receiver.ts';

const HURRIED: Partial<Timing> = { sentMs: 5, deliveredMs: 20, readMs: 20, webhookTimeoutMs: 2_000 };

/** All stand-ins in a hurry, with one receiver for the webhooks of all of them. */
export class Providers {
	readonly receiver: Receiver;
	readonly sandbox: Sandbox;
	/** What the stand-ins wait for. */
	readonly timers: HeldTimers;

	protected constructor({ receiver, sandbox, timers }: Pick<Providers, 'receiver' | 'sandbox' | 'timers'>) {
		this.receiver = receiver;
		this.sandbox = sandbox;
		this.timers = timers;
	}

	/** `now` stands in for the clock, in milliseconds since 1970. */
	static async start(now?: () => number): Promise<Providers> {
		const receiver = new Receiver();
		await receiver.start();
		const webhookUrl = receiver.url;
		const timers = new HeldTimers();
		const sandbox = await startSandbox({
			world: WORLD,
			port: 0,
			now,
			timers,
			whatsAppCloud: { webhookUrl, timing: { ...HURRIED, retryMs: [20, 60, 140] } },
			infobip: { webhookUrl, timing: HURRIED, retryScale: 0.0001 },
			sinch: { webhookUrl, timing: HURRIED, retryScale: 0.002 },
		});
		return new Providers({ receiver, sandbox, timers });
	}

	/** Waits until nothing more can come. */
	async quiet(): Promise<void> {
		await eventually(() => this.sandbox.isQuiet(), 'nothing on its way');
	}

	async close(): Promise<void> {
		await this.sandbox.close();
		await this.receiver.close();
	}
}

export function lineOf(lines: readonly SandboxLine[], channel: SandboxLine['channel']): SandboxLine {
	const line = lines.find((each) => each.channel === channel);
	assert(line);
	return line;
}

/** A call that resolves whatever the status. */
export function call(
	method: string,
	url: string,
	{ data, headers = {} }: { data?: unknown; headers?: Record<string, string> } = {},
): Promise<AxiosResponse<unknown>> {
	return axios.request({
		method,
		url,
		data,
		headers,
		validateStatus: () => true,
		timeout: 2_000,
		proxy: false,
	});
}

/** The JSON of a webhook. */
export function bodyOf({ raw }: Received): unknown {
	return JSON.parse(raw.toString());
}
