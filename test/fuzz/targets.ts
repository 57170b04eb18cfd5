/** What is fuzzed: how its inputs are made, and what has to hold whatever they are. */
import { z } from 'zod';
import fc from 'fast-check';
import {
	CONSENT_STATES,
	PRESETS,
	READY_MAPPINGS,
	READY_REQUEST_TEMPLATES,
	chooseRecipient,
	classifyError,
	countSegments,
	evaluateKeywords,
	hiderOf,
	outboundOf,
	parseMapping,
	parseOutgoing,
	parseRequestTemplate,
	parseWebhook,
	previewMapping,
	previewRequest,
	readQuietHours,
	verifyWebhook,
	withExactIntegers,
	type ProviderName,
	type WebhookSecrets,
} from '../../core';
import { mutated, mutatedText, toJson } from './mutation';
import { answersOf, callsOf, messagesOf, textsOf } from './seeds';

/** A function under fire. Its inputs are values of JSON, so that one that fails can be kept in a file. */
export interface Target {
	name: string;
	inputs: fc.Arbitrary<unknown>;
	/** Throws where something does not hold. */
	run(input: unknown): void;
}

function target<Input>(
	name: string,
	schema: z.ZodType<Input, z.ZodTypeDef, unknown>,
	inputs: fc.Arbitrary<unknown>,
	run: (input: Input) => void,
): Target {
	return {
		name,
		inputs,
		run: (input) => {
			run(schema.parse(input));
		},
	};
}

function holds(isTrue: boolean, what: string): void {
	if (!isTrue) throw new Error(what);
}

const FOLDERS: Readonly<Record<ProviderName, string>> = {
	whatsAppCloud: 'whatsapp-cloud',
	infobip: 'infobip',
	sinch: 'sinch',
	custom: 'custom',
};
const PROVIDERS = ['whatsAppCloud', 'infobip', 'sinch', 'custom'] as const;
const SECRET = 'secret-that-nobody-may-see';
const GATEWAYS = Object.values(READY_MAPPINGS);
const REQUESTS = Object.values(READY_REQUEST_TEMPLATES);
const ACCOUNT = { accountId: '1001', appId: 'app', servicePlanId: 'plan', requestTemplate: REQUESTS[0] };

const parse = PROVIDERS.map((provider) =>
	target(`parse ${provider}`, z.unknown(), mutated(callsOf(FOLDERS[provider])), (body) => {
		const mappings = provider === 'custom' ? GATEWAYS : [undefined];
		for (const mapping of mappings) {
			for (const event of parseWebhook(provider, body, { mapping })) {
				holds(event.eventKey !== '' && event.provider === provider, 'an event has no key');
				holds(!('from' in event) || event.from !== '', 'an absent field is empty');
				JSON.stringify(event);
			}
		}
	}),
);

