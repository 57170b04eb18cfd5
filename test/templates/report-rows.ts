/** Rows of `messaging_report` as the workflow keeps them: some weeks of a shop, the same on each run. */

const DAY_MS = 86_400_000;
const BLOCK_DAYS = 3;

/** Names that people and providers give, as they come. */
export interface Names {
	campaigns: readonly [string, string, string];
	templates: readonly [string, string, string];
	/** What the provider says of a failure. */
	failure: string;
	/** The way in which people opted in. */
	source: string;
}

export const PLAIN: Names = {
	campaigns: ['Spring sale', 'Spring sale, short', 'Order updates'],
	templates: ['spring_sale', 'spring_sale_short', 'order_update'],
	failure: 'Message undeliverable',
	source: 'form',
};

const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** What became of the messages of one campaign on one day. */
function figuresOf(campaign: number, day: number, failure: string) {
	const sent = 240 + ((day * 37 + campaign * 91) % 160);
	const share = (percent: number) => Math.round((sent * percent) / 100);
	const failed = share(2);
	const delivered = sent - failed - share(1);
	const read = share([61, 68, 84][campaign] ?? 50);
	const hours = Object.fromEntries(
		[9, 10, 13, 18].map((hour) => [
			hour,
			[sent, delivered, read, share(3)].map((all) => Math.round(all / 4)),
		]),
	);
	return {
		...{ rows: sent + 12, bytes: sent * 400, planned: 0, waiting: 0, heldBack: 12, unsent: 0, refused: 0 },
		...{ sent, delivered, read, clicked: share(9), replied: share(3), optedOut: share(0.6), failed, hours },
		causes: {
			'failed|131026': { count: failed, text: failure },
			'heldBack|noConsent': { count: 12, text: '' },
		},
		cost: { 'marketing|': { count: sent, amount: 0 } },
	};
}

/** What the workflow answers the page with, of so many days up to today. */
export function reportRows({ campaigns, templates, failure, source }: Names, days = 45): object[] {
	const renewedAt = new Date().toISOString();
	const row = (kind: string, day: string, figures: object, more: object = {}) => ({
		...{ kind, day, campaign: '', provider: '', channel: '', template: '', sender: '', block: null },
		...{ renewedAt, figures: JSON.stringify(figures), ...more },
	});
	const each = Array.from({ length: days }, (_, index) => days - 1 - index);
	return [
		row('state', '', { renewedAt, zone: 'Europe/Berlin', limitMegabytes: 200 }),
		...each.flatMap((before) =>
			campaigns.map((campaign, index) =>
				row('sends', dayBefore(before), figuresOf(index, before, failure), {
					...{ campaign, provider: 'whatsAppCloud', channel: 'whatsapp', sender: '+15550100001' },
					...{ template: templates[index], block: Math.floor(before / BLOCK_DAYS) },
				}),
			),
		),
		...each.flatMap((before) => [
			row(
				'consent',
				dayBefore(before),
				{ optedIn: 18 + (before % 7), optedOut: 0, pending: 2 },
				{ campaign: source },
			),
			row('consent', dayBefore(before), { optedIn: 3, optedOut: 4 + (before % 3) }, { campaign: 'keyword' }),
		]),
		row(
			'number',
			dayBefore(9),
			{ at: `${dayBefore(9)}T08:00:00.000Z`, status: 'CONNECTED', quality: 'GREEN', limit: 'TIER_10K' },
			{ sender: '+15550100001' },
		),
	];
}
