import type { JsonObject } from '../../../core/events';
import { numberItem } from '../../../core/providers/whatsapp-cloud/operations/number-item';
import { outboundOf, PROVIDERS } from '../../../core/providers';
import { type RateFacts } from '../../../core/messages/rates';

/** A number as Meta's API has it. */
function numberOf(node: JsonObject): RateFacts {
	const [number = {}] = numberItem({ id: '106540352242922', ...node });
	return { number };
}

const PAIR = { messages: 1, perMs: 6000, burst: 44 };

test.each<[RateFacts, number]>([
	[{}, 80],
	[numberOf({ throughput: { level: 'STANDARD' } }), 80],
	[numberOf({ throughput: { level: 'HIGH' } }), 1000],
	[numberOf({ throughput: { level: 'high' } }), 1000],
	[numberOf({ throughput: { level: 'NOT_APPLICABLE' } }), 80],
	[numberOf({ throughput: { level: 'HIGH' }, is_on_biz_app: true }), 20],
	[{ ...numberOf({ throughput: { level: 'HIGH' } }), messagesPerSecond: 60 }, 60],
	[{ messagesPerSecond: 2.7 }, 2],
	[{ messagesPerSecond: 0 }, 80],
	[{ messagesPerSecond: Number.NaN }, 80],
	[{ messagesPerSecond: Infinity }, 80],
])('WhatsApp with %j sends %d a second, and one in six seconds to one person', (facts, messages) => {
	expect(outboundOf('whatsAppCloud').rates(facts)).toEqual({ rate: { messages, perMs: 1000 }, pair: PAIR });
});

test('less than one a second is one in several seconds', () => {
	expect(outboundOf('custom').rates({ messagesPerSecond: 0.25 })).toEqual({
		rate: { messages: 1, perMs: 4000 },
	});
});

test.each([
	['infobip', 'whatsapp', 4000],
	['infobip', 'sms', 30],
	['infobip', undefined, 30],
	['sinch', 'whatsapp', 800],
	['sinch', 'sms', 30],
	['custom', 'sms', 10],
] as const)('%s over %s: %d a second', (provider, channel, messages) => {
	expect(outboundOf(provider).rates({ channel })).toEqual({ rate: { messages, perMs: 1000 } });
});

test.each(Object.entries(PROVIDERS))('%s has a rate in any case', (_name, { outbound }) => {
	expect(outbound.rates({}).rate?.messages).toBeGreaterThan(0);
});
