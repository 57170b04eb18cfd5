/** The only door to this folder: nodes import from here and nowhere deeper. */

import type {
	Channel,
	ChannelOptions,
	Verification,
	WebhookRequest,
	WebhookSecrets,
} from './channels/contract';
import { custom } from './channels/custom';
import { infobip } from './channels/infobip';
import { rowOf } from './channels/shared/json';
import { sinch } from './channels/sinch';
import { whatsAppCloud } from './channels/whatsapp-cloud';
import type { DeliveryError, MessagingEvent, Provider } from './events';

export * from './choices';
export * from './events';
export type * from './channels/contract';
export * from './consent';

export type * from './channels/administration';
export { administer, checkChannel, offeredOperations, type AdminProvider } from './channels/administrators';
export {
	parseMapping,
	type CustomMapping,
	type Mapping,
	type MappingResult,
} from './channels/custom/mapping';
export { previewMapping, type Preview } from './channels/custom/preview';
export type { MappingProblem } from './channels/custom/problems';
export type { Remark } from './channels/custom/reader';
export type { Check, Diagnosis, DiagnosisFacts } from './channels/diagnosis';
export { withExecutionField, type ExecutionField } from './channels/execution-field';
export {
	diagnoseWebhook,
	inspectWebhook,
	manualSteps,
	registerWebhook,
	unregisterWebhook,
} from './channels/registrars';
export * from './channels/registration';
export { checkCallbackUrl, type UrlCheck } from './channels/shared/callback-url';
export { answerHandshake, type HandshakeAnswer } from './channels/whatsapp-cloud/handshake';
export {
	isMediaUrl,
	mediaUpload,
	parseMediaId,
	type MediaFile,
	type MediaUse,
} from './channels/whatsapp-cloud/media';
export {
	parseOutgoing,
	type FieldProblem,
	type OutgoingInput,
	type OutgoingMessage,
	type OutgoingType,
} from './channels/outgoing';
export {
	parseRequestTemplate,
	previewRequest,
	type RequestTemplate,
	type RequestTemplateResult,
} from './channels/custom/messages';
export {
	findTemplateRequest,
	listTemplatesRequest,
	parseTemplatePage,
	sendingChannel,
} from './channels/senders';
export type * from './channels/sending';
export { checkTemplateValues } from './channels/shared/template-check';
export type * from './channels/templates';
export {
	parsePhoneNumbers,
	parseThroughputLevel,
	throughputRequest,
	type PhoneNumber,
	type PhoneNumberPage,
} from './channels/whatsapp-cloud/numbers';
export {
	nameRequest,
	parseName,
	parseReach,
	reachRequest,
	type Reach,
} from './channels/whatsapp-cloud/reach';
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
export { EventLedger, type Claim } from './intake/eventLedger';
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
