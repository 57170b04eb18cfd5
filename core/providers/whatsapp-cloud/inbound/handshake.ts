import type { Handshake, HandshakeAnswer } from '../../../provider';
import { equalInConstantTime } from '../../../webhooks/authentication';

/**
 * Meta's check of a callback URL: a GET with `hub.mode=subscribe`, the verify token and a challenge, which must come back
 * as the bare body; anything else is to be refused with a 4xx (Meta, Create a webhook endpoint). The dots belong to the
 * parameters' names.
 */
function answer(query: Readonly<Record<string, unknown>>, verifyToken: string): HandshakeAnswer {
	const challenge = query['hub.challenge'];
	const token = query['hub.verify_token'];
	if (query['hub.mode'] !== 'subscribe' || typeof challenge !== 'string' || challenge === '') {
		return { ok: false, reason: 'the call is not a verification request of Meta' };
	}
	if (verifyToken === '') {
		return { ok: false, reason: 'the credential has no webhook verify token' };
	}
	if (typeof token !== 'string' || !equalInConstantTime(token, verifyToken)) {
		return { ok: false, reason: "the verify token is not the credential's" };
	}
	return { ok: true, challenge };
}

export const handshake: Handshake = {
	question: (verifyToken, challenge) => ({
		'hub.mode': 'subscribe',
		'hub.verify_token': verifyToken,
		'hub.challenge': challenge,
	}),
	answer,
};
