import type { Preset } from '../types';

/** Default English keywords of a category. */
export interface KeywordLists {
	optIn: readonly string[];
	optOut: readonly string[];
	help: readonly string[];
}

export const PRESET_KEYWORDS: Record<Preset, KeywordLists> = {
	/** Adobe, Configure the SMS channel: default keywords. */
	standard: {
		optIn: ['SUBSCRIBE', 'YES', 'UNSTOP', 'START', 'CONTINUE', 'RESUME', 'BEGIN'],
		optOut: ['STOP', 'QUIT', 'CANCEL', 'END', 'UNSUBSCRIBE', 'NO'],
		help: ['HELP'],
	},
	/** CTIA, Short Code Monitoring Handbook; 47 CFR 64.1200(a)(10); Twilio, Support for opt-out keywords; AWS, Required keywords. */
	carrier: {
		optIn: ['START', 'UNSTOP', 'SUBSCRIBE'],
		optOut: [
			'STOP',
			'STOPALL',
			'UNSUBSCRIBE',
			'CANCEL',
			'END',
			'QUIT',
			'REVOKE',
			'OPTOUT',
			'OPT OUT',
			'REMOVE',
		],
		help: ['HELP', 'INFO'],
	},
	own: { optIn: [], optOut: [], help: [] },
};

/** Words that revoke consent by law whatever a business advertises: 47 CFR 64.1200(a)(10), and CTIA's STOPALL. */
export const REQUIRED_OPT_OUT = [
	'STOP',
	'STOPALL',
	'QUIT',
	'END',
	'REVOKE',
	'OPT OUT',
	'CANCEL',
	'UNSUBSCRIBE',
] as const;
