import type { AnswerEvent } from '../../../core/questions/hand-over';
import { isFromAsked, readQuestion, type OpenQuestion } from '../../../core/questions/question';

const question: OpenQuestion = {
	question: '0-t5kq1c',
	provider: 'whatsAppCloud',
	sender: '2001',
	addresses: ['+5551987654321', 'US.13491208655302741918'],
	expected: { kind: 'text', options: [], dayFirst: true, mediaTypes: [] },
	tries: 1,
};
const event: AnswerEvent = { kind: 'message', provider: 'whatsAppCloud', id: 'wamid.1' };

test.each<[string, Partial<AnswerEvent>, string | undefined, boolean]>([
	['the number', { from: '+5551987654321' }, '2001', true],
	['the number as the provider spells it', { from: '+555187654321' }, '2001', true],
	['the user id', { fromUserId: 'US.13491208655302741918' }, '2001', true],
	['another number', { from: '+5551987654322' }, '2001', false],
	['nobody', {}, '2001', false],
	['another number of ours', { from: '+5551987654321' }, '2002', false],
	['no number of ours', { from: '+5551987654321' }, undefined, false],
	['another provider', { from: '+5551987654321', provider: 'infobip' }, '2001', false],
])('from %s', (_name, more, ownSide, expected) => {
	expect(isFromAsked(question, { ...event, ...more }, ownSide)).toBe(expected);
});

test('without a sender the provider chose the number', () => {
	expect(isFromAsked({ ...question, sender: '' }, { ...event, from: '+5551987654321' }, '2002')).toBe(true);
});

test('what n8n stored is read again', () => {
	expect(readQuestion(JSON.parse(JSON.stringify(question)))).toEqual(question);
	expect(readQuestion({ ...question, addresses: [] })).toBeUndefined();
	expect(readQuestion('')).toBeUndefined();
});
