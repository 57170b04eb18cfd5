import type { ApiCall } from '../http/api';

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

/**
 * Why nothing arrives: one line for each thing that has to be right. All calls run at the same time, none changes
 * anything, and one that fails hides no other line.
 */
export type Diagnose<Facts> = (call: ApiCall, facts: Facts) => Promise<Diagnosis>;
