import { RecordedConsent } from '../shared/consents.ts';
import type { N8nApi } from './api.ts';

/** Where the starter workflow keeps the consent record. */
const TABLE = 'messaging_contacts';

/** What the starter workflow recorded of people's consent. Rows that somebody made otherwise are left out. */
export async function recordedConsents(api: N8nApi): Promise<RecordedConsent[]> {
	const table = await api.findDataTable(TABLE);
	const rows = table === undefined ? [] : await api.rows(table);
	return rows.flatMap((row) => {
		const recorded = RecordedConsent.safeParse(row);
		return recorded.success ? [recorded.data] : [];
	});
}
