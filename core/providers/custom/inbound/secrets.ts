import type { SharedSecrets } from '../../../webhooks/shared-secret';

/** A signature with a key that both sides know. */
export interface CustomHmac {
	secret: string;
	/** Counts too, while the gateway is changed over to a new key. */
	formerSecret?: string;
	header: string;
	algorithm: string;
	encoding: 'hex' | 'base64';
	/** What stands in the header in front of the signature, such as `sha256=`. */
	prefix?: string;
	/**
	 * What is signed: `{body}` and the names of headers in braces, as in `{x-timestamp}.{body}`. The body alone where it is
	 * left out.
	 */
	content?: string;
	/** A header with the time of the call, which has to be part of `content`. The time may lie apart from now both ways. */
	timestamp?: { header: string; toleranceSeconds: number };
}

/** Vonage signs with the signature secret of the account. More than one means rotation. */
export interface CustomVonage {
	signatureSecrets: string[];
	/** How far the time of the call may lie from now, both ways. */
	toleranceSeconds: number;
}

/** Where several methods are set up, all of them must hold. */
export interface CustomSecrets extends SharedSecrets {
	hmac?: CustomHmac;
	/** Twilio signs with the auth token of the account. More than one means rotation. */
	twilio?: { authTokens: string[] };
	vonage?: CustomVonage;
}
