import type { ApiCall, InfobipTarget, SinchTarget, WhatsAppCloudTarget } from './registration';

/** One thing that has to be right for events to arrive. */
export interface Check {
	name: string;
	/** `unknown`: it could not be looked at, which says nothing about whether it is right. */
	state: 'ok' | 'warning' | 'failed' | 'unknown';
	found: string;
	expected: string;
	/** What to do, in one or two sentences; empty where nothing is to be done. */
	nextStep: string;
	link?: string;
}

export interface Diagnosis {
	checks: Check[];
}

/** What only this side knows. */
interface DeliveryFacts {
	/** ISO 8601, of the last authenticated call; absent where none is remembered. */
	lastDeliveryAt?: string;
}

export type WhatsAppCloudFacts = WhatsAppCloudTarget &
	DeliveryFacts & {
		/** Meta tells what a token is good for only to somebody who shows it. */
		accessToken?: string;
	};
export type InfobipFacts = InfobipTarget & DeliveryFacts;
export type SinchFacts = SinchTarget & DeliveryFacts;
export type DiagnosisFacts = WhatsAppCloudFacts | InfobipFacts | SinchFacts;

/**
 * Why nothing arrives: one line for each thing that has to be right. All calls run at the same time, none changes
 * anything, and one that fails hides no other line.
 */
export type Diagnose<Facts> = (call: ApiCall, facts: Facts) => Promise<Diagnosis>;
