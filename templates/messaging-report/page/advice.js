/** What to do about a code, from the tables by which the nodes themselves judge it. */
import { CONSENT_ADVICE } from '../../../core/delivery/gate';
import { NETWORK_ROWS } from '../../../core/providers/infobip/errors/rows/network';
import { PERSON_ROWS } from '../../../core/providers/infobip/errors/rows/person';
import { SETUP_ROWS } from '../../../core/providers/infobip/errors/rows/setup';
import { STATUS_ROWS as INFOBIP_STATUS_ROWS } from '../../../core/providers/infobip/errors/rows/statuses';
import { API_ROWS as SINCH_API_ROWS } from '../../../core/providers/sinch/errors/rows/api';
import { REASON_ROWS } from '../../../core/providers/sinch/errors/rows/reasons';
import { REPORT_ROWS, STATUS_ROWS } from '../../../core/providers/sinch/errors/rows/reports';
import { MESSAGE_ROWS } from '../../../core/providers/whatsapp-cloud/errors/rows/messages';
import { PLATFORM_ROWS } from '../../../core/providers/whatsapp-cloud/errors/rows/platform';
import { TEMPLATE_ROWS } from '../../../core/providers/whatsapp-cloud/errors/rows/templates';

/** @type {Record<string, readonly { codes: readonly string[], title: string, advice: string }[]>} */
const ROWS = {
	whatsAppCloud: [...MESSAGE_ROWS, ...TEMPLATE_ROWS, ...PLATFORM_ROWS],
	infobip: [...PERSON_ROWS, ...NETWORK_ROWS, ...SETUP_ROWS, ...INFOBIP_STATUS_ROWS],
	sinch: [...REPORT_ROWS, ...STATUS_ROWS, ...REASON_ROWS, ...SINCH_API_ROWS],
};

/**
 * Why the nodes hold a message back, by the rule that they name.
 *
 * @type {Record<string, string>}
 */
const RULES = {
	...CONSENT_ADVICE,
	quietHours: 'Run the campaign again when it is day where the people are.',
	frequencyCap: 'Run the campaign again when the period of the cap is over.',
	noReply: 'Nothing was to be said. There is nothing to do.',
};

const MARKS = /[*_`]/g;

/**
 * @param {{ kind: string, provider: string, code: string, text: string }} cause
 * @returns {{ title: string, advice: string }}
 */
export function adviceFor({ kind, provider, code, text }) {
	if (kind === 'heldBack') return { title: text || code, advice: RULES[code] ?? '' };
	const rows = Object.hasOwn(ROWS, provider) ? ROWS[provider] : [];
	const row = rows.find(({ codes }) => codes.includes(code));
	if (row) return { title: row.title, advice: row.advice.replace(MARKS, '') };
	return { title: text || 'No reason given', advice: '' };
}
