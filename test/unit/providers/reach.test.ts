import { API_ROWS as INFOBIP_API } from '../../../core/providers/infobip/errors/rows/api';
import { NETWORK_ROWS } from '../../../core/providers/infobip/errors/rows/network';
import { PERSON_ROWS } from '../../../core/providers/infobip/errors/rows/person';
import { SETUP_ROWS } from '../../../core/providers/infobip/errors/rows/setup';
import { STATUS_ROWS } from '../../../core/providers/infobip/errors/rows/statuses';
import { errorTable } from '../../../core/http/error-table';
import { API_ROWS as SINCH_API } from '../../../core/providers/sinch/errors/rows/api';
import { REASON_ROWS } from '../../../core/providers/sinch/errors/rows/reasons';
import { REPORT_ROWS } from '../../../core/providers/sinch/errors/rows/reports';
import { MESSAGE_ROWS } from '../../../core/providers/whatsapp-cloud/errors/rows/messages';
import { PLATFORM_ROWS } from '../../../core/providers/whatsapp-cloud/errors/rows/platform';
import { REGISTRATION_ROWS } from '../../../core/providers/whatsapp-cloud/errors/rows/registration';
import { TEMPLATE_ROWS } from '../../../core/providers/whatsapp-cloud/errors/rows/templates';
import { DELIVERY_CAUSES } from '../../../core/events';
import { isInconclusive, type Reach } from '../../../core/http/reach';
import { reachOf, type ProviderName } from '../../../core/providers';
import { errorOf } from '../delivery/provider';

const ROWS = {
	whatsAppCloud: [...MESSAGE_ROWS, ...PLATFORM_ROWS, ...REGISTRATION_ROWS, ...TEMPLATE_ROWS],
	infobip: [...INFOBIP_API, ...NETWORK_ROWS, ...PERSON_ROWS, ...SETUP_ROWS, ...STATUS_ROWS],
	sinch: [...SINCH_API, ...REASON_ROWS, ...REPORT_ROWS],
	custom: [],
} as const;

test.each<[ProviderName, string, Reach]>([
	['whatsAppCloud', '190', 'account'],
	['whatsAppCloud', '368', 'account'],
	['whatsAppCloud', '200', 'account'],
	['whatsAppCloud', '131042', 'account'],
	['whatsAppCloud', '133010', 'sender'],
	['whatsAppCloud', '130429', 'sender'],
	['whatsAppCloud', '131048', 'sender'],
	['whatsAppCloud', '131056', 'message'],
	['whatsAppCloud', '131049', 'message'],
	['whatsAppCloud', '131026', 'message'],
	['whatsAppCloud', '131000', 'message'],
	['infobip', '5:12', 'account'],
	['infobip', '5:20', 'message'],
	['infobip', '7032', 'message'],
	['infobip', '7016', 'sender'],
	['infobip', 'UNAUTHORIZED', 'account'],
	['sinch', 'UNAUTHENTICATED', 'account'],
	['sinch', 'RESOURCE_EXHAUSTED', 'account'],
	['sinch', 'INACTIVE_CREDENTIAL', 'sender'],
	['sinch', 'RECIPIENT_NOT_REACHABLE', 'message'],
])('%s %s reaches the %s', (provider, code, reach) => {
	const meaning = errorTable(ROWS[provider]).get(code);
	expect(reachOf(provider, errorOf(code, meaning))).toBe(reach);
});

test.each(DELIVERY_CAUSES)('a custom gateway, %s', (cause) => {
	const expected: Partial<Record<string, Reach>> = {
		rateLimited: 'sender',
		quotaExhausted: 'account',
		credentialInvalid: 'account',
	};
	expect(reachOf('custom', errorOf('constructor', { cause }))).toBe(expected[cause] ?? 'message');
});

test.each([
	[502, 'http.502', true],
	[500, 'http.500', true],
	[504, 'http.504', true],
	[503, 'http.503', false],
	[200, 'http.200', true],
	[204, 'http.204', true],
	[200, 'REJECTED_NETWORK', false],
	[302, 'http.302', false],
	[500, '131000', false],
	[401, 'http.401', false],
])('HTTP %d with the code %s leaves it open: %s', (status, code, expected) => {
	expect(isInconclusive(status, errorOf(code))).toBe(expected);
});
