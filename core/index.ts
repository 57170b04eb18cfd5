/** The only door to this folder: nodes import from here and nowhere deeper. */

// What is loaded with n8n's start
export { ENGLISH_REPLIES, LANGUAGE_CHOICES, READY_MAPPINGS, READY_REQUEST_TEMPLATES } from './choices';

// Values and events
export { canonicalAddress, conversationKey } from './lib/phone/address';
export { hasLongIntegers, parseJson, withExactIntegers } from './lib/json';
export { dayIn, timeFromEpoch, timeFromIso } from './lib/time';
export { ACCOUNT_EVENTS, EVENT_KINDS, MESSAGE_STATUSES, MESSAGE_TYPES, UNTYPED_MESSAGES } from './events';
export type {
	ConsentAction,
	DeliveryCause,
	DeliveryError,
	EventKind,
	JsonObject,
	MessagingEvent,
} from './events';

// Providers
export { hasMoreValues } from './webhooks/size';
export {
	checkCallbackUrl,
	classifyError,
	inboundTraits,
	inspectWebhook,
	outboundOf,
	parseWebhook,
	reachOf,
	registerWebhook,
	runOperation,
	unregisterWebhook,
	verifyWebhook,
	webhookHolders,
	type OperationName,
	type ProviderName,
	type RegistrationTarget,
	type WebhookSecrets,
} from './providers';
export type { Handshake, Outbound } from './provider';
export { answerWithout } from './http/api';
export type { ApiAnswer, ApiFile, ApiRequest } from './http/api';
export { hiderOf } from './lib/secrets';
export { isInconclusive } from './http/reach';
export { missedError } from './http/ask';
export type { Account } from './messages/account';
export type { RateFacts } from './messages/rates';
export { batchRequest } from './messages/sending';
export type { BuiltMessage } from './messages/sending';
export type { ManualStep } from './webhooks/registration';
export type { Verification } from './webhooks/request';

// Setting up
export type { OperationFile, OperationOutcome, OperationTools, Resource } from './operations/contract';
export { withExecutionField } from './operations/execution-field';
export { isMediaUrl } from './providers/whatsapp-cloud/operations/media-files';

// Custom gateways
export { parseMapping, type Mapping } from './providers/custom/inbound/mapping';
export { previewMapping } from './providers/custom/inbound/preview';
export type { Remark } from './providers/custom/inbound/reader';
export type { Checked, Problem } from './providers/custom/language/schema';
export { parseRequestTemplate, previewRequest, type RequestTemplate } from './providers/custom/outbound';

// Receiving
export { BurstGate, type Turn } from './intake/burst';
export { EventLedger, type Claim } from './intake/event-ledger';
export { FailedEvents } from './intake/failed-events';
export {
	HANDED_ON,
	mergeNeighbours,
	NEIGHBOUR_HEADER,
	neighboursFor,
	readHandOver,
	readIntroduction,
	readNeighbourRequest,
	readNeighbours,
	sendersOfAll,
	type HandOver as NeighbourHandOver,
	type Introduction,
	type Neighbour,
	type NeighbourRequest,
} from './intake/neighbours';
export { isSelected, type Selection } from './intake/selection';
export { isOwnCall, signOwnCall } from './webhooks/own-calls';
export { isSameEndpoint, isSameServer } from './webhooks/callback-url';

// Consent
export { currentState, DEFAULT_PENDING_DAYS, isOptOutAsked, nextConsent } from './consent/double-opt-in';
export type { ConsentStatus, ConsentTransition, ReplyKind } from './consent/double-opt-in';
export { evaluateKeywords } from './consent/keywords/evaluate';
export { countsOn, newestOf, PREFERENCES, statusOfRows, type KnownConsent } from './consent/person';
export { decideSend, PURPOSES, TOPICS, type Purpose } from './consent/policy';
export { auditRow, consentRow, recordedAddress, type ConsentRow, type ConsentSource } from './consent/record';
export { replyText } from './consent/replies';
export { matchOfSignal, type ConsentSignal } from './consent/signal';
export { CONSENT_STATES, PARTIAL_MATCHES, PRESETS } from './consent/types';
export type {
	ConsentState,
	KeywordCategory,
	KeywordMatch,
	KeywordOptions,
	PartialMatch,
} from './consent/types';

// Questions
export { APPROVED, DECLINED, isOptOut, judge } from './questions/answers';
export {
	ANSWER_HEADER,
	answerEventOf,
	isTaken,
	isYoung,
	questionName,
	readDelivery,
	readHandOverOfAnswer,
	TAKEN_HEADER,
	type AnswerEvent,
	type Delivery,
	type HandOver,
	type Verdict,
} from './questions/hand-over';
export {
	isFromAsked,
	MEDIA_KINDS,
	readQuestion,
	type Expected,
	type OpenQuestion,
} from './questions/question';
export {
	QUESTION,
	readReference,
	readResumeUrl,
	readTapped,
	resumeUrl,
	writeReference,
	type Reference,
} from './questions/reference';

// Sending
export { MARKETING_ROUTES, parseOutgoing, type OutgoingMessage, type OutgoingType } from './messages';
export type { FieldProblem } from './lib/result';
export { checkTemplateValues } from './whatsapp/templates/check';
export { takesJson } from './whatsapp/templates/keys';
export { routed } from './whatsapp/templates/route';
export { shownTemplate } from './whatsapp/templates/shown';
export { firstWords } from './whatsapp/templates/text';
export type { BlankKind, MessageTemplate } from './whatsapp/templates/template';
export type { Effects } from './delivery/clockwork';
export { deliver } from './delivery/engine';
export { CAP_PERIODS, passGate, type GateQuestion, type Suppression } from './delivery/gate';
export type { Limits } from './delivery/delivery';
export type { Held, Job, JobResult, Outcome } from './delivery/job';
export { paceIn, type PaceBook } from './delivery/pace-book';
export type { Progress } from './delivery/progress';
export { isZone, offsetAt, readQuietHours, WEEKDAYS, type QuietHours } from './delivery/quiet-hours';
export { chooseRecipient } from './delivery/recipient';
export { NUMBERS_WITHOUT_PLUS } from './lib/phone/reading';
export { DEFAULT_RETRY } from './delivery/retry';
export { countSegments } from './lib/sms-segments';
