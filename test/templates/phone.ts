/** What lies on a customer's phone in the sandbox. */
import axios from 'axios';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Provider } from '../../sandbox/settings.ts';

const State = z.object({
	numbers: z.array(
		z.object({
			id: z.string(),
			provider: z.enum(['whatsAppCloud', 'infobip', 'sinch']),
			channel: z.string(),
		}),
	),
	threads: z.array(
		z.object({
			customer: z.string(),
			messages: z.array(
				z.object({
					id: z.string(),
					numberId: z.string(),
					sender: z.enum(['customer', 'business']),
					text: z.string(),
					at: z.number(),
					status: z.string(),
					failure: z
						.object({ code: z.union([z.string(), z.number()]) })
						.passthrough()
						.optional(),
					content: z.record(z.unknown()).optional(),
					replyToId: z.string().optional(),
				}),
			),
		}),
	),
});

type Shown = z.infer<typeof State>['threads'][number]['messages'][number];

/** A message of the business. */
export interface PhoneMessage extends Shown {
	provider: Provider;
	channel: string;
	/** The provider's word for the kind of message, such as `text` or `template`. */
	type?: string;
	/** Name of the template that it was made of. */
	template?: string;
	/** The reference that was given with the send. */
	callbackData?: string;
}

const Named = z.object({ name: z.string() });
/** Where a request names its template: WhatsApp Cloud, Infobip, Sinch. */
const TemplateName = z.union([
	z.object({ template: Named }).transform(({ template }) => template.name),
	z
		.object({ content: z.object({ templateName: z.string() }) })
		.transform(({ content }) => content.templateName),
	z
		.object({
			message: z.object({
				template_message: z.object({ channel_template: z.record(z.object({ template_id: z.string() })) }),
			}),
		})
		.transform(({ message }) => Object.values(message.template_message.channel_template)[0]?.template_id),
]);

/** What the business sent to a phone, oldest first; over one provider where it is given. */
export async function readPhone(
	sandbox: Sandbox,
	phoneNumber: string,
	only?: Provider,
): Promise<PhoneMessage[]> {
	const { data } = await axios.get<unknown>(`${sandbox.url}/sandbox/state`, { proxy: false });
	const { numbers, threads } = State.parse(data);
	const lines = new Map(numbers.map(({ id, provider, channel }) => [id, { provider, channel }]));
	return threads
		.filter(({ customer }) => customer === phoneNumber)
		.flatMap(({ messages }) => messages)
		.filter(({ sender }) => sender === 'business')
		.flatMap((message) => {
			const line = lines.get(message.numberId);
			if (line === undefined || (only !== undefined && only !== line.provider)) return [];
			return [{ ...message, ...line, ...requestOf(sandbox, line.provider, message.id) }];
		})
		.sort((a, b) => a.at - b.at);
}

function requestOf(
	sandbox: Sandbox,
	provider: Provider,
	id: string,
): Pick<PhoneMessage, 'type' | 'template' | 'callbackData'> {
	const accepted = sandbox[provider].ledger.accepted.find((message) => message.id === id);
	if (accepted === undefined) return {};
	const { type, callbackData, request } = accepted;
	const template = TemplateName.safeParse(request).data;
	return {
		type,
		...(template !== undefined && { template }),
		...(callbackData !== undefined && { callbackData }),
	};
}
