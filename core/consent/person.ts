import type { ConsentStatus } from './double-opt-in';
import { coveredScope, coversScope, isTopic } from './policy';
import type { ConsentState } from './types';

/** A row of the consent record, as far as it tells what a person wants now. */
export interface KnownConsent {
	state: ConsentState;
	scope: string;
	/** ISO 8601. */
	timestamp: string;
	/** Over what it was said, as on events. */
	channel?: string;
	/** How it came about; `PREFERENCES` of what was chosen on a preference page. */
	source?: string;
	/** When a pending opt-in lapses. */
	expiresAt?: Date;
	/** When the person was asked whether an opt-out was meant; absent once that was answered. */
	optOutAsked?: Date;
}

/** The source of what a person chose on a preference page, channel by channel. */
export const PREFERENCES = 'preferences';

/** What comes to one phone as texts is chosen together. */
const asChosen = (channel: string) => (channel === 'mms' ? 'sms' : channel);

/**
 * Whether a row counts for messages over a channel. What was chosen on a preference page counts on its own channel alone, all
 * else on every one. Where the channel is not known, a refusal counts and a permission does not.
 */
export function countsOn(channel: string | undefined, row: KnownConsent): boolean {
	if (row.source !== PREFERENCES) return true;
	return channel === undefined ? row.state === 'optedOut' : row.channel === asChosen(channel);
}

/** The row that counts where two are of one time is the one that was found later. */
function inOrder<Row extends KnownConsent>(rows: readonly Row[]): Row[] {
	return [...rows].sort((one, other) =>
		one.timestamp === other.timestamp ? 0 : one.timestamp < other.timestamp ? -1 : 1,
	);
}

export function newestOf<Row extends KnownConsent>(rows: readonly Row[]): Row | undefined {
	return inOrder(rows).at(-1);
}

function isWaiting({ state, expiresAt }: KnownConsent, now: Date): boolean {
	return state === 'pending' && (expiresAt === undefined || expiresAt > now);
}

/**
 * An opt-in takes back every opt-out before it, one to a topic only that of the topic. What was refused for one channel on a
 * preference page is not taken back over another.
 */
function takesBack(later: KnownConsent, refused: KnownConsent, now: Date): boolean {
	if (later.state !== 'optedIn' && !isWaiting(later, now)) return false;
	if (refused.source === PREFERENCES && later.channel !== refused.channel) return false;
	return !isTopic(later.scope) || coversScope(later.scope, refused.scope);
}

/** One scope for all that was refused: everything, marketing, or topics with commas between them. */
function widestOf(refused: readonly KnownConsent[]): string {
	const scopes = [...new Set(refused.map(({ scope }) => scope))];
	const whole = scopes.find((scope) => coveredScope(scope) === 'all');
	return whole ?? (scopes.includes('marketing') ? 'marketing' : scopes.join(','));
}

/**
 * What one person's rows say together. There is a row for each scope, so the newest alone does not tell what else was
 * refused before it.
 */
export function statusOfRows(rows: readonly KnownConsent[], now: Date): ConsentStatus {
	const ordered = inOrder(rows);
	const newest = ordered.at(-1);
	if (newest === undefined) return { state: 'none' };
	const refused = ordered.filter(
		(row, index) =>
			row.state === 'optedOut' && !ordered.slice(index + 1).some((later) => takesBack(later, row, now)),
	);
	const { state, scope, expiresAt, optOutAsked } = newest;
	const asked = optOutAsked && { optOutAsked };
	if (refused.length > 0 && !isWaiting(newest, now)) {
		const optedIn = rows.some((row) => row.state === 'optedIn');
		return { state: 'optedOut', scope: widestOf(refused), ...asked, ...(!optedIn && { lacksOptIn: true }) };
	}
	return { state, scope, ...(expiresAt && { expiresAt }), ...asked };
}
