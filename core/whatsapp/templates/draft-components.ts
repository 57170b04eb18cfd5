import type { JsonObject } from '../../events';
import type { OperationFailure } from '../../operations/contract';
import { fieldFailure } from '../../operations/input';
import { isPosition } from './rules';
import { blankNames } from './text';
import { checkComponents } from './draft-check';
import { HEADER_FORMATS, PASSWORD_TYPES, type ContentInput } from './input';
import { compact } from '../../lib/json';
import type { Result } from '../../lib/result';

type Header = NonNullable<ContentInput['header']>;
type Button = NonNullable<ContentInput['buttons']>[number];
type Content = Omit<ContentInput, 'messageSendTtlSeconds' | 'appId'>;
export type Written = Result<{ components: JsonObject[] }, OperationFailure>;

function headerOf({ format, text, example }: Header, handle: string | undefined): JsonObject {
	const [blank] = blankNames(text ?? '');
	const named = blank !== undefined && !isPosition(blank);
	const textExample: JsonObject = named
		? { header_text_named_params: [{ param_name: blank, example: example ?? '' }] }
		: { header_text: [example ?? ''] };
	return compact({
		type: 'HEADER',
		format: HEADER_FORMATS[format],
		text: format === 'text' ? (text ?? '') : undefined,
		example:
			handle !== undefined
				? { header_handle: [handle] }
				: blank !== undefined && example !== undefined
					? textExample
					: undefined,
	});
}

function bodyOf(text: string, examples: Readonly<Record<string, string>>): JsonObject {
	const blanks = blankNames(text);
	const isNamed = blanks.some((name) => !isPosition(name));
	const given = blanks.filter((name) => (examples[name] ?? '') !== '');
	if (given.length === 0) return { type: 'BODY', text };
	const example: JsonObject = isNamed
		? {
				body_text_named_params: given.map((name) => ({
					param_name: name,
					example: examples[name] ?? '',
				})),
			}
		: { body_text: [blanks.map((name) => examples[name] ?? '')] };
	return { type: 'BODY', text, example };
}

const BUTTONS: Record<Button['type'], (button: Button) => JsonObject> = {
	quickReply: ({ text }) => compact({ type: 'QUICK_REPLY', text }),
	url: ({ text, url, example }) =>
		compact({ type: 'URL', text, url, example: example === undefined ? undefined : [example] }),
	phoneNumber: ({ text, phoneNumber }) => compact({ type: 'PHONE_NUMBER', text, phone_number: phoneNumber }),
	copyCode: ({ example }) => compact({ type: 'COPY_CODE', example }),
	flow: ({ text, flowId, screen }) =>
		compact({
			type: 'FLOW',
			text,
			flow_id: flowId,
			...(screen !== undefined && { flow_action: 'navigate', navigate_screen: screen }),
		}),
	catalog: ({ text }) => compact({ type: 'CATALOG', text }),
	singleProduct: ({ text }) => compact({ type: 'SPM', text }),
	multiProduct: ({ text }) => compact({ type: 'MPM', text }),
	orderDetails: ({ text }) => compact({ type: 'ORDER_DETAILS', text }),
	voiceCall: ({ text }) => compact({ type: 'VOICE_CALL', text }),
	requestContactInfo: ({ text }) => compact({ type: 'REQUEST_CONTACT_INFO', text }),
};

function passwordOf({
	type,
	securityRecommendation,
	expirationMinutes,
	buttonText,
	autofillText,
	apps,
	termsAccepted,
}: NonNullable<ContentInput['oneTimePassword']>): JsonObject[] {
	const button = compact({
		type: 'OTP',
		otp_type: PASSWORD_TYPES[type],
		text: buttonText,
		autofill_text: autofillText,
		supported_apps: apps?.map((app) => ({
			package_name: app.packageName,
			signature_hash: app.signatureHash,
		})),
		zero_tap_terms_accepted: termsAccepted,
	});
	return [
		{ type: 'BODY', add_security_recommendation: securityRecommendation },
		...(expirationMinutes === undefined
			? []
			: [{ type: 'FOOTER', code_expiration_minutes: expirationMinutes }]),
		{ type: 'BUTTONS', buttons: [button] },
	];
}

/** Stands for a sample that is not uploaded yet. */
const PENDING = 'pending';

function partsOf(content: Content, body: string, handle: string | undefined): JsonObject[] {
	const { header, bodyExamples, footer, buttons = [], limitedTimeOffer: offer, callPermission } = content;
	return [
		...(header === undefined ? [] : [headerOf(header, handle)]),
		bodyOf(body, bodyExamples ?? {}),
		...(offer === undefined
			? []
			: [
					{
						type: 'LIMITED_TIME_OFFER',
						limited_time_offer: { text: offer.text, has_expiration: offer.hasExpiration },
					},
				]),
		...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
		...(callPermission === true ? [{ type: 'CALL_PERMISSION_REQUEST' }] : []),
		...(buttons.length === 0
			? []
			: [{ type: 'BUTTONS', buttons: buttons.map((button) => BUTTONS[button.type](button)) }]),
	];
}

function checkedComponents(components: JsonObject[]): Written {
	return checkComponents(components) ?? { ok: true, components };
}

/** Brings a sample file to the provider, which gives a handle for it. */
export type UploadSample = (
	file: NonNullable<Header['file']>,
) => Promise<Result<{ handle: string }, OperationFailure>>;

/** The components of a template as Meta takes them. A sample goes up only when all else is in order. */
export async function componentsOf(content: Content, upload: UploadSample): Promise<Written> {
	const { components, header, body, oneTimePassword } = content;
	if (components !== undefined) return checkedComponents(components);
	if (oneTimePassword !== undefined) return checkedComponents(passwordOf(oneTimePassword));
	if (body === undefined) return fieldFailure('body', 'The body of the template is missing');
	if (header?.file === undefined) return checkedComponents(partsOf(content, body, header?.handle));
	const draft = checkedComponents(partsOf(content, body, PENDING));
	if (!draft.ok) return draft;
	const sample = await upload(header.file);
	return sample.ok ? { ok: true, components: partsOf(content, body, sample.handle) } : sample;
}