const headers = fc.dictionary(
	fc.constantFrom(
		'x-hub-signature-256',
		'x-sinch-webhook-signature',
		'x-sinch-webhook-signature-timestamp',
		'x-sinch-webhook-signature-nonce',
		'x-twilio-signature',
		'x-sig',
		'x-time',
		'authorization',
	),
	fc.oneof(
		mutatedText(['sha256=00', 'Basic dTpw', 'Bearer a.b.c', '1700000000', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=']),
		fc.array(fc.string(), { maxLength: 3 }),
	),
);
const Call = z.object({
	headers: z.record(z.union([z.string(), z.array(z.string())])),
	body: z.string(),
	url: z.string(),
});
const calls = fc.record({
	headers,
	body: fc.oneof(
		mutatedText(['{"a":1}', 'Body=STOP&From=%2B15550123001', 'a&', '%41=%42&']),
		mutated(callsOf('sinch')).map((body) => JSON.stringify(body)),
	),
	url: mutatedText(['https://n8n.example.com/webhook/x', '?a=1', '&bodySHA256=00', '#', '?']),
});
const SECRETS = {
	whatsAppCloud: { appSecrets: [SECRET] },
	infobip: {
		hmac: { secret: SECRET, header: 'X-Sig', algorithm: 'sha256' as const, encoding: 'hex' as const },
	},
	sinch: { webhookSecrets: [SECRET] },
};
const CUSTOM: readonly NonNullable<WebhookSecrets['custom']>[] = [
	{ twilio: { authTokens: [SECRET] } },
	{ vonage: { signatureSecrets: [SECRET], toleranceSeconds: 300 } },
	{
		hmac: {
			secret: SECRET,
			header: 'X-Sig',
			algorithm: 'sha256',
			encoding: 'hex',
			content: '{X-Time}.{body}',
			timestamp: { header: 'X-Time', toleranceSeconds: 300 },
		},
	},
];

const verify = PROVIDERS.map((provider) =>
	target(`verify ${provider}`, Call, calls, ({ headers: given, body, url }) => {
		const request = { headers: given, rawBody: Buffer.from(body), url };
		for (const custom of CUSTOM) {
			const verification = verifyWebhook(provider, request, { ...SECRETS, custom });
			holds(!verification.ok, 'a stranger got in');
			holds(!JSON.stringify(verification).includes(SECRET), 'a refusal tells the secret');
		}
	}),
);

const Answer = z.object({ status: z.number(), body: z.unknown() });
const classify = PROVIDERS.map((provider) => {
	const inputs = fc.record({
		status: fc.constantFrom(0, 200, 302, 400, 401, 403, 404, 418, 429, 500, 503, 999),
		body: mutated(answersOf(FOLDERS[provider])),
	});
	return target(`classify ${provider}`, Answer, inputs, ({ status, body }) => {
		const error = classifyError(provider, status, body);
		holds(error.title !== '' && error.advice !== '', 'an error says nothing');
		holds(JSON.stringify(error).length < 10_000, 'an error is not cut');
		const message = parseOutgoing({ type: 'text', text: 'Hi', to: '+15550123001' });
		holds(message.ok, 'the message is right');
		if (message.ok) outboundOf(provider).readAnswer([message.message], status, body, ACCOUNT);
	});
});

const request = PROVIDERS.map((provider) =>
	target(`request ${provider}`, z.unknown(), mutated(messagesOf(FOLDERS[provider])), (input) => {
		const parsed = parseOutgoing(input);
		if (!parsed.ok) return;
		const built = outboundOf(provider).build(parsed.message, ACCOUNT);
		if (built.ok) JSON.stringify(built);
		else holds(built.message !== '', 'a refusal says nothing');
	}),
);

const Text = z.object({
	text: z.string(),
	preset: z.enum(PRESETS),
	consentState: z.enum(CONSENT_STATES),
	optOutAsked: z.boolean(),
});
const evaluate = target(
	'evaluate',
	Text,
	fc.record({
		text: mutatedText(textsOf('rows.tsv', 'ordinary.tsv', 'kinds.tsv')),
		preset: fc.constantFrom(...PRESETS),
		consentState: fc.constantFrom(...CONSENT_STATES),
		optOutAsked: fc.boolean(),
	}),
	({ text, ...options }) => {
		const match = evaluateKeywords(text, { ...options, fuzzyOptOut: true });
		holds(match.explanation !== '', 'a decision is not explained');
		countSegments(text);
	},
);

const numbers = mutatedText([
	'+4915123456789',
	'015123456789',
	'00447700900123',
	'(650) 555-0199',
	'US.1234567',
]);
const Recipient = z.object({ values: z.unknown(), country: z.string().optional() });
const recipient = target(
	'recipient',
	Recipient,
	fc.record({
		values: fc.oneof(numbers, fc.array(numbers, { maxLength: 3 }), mutated(['+4915123456789', ['a', 1]])),
		country: fc.constantFrom(undefined, 'DE', 'US', 'XX', '__proto__', ''),
	}),
	({ values, country }) => {
		const chosen = chooseRecipient(values, country);
		if (chosen.kind === 'phone') holds(/^\+\d{5,15}$/.test(chosen.to), `${chosen.to} is not E.164`);
	},
);

const Mapping = z.object({ mapping: z.unknown(), sample: z.unknown() });
const mapping = target(
	'mapping',
	Mapping,
	fc.record({ mapping: mutated(GATEWAYS.map(toJson)), sample: mutated(callsOf('custom')) }),
	({ mapping: given, sample }) => {
		const checked = parseMapping(given);
		if (checked.ok) JSON.stringify(previewMapping(checked.value, sample));
		else holds(checked.problems.length > 0, 'a mapping is refused without a word');
	},
);

const Template = z.object({ template: z.unknown(), message: z.unknown() });
const template = target(
	'request template',
	Template,
	fc.record({ template: mutated(REQUESTS.map(toJson)), message: mutated(messagesOf('custom')) }),
	({ template: given, message }) => {
		const checked = parseRequestTemplate(given);
		if (checked.ok) JSON.stringify(previewRequest(checked.value, message));
		else holds(checked.problems.length > 0, 'a template is refused without a word');
	},
);

const integers = target(
	'exact integers',
	z.string(),
	fc.oneof(
		mutated(callsOf('sinch')).map((body) => JSON.stringify(body)),
		mutatedText(['[9007199254740993]', '"1\\"', '{"a":-12345678901234567890}']),
	),
	(text) => {
		const exact = withExactIntegers(text);
		try {
			JSON.parse(text);
		} catch {
			return;
		}
		JSON.parse(exact);
	},
);

const Hidden = z.object({ secrets: z.array(z.string()), text: z.string() });
const hidden = target(
	'hidden secrets',
	Hidden,
	fc.record({
		secrets: fc.array(mutatedText(['key', '482913', 'a+b/c=', '.*', '[', '$1', '\\']), {
			minLength: 1,
			maxLength: 4,
		}),
		text: mutatedText(['the key is', SECRET, '%2B', '\\u0041']),
	}),
	({ secrets, text }) => {
		const used = secrets.filter((secret) => secret.length >= 16);
		const shown = hiderOf([...used, SECRET])(`${text}${used.join(' ')}${SECRET}`);
		holds(!shown.includes(SECRET), 'a secret is shown');
	},
);

const Hours = z.object({ from: z.string(), until: z.string(), days: z.array(z.string()) });
const hour = mutatedText(['21:00', '8', '9 pm', '24:00', 'noon', '٢١:٠٠']);
const hours = target(
	'quiet hours',
	Hours,
	fc.record({
		from: hour,
		until: hour,
		days: fc.array(mutatedText(['Mon', 'sunday', 'so', '1']), { maxLength: 3 }),
	}),
	({ from, until, days }) => {
		const reading = readQuietHours(from, until, days);
		holds(reading.ok || JSON.stringify(reading).length < 100_000, 'a refusal is not cut');
	},
);

export const TARGETS: readonly Target[] = [
	...parse,
	...verify,
	...classify,
	...request,
	evaluate,
	recipient,
	mapping,
	template,
	integers,
	hidden,
	hours,
];
