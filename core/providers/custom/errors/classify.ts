import type { DeliveryError, JsonObject } from '../../../events';
import type { ProviderOptions } from '../../../provider';
import { deliveryError } from '../../../http/error-table';
import { meaningOfStatus, readErrorBody } from '../../../http/http-failure';
import { numberOf, objectOf, textOf } from '../../../lib/json';
import { CAUSES } from './causes';
import { parseMapping, type ErrorRule, type Mapping } from '../inbound/mapping';
import { FieldReader } from '../inbound/reader';
import type { Source } from '../language/evaluate';

/** The words of an error, before anything is known about their meaning. */
function readWords(source: Source, rule: ErrorRule) {
	const reader = new FieldReader<'code' | 'title' | 'detail'>(source, 'error', rule);
	const code = reader.text('code');
	return {
		// Gateways write 0 beside every success.
		code: numberOf(code) === 0 ? undefined : code,
		isSuccess: numberOf(code) === 0,
		title: reader.text('title'),
		detail: reader.text('detail'),
	};
}

/**
 * The error beside a status or a message.
 *
 * @param status the gateway's word for the status, which stands for the code of an error that has none
 */
export function readError(
	source: Source,
	rule: ErrorRule | undefined,
	status = 'error',
): DeliveryError | undefined {
	if (rule === undefined) return undefined;
	const { code, isSuccess, title, detail } = readWords(source, rule);
	if (isSuccess || (code ?? title ?? detail) === undefined) return undefined;
	const cause = rule.causes?.get((code ?? status).toLowerCase()) ?? 'unknown';
	const meaning = { cause, ...CAUSES[cause], title: title ?? CAUSES[cause].title };
	return deliveryError(code ?? status, detail ?? '', meaning);
}

/** Where gateways say what is wrong, for want of a mapping that names the place. */
const USUAL_NAMES = ['message', 'detail', 'description', 'error_description', 'error-text', 'error'];

function usualWords(body: JsonObject): string {
	const texts = [body, objectOf(body.error) ?? {}].flatMap((part) =>
		USUAL_NAMES.flatMap((name) => textOf(part[name]) ?? []),
	);
	return texts[0]?.slice(0, 300) ?? '';
}

function readApiError(body: JsonObject, httpStatus: number, rule: Mapping['apiError']): DeliveryError {
	const { code, title, detail = usualWords(body) } = readWords({ element: body, body }, rule ?? {});
	const known = code === undefined ? undefined : rule?.causes?.get(code.toLowerCase());
	const meaning =
		known === undefined
			? meaningOfStatus(httpStatus, code !== undefined)
			: { cause: known, ...CAUSES[known] };
	return deliveryError(code ?? `http.${httpStatus}`, detail, { ...meaning, title: title ?? meaning.title });
}

/**
 * An answer of the gateway that is not a success. A code that the mapping knows decides; otherwise the HTTP status does.
 */
export function classifyError(
	httpStatus: number,
	body: unknown,
	{ mapping }: ProviderOptions = {},
): DeliveryError {
	const { object, text } = readErrorBody(body);
	if (object === undefined)
		return deliveryError(`http.${httpStatus}`, text, meaningOfStatus(httpStatus, false));
	const checked = parseMapping(mapping);
	return readApiError(object, httpStatus, checked.ok ? checked.value.apiError : undefined);
}
