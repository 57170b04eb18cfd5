import { DELIVERY_CAUSES, type DeliveryCause } from '../../../events';

/** The cause of each code, from the codes of each cause. */
export function causesOf(
	codes: Readonly<Partial<Record<DeliveryCause, readonly string[]>>>,
): Readonly<Record<string, DeliveryCause>> {
	const rows = DELIVERY_CAUSES.flatMap((cause) => (codes[cause] ?? []).map((code) => [code, cause] as const));
	return Object.fromEntries(rows);
}
