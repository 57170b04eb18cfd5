import axios from 'axios';

const LIMIT_MS = 2_000;

/**
 * Whether n8n has a workflow published at a webhook's address, without calling it: n8n tells a browser's preflight request
 * which methods the address takes. Undefined where that is not n8n, or does not answer.
 */
export async function isPublished(url: string): Promise<boolean | undefined> {
	try {
		const { headers } = await axios.options(url, {
			headers: { Origin: new URL(url).origin },
			validateStatus: () => true,
			proxy: false,
			timeout: LIMIT_MS,
		});
		const methods: unknown = headers['access-control-allow-methods'];
		return typeof methods === 'string' ? methods.includes('POST') : undefined;
	} catch (error) {
		if (axios.isAxiosError(error)) return undefined;
		throw error;
	}
}
