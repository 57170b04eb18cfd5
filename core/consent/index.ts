export { currentState, DEFAULT_PENDING_DAYS, nextConsent } from './double-opt-in';
export type { ConsentStatus, ConsentTransition, DoubleOptInSettings, ReplyKind } from './double-opt-in';
export { evaluateKeywords } from './keywords/evaluate';
export type { Language } from './keywords/languages/language';
export { coveredScope, decideSend, PURPOSES } from './policy';
export type { ConsentScope, Purpose, SendDecision, SendQuestion, SendReason } from './policy';
export { PRESET_KEYWORDS, REQUIRED_OPT_OUT } from './keywords/presets';
export { auditRow, consentRow } from './record';
export type { AuditRow, ConsentRow, ConsentRowOptions, ConsentSource, RecordedStatus } from './record';
export { DEFAULT_REPLIES, replyText } from './replies';
export { matchOfSignal } from './signal';
export type { ProviderSignal } from './signal';
export { countSegments } from '../lib/sms-segments';
export type { SmsSegments } from '../lib/sms-segments';
export { CONSENT_STATES, KEYWORD_CATEGORIES, MATCH_TIERS, PRESETS } from './types';
export type {
	ConsentState,
	KeywordCategory,
	KeywordMatch,
	KeywordOptions,
	MatchTier,
	OwnKeywords,
	Preset,
} from './types';
