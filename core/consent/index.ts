export { evaluateKeywords } from './evaluate';
export { consentRow } from './record';
export type { ConsentRow, ConsentRowOptions, ConsentSource, RecordedStatus } from './record';
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
