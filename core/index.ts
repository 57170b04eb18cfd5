/** The only door to this folder: nodes import from here and nowhere deeper. */

import type { Channel, ChannelOptions, Verification, WebhookRequest, WebhookSecrets } from './provider';
import { custom } from './providers/custom';
import { infobip } from './providers/infobip';
import { rowOf } from './lib/json';
import { sinch } from './providers/sinch';
import { whatsAppCloud } from './providers/whatsapp-cloud';
import type { DeliveryError, MessagingEvent, Provider } from './events';

export * from './choices';
export * from './events';
export type * from './provider';
export * from './consent';

export type * from './operations/contract';
export { administer, checkChannel, offeredOperations, type AdminProvider } from './providers/administrators';
export {
	parseMapping,
	type CustomMapping,
	type Mapping,
	type MappingResult,
} from './providers/custom/inbound/mapping';
export { previewMapping, type Preview } from './providers/custom/inbound/preview';
export type { MappingProblem } from './providers/custom/inbound/problems';
export type { Remark } from './providers/custom/inbound/reader';
export type { Check, Diagnosis, DiagnosisFacts } from './webhooks/diagnosis';
export { withExecutionField, type ExecutionField } from './operations/execution-field';
export {
	diagnoseWebhook,
	inspectWebhook,
	manualSteps,
	registerWebhook,
	unregisterWebhook,
} from './providers/registrars';
export * from './webhooks/registration';
export { checkCallbackUrl, type UrlCheck } from './webhooks/callback-url';
export { answerHandshake, type HandshakeAnswer } from './providers/whatsapp-cloud/inbound/handshake';
export {
	isMediaUrl,
	mediaUpload,
	parseMediaId,
	type MediaFile,
	type MediaUse,
} from './providers/whatsapp-cloud/outbound/media';
export {
	parseOutgoing,
	type FieldProblem,
	type OutgoingInput,
	type OutgoingMessage,
	type OutgoingType,
} from './messages';
export {
	parseRequestTemplate,
	previewRequest,
	type RequestTemplate,
	type RequestTemplateResult,
} from './providers/custom/outbound';
export {
	findTemplateRequest,
	listTemplatesRequest,
	parseTemplatePage,
	sendingChannel,
} from './providers/senders';
export type * from './messages/sending';
export { checkTemplateValues } from './whatsapp/templates/check';
export type * from './whatsapp/templates/template';
export {
	parsePhoneNumbers,
	parseThroughputLevel,
	throughputRequest,
	type PhoneNumber,
	type PhoneNumberPage,
} from './providers/whatsapp-cloud/operations/numbers';
export {
	nameRequest,
	parseName,
	parseReach,
	reachRequest,
	type Reach,
} from './providers/whatsapp-cloud/operations/reach';
export { deliver, type Limits } from './delivery/engine';
export { isInconclusive, reachOf } from './delivery/faults';
export { CAP_PERIODS, passGate, type GateQuestion, type Suppression } from './delivery/gate';
export type * from './delivery/job';
export type { Progress } from './delivery/progress';
export { readQuietHours, type QuietHours } from './delivery/quiet-hours';
export { DEFAULT_RETRY } from './delivery/retry';
export type { SenderRates } from './delivery/sender-lane';
export { ratesOf, type RateFacts } from './delivery/rates';
export { chooseRecipient, type ChosenRecipient } from './delivery/recipient';
export { BurstGate, type Turn } from './intake/burst';
export { EventLedger, type Claim } from './intake/event-ledger';
export { isSelected, type Selection } from './intake/selection';

const CHANNELS: Readonly<Record<Provider, Channel>> = { whatsAppCloud, infobip, sinch, custom };

function channelOf(provider: Provider): Channel {
	const channel = rowOf(CHANNELS, provider);
	if (channel === undefined) throw new Error(`There is no provider "${provider}"`);
	return channel;
}

/**
 * One webhook call to its events, in the order of the payload.
 *
 * @param body the call's body, parsed from JSON. Whatever it holds, nothing is dropped and nothing throws: what is not
 * understood becomes an `unknown` event.
 * @param options the mapping of a `custom` provider; without one that can be used, the call is one `unknown` event
 */
export function parseWebhook(provider: Provider, body: unknown, options?: ChannelOptions): MessagingEvent[] {
	return channelOf(provider).parseWebhook(body, options);
}

/** Whether a webhook call comes from the provider. The reason of a refusal holds no secret and may be logged. */
export function verifyWebhook(
	provider: Provider,
	request: WebhookRequest,
	secrets: WebhookSecrets,
): Verification {
	return channelOf(provider).verifyWebhook(request, secrets);
}

/** What an answer of the provider's API that is not a success means, and what to do next. */
export function classifyError(
	provider: Provider,
	httpStatus: number,
	body: unknown,
	options?: ChannelOptions,
): DeliveryError {
	return channelOf(provider).classifyError(httpStatus, body, options);
}
