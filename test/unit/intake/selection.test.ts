import type { MessagingEvent } from '../../../core/events';
import { isSelected, type Selection } from '../../../core/intake/selection';

const everything: Selection = { kinds: [], channelIds: [], messageTypes: [], statuses: [] };
const base = { provider: 'whatsAppCloud', id: '1', eventKey: '1', raw: null } as const;
const message: MessagingEvent = { ...base, kind: 'message', type: 'text', channelId: 'n1' };
const status: MessagingEvent = { ...base, kind: 'status', status: 'read', final: true, channelId: 'n1' };
const account: MessagingEvent = { ...base, kind: 'account', event: 'templateStatus', details: {} };

test.each<[string, MessagingEvent, Partial<Selection>, boolean]>([
	['nothing narrowed', message, {}, true],
	['kind chosen', message, { kinds: ['message'] }, true],
	['kind not chosen', status, { kinds: ['message'] }, false],
	['number chosen', message, { channelIds: ['n1', 'n2'] }, true],
	['number not chosen', message, { channelIds: ['n2'] }, false],
	['event without a number', account, { channelIds: ['n2'] }, true],
	['type chosen', message, { messageTypes: ['text'] }, true],
	['type not chosen', message, { messageTypes: ['image'] }, false],
	['types say nothing about statuses', status, { messageTypes: ['image'] }, true],
	['status chosen', status, { statuses: ['read'] }, true],
	['status not chosen', status, { statuses: ['failed'] }, false],
	['statuses say nothing about messages', message, { statuses: ['failed'] }, true],
])('%s', (_name, event, narrowed, expected) => {
	expect(isSelected(event, { ...everything, ...narrowed })).toBe(expected);
});
