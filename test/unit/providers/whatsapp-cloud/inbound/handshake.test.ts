import { handshake } from '../../../../../core/providers/whatsapp-cloud/inbound/handshake';

const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'word', 'hub.challenge': '1158201444' };

test('the right token brings the challenge back', () => {
	expect(handshake.answer(query, 'word')).toEqual({ ok: true, challenge: '1158201444' });
});

test.each([
	['another token', { ...query, 'hub.verify_token': 'Word' }, 'word', /verify token is not/],
	['a token given twice', { ...query, 'hub.verify_token': ['word', 'word'] }, 'word', /verify token is not/],
	['no token', { ...query, 'hub.verify_token': undefined }, 'word', /verify token is not/],
	['no token set up', { ...query, 'hub.verify_token': '' }, '', /has no webhook verify token/],
	['another mode', { ...query, 'hub.mode': 'unsubscribe' }, 'word', /not a verification request/],
	['no challenge', { ...query, 'hub.challenge': '' }, 'word', /not a verification request/],
	['nothing at all', {}, 'word', /not a verification request/],
])('%s is refused', (_name, asked, verifyToken, reason) => {
	expect(handshake.answer(asked, verifyToken)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});
