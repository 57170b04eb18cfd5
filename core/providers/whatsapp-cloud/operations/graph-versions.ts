import type { Result } from '../../../operations/checks';

/** The day on which a version ends: two years after the next one came (Meta, Graph API changelog). */
const ENDS: Readonly<Record<number, string>> = {
	20: '2026-09-24',
	21: '2027-01-21',
	22: '2027-05-20',
	23: '2027-10-08',
	24: '2028-02-18',
	25: '2028-07-29',
	26: '2028-11-04',
};

const OLDEST = 20;
/** The newest whose changes were read; credentials begin with it. */
const NEWEST = 27;
const SOON_MS = 60 * 86_400_000;

const CHANGE = `Enter v${NEWEST}.0 as "Graph API Version" in the credential.`;
const LINK = 'https://developers.facebook.com/docs/graph-api/changelog/versions/';

/** Meta refuses calls of a version that it serves no longer, whatever day it once named (Graph API, error codes). */
export const VERSION_REFUSED = '2635';

export const REFUSED_VERSION: Result = {
	state: 'failed',
	found: 'Meta answers this version no longer',
	nextStep: CHANGE,
	link: LINK,
};

/** Whether Meta still answers a version of its API as it is documented, and until when. */
export function versionResult(version: string, now: number): Result {
	const major = Number(/^v?(\d+)(?:\.\d+)?$/.exec(version.trim())?.[1] ?? Number.NaN);
	if (Number.isNaN(major)) {
		return { state: 'failed', found: `"${version}" is not a version`, nextStep: CHANGE, link: LINK };
	}
	if (major > NEWEST) {
		return { state: 'unknown', found: `v${major}.0, which is newer than what is known here`, link: LINK };
	}
	const end = ENDS[major];
	if (end === undefined) {
		return major < OLDEST
			? { state: 'failed', found: `v${major}.0 has ended`, nextStep: CHANGE, link: LINK }
			: { state: 'ok', found: `v${major}.0, for which Meta names no end yet` };
	}
	const left = Date.parse(end) - now;
	if (left <= 0)
		return { state: 'failed', found: `v${major}.0 ended on ${end}`, nextStep: CHANGE, link: LINK };
	const found = `v${major}.0, until ${end}`;
	return left < SOON_MS ? { state: 'warning', found, nextStep: CHANGE, link: LINK } : { state: 'ok', found };
}
