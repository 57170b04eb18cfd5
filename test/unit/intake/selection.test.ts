import type { MessagingEvent } from '../../../core/events';
import { isSelected, type Selection } from '../../../core/intake/selection';

const everything: Selection = {
	kinds: [],
	senders: [],
	messageTypes: [],
	statuses: [],
	finalOnly: false,
	accountEvents: [],
};
const base = { provider: 'whatsAppCloud', id: '1', eventKey: '1', raw: null } as const;
const message: MessagingEvent = {
	...base,
	kind: 'message',
	type: 'text',
	channelId: 'n1',
	to: '+15550100001',
};
const status: MessagingEvent = {
	...base,
	kind: 'status',
	status: 'read',
	final: true,
	channelId: 'n1',
	from: '+15550100001',
};
const sent: MessagingEvent = { ...status, status: 'sent', final: false };
const account: MessagingEvent = { ...base, kind: 'account', event: 'templateStatus', details: {} };

test.each<[string, MessagingEvent, Partial<Selection>, boolean]>([
	['nothing narrowed', message, {}, true],
	['kind chosen', message, { kinds: ['message'] }, true],
	['kind not chosen', status, { kinds: ['message'] }, false],
	['number chosen', message, { senders: ['n1', 'n2'] }, true],
	['number not chosen', message, { senders: ['n2'] }, false],
	['event without a number', account, { senders: ['n2'] }, true],
	['number chosen by its address', message, { senders: ['+15550100001'] }, true],
	['sending number chosen by its address', status, { senders: ['+15550100001'] }, true],
	['address without +', message, { senders: ['15550100001'] }, true],
	['address with separators', status, { senders: ['001 555-010-0001'] }, true],
	['name in other letters', { ...message, to: 'Harbour' }, { senders: ['HARBOUR'] }, true],
	['former spelling', { ...message, to: '+525512345678' }, { senders: ['5215512345678'] }, true],
	['another address', status, { senders: ['+15550100002'] }, false],
	['account event chosen', account, { accountEvents: ['templateStatus'] }, true],
	['account event not chosen', account, { accountEvents: ['call'] }, false],
	['account events say nothing about messages', message, { accountEvents: ['call'] }, true],
	['type chosen', message, { messageTypes: ['text'] }, true],
	['type not chosen', message, { messageTypes: ['image'] }, false],
	['types say nothing about statuses', status, { messageTypes: ['image'] }, true],
	['status chosen', status, { statuses: ['read'] }, true],
	['status not chosen', status, { statuses: ['failed'] }, false],
	['a final one of the final ones', status, { finalOnly: true }, true],
	['not a final one', sent, { finalOnly: true }, false],
	['finality says nothing about messages', message, { finalOnly: true }, true],
	['statuses say nothing about messages', message, { statuses: ['failed'] }, true],
])('%s', (_name, event, narrowed, expected) => {
	expect(isSelected(event, { ...everything, ...narrowed })).toBe(expected);
});
