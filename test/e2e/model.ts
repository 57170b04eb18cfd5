/** A stand-in for a chat model with tools, by OpenAI's API. */
import { z } from 'zod';
import { startOutsideSystem, type Reply } from './outside.ts';

/** The parts of OpenAI's chat completions API that are used here (OpenAI, API reference, Create chat completion). */
const ToolCall = z.object({
	id: z.string(),
	function: z.object({ name: z.string(), arguments: z.string() }),
});
const Message = z.object({
	role: z.string(),
	// A list of parts where a message is nothing but calls of tools.
	content: z
		.union([z.string(), z.array(z.unknown())])
		.nullish()
		.transform((content) => (typeof content === 'string' ? content : '')),
	tool_calls: z.array(ToolCall).optional(),
});
const Request = z.object({
	messages: z.array(Message),
	tools: z.array(z.object({ function: z.object({ name: z.string(), parameters: z.record(z.unknown()) }) })),
	stream: z.boolean().optional(),
});
export type ModelRequest = z.infer<typeof Request>;

/** What the model says next: a text, or the call of a tool. */
export type Turn = string | { tool: string; input: Record<string, unknown> };

function completion(turn: Turn): Reply {
	const message =
		typeof turn === 'string'
			? { role: 'assistant', content: turn }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							id: `call_${turn.tool}`,
							type: 'function',
							function: { name: turn.tool, arguments: JSON.stringify(turn.input) },
						},
					],
				};
	return {
		body: {
			id: 'chatcmpl-1',
			object: 'chat.completion',
			created: 0,
			model: 'stand-in',
			choices: [{ index: 0, message, finish_reason: typeof turn === 'string' ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		},
	};
}

/**
 * Listens until the file's last test is done.
 *
 * @param next what the model says, or what its server answers instead; asked anew with each request
 */
export async function startModel(next: (request: ModelRequest) => Turn | Reply): Promise<{
	/** Of an OpenAI credential. */
	url: string;
	requests: readonly ModelRequest[];
	calls: Awaited<ReturnType<typeof startOutsideSystem>>['calls'];
}> {
	const requests: ModelRequest[] = [];
	const { url, calls } = await startOutsideSystem(({ body }) => {
		const request = Request.parse(body);
		requests.push(request);
		const turn = next(request);
		return typeof turn === 'object' && 'body' in turn ? turn : completion(turn);
	});
	return { url: `${url}/v1`, requests, calls };
}
