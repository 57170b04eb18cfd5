/** A person who fills in the pages of a form of n8n. */
import assert from 'node:assert/strict';
import axios, { type AxiosBasicCredentials } from 'axios';
import { z } from 'zod';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

const Started = z.object({ formWaitingUrl: z.string().url() });
const WITHIN_MS = 30_000;

/** The fields of a page by their places: `field-0`, `field-1`. */
function fieldsOf(values: readonly string[]): Record<string, string> {
	return Object.fromEntries(values.map((value, index) => [`field-${index}`, value]));
}

async function post(url: string, values: readonly string[], auth?: AxiosBasicCredentials): Promise<unknown> {
	const { status, data } = await axios.postForm<unknown>(url, fieldsOf(values), {
		proxy: false,
		auth,
		timeout: WITHIN_MS,
		validateStatus: () => true,
	});
	assert.equal(status, 200, JSON.stringify(data));
	return data;
}

async function read(url: string): Promise<string> {
	const { data } = await axios.get<string>(url, {
		proxy: false,
		timeout: 5_000,
		responseType: 'text',
		validateStatus: () => true,
	});
	return data;
}

export class FormPages {
	readonly executionId: string;
	readonly #url: string;

	private constructor(url: string) {
		this.#url = url;
		this.executionId = new URL(url).pathname.split('/').at(-1) ?? '';
	}

	/** Sends the first page off. */
	static async open(
		url: string,
		values: readonly string[],
		auth?: AxiosBasicCredentials,
	): Promise<FormPages> {
		return new FormPages(Started.parse(await post(url, values, auth)).formWaitingUrl);
	}

	/** Waits for the page that shows this, as the browser does. */
	async shows(text: RegExp): Promise<void> {
		const status = new URL(this.#url);
		status.pathname += '/n8n-execution-status';
		await eventually(
			async () => {
				const state = await read(status.href);
				assert.notEqual(state, 'error', `the execution ended before ${text}`);
				return state === 'form-waiting' && text.test(await read(this.#url));
			},
			`a page with ${text}`,
			WITHIN_MS,
		);
	}

	async send(...values: string[]): Promise<void> {
		await post(this.#url, values);
	}

	/** What the last page does by itself in a browser. */
	async leave(): Promise<void> {
		const { status } = await axios.post(this.#url, {}, { proxy: false, validateStatus: () => true });
		assert.equal(status, 200);
	}
}
