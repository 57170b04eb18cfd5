import type { BuildResult } from '../../../../../core/messages/sending';
import { outbound } from '../../../../../core/providers/whatsapp-cloud/outbound';
import { buildFrom as buildThrough } from '../../sending';

export const buildFrom = (input: unknown): BuildResult => buildThrough(outbound, input, {});

/** A message of each type that WhatsApp takes. */
export const SAMPLES = {
	text: { text: 'Hello' },
	image: { media: { id: '1' } },
	audio: { media: { id: '1' } },
	voice: { media: { id: '1' } },
	video: { media: { id: '1' } },
	document: { media: { id: '1' } },
	sticker: { media: { id: '1' } },
	location: { latitude: 1, longitude: 2 },
	contacts: { contacts: [{ name: 'Ana' }] },
	reaction: { messageId: 'wamid.1' },
	buttons: { body: 'Which?', buttons: [{ id: 'a', title: 'A' }] },
	list: { body: 'Which?', buttonText: 'Open', sections: [{ rows: [{ id: 'a', title: 'A' }] }] },
	urlButton: { body: 'See', buttonText: 'Open', url: 'https://example.com' },
	flow: { body: 'Book', buttonText: 'Book', flowId: '1' },
	locationRequest: { body: 'Where?' },
	addressRequest: { body: 'Where to?', country: 'IN' },
	contactRequest: { body: 'Your number?' },
	callRequest: { body: 'May we call?' },
	callButton: { body: 'Call us' },
	orderDetails: {
		body: 'Your order',
		order: {
			referenceId: 'order-1042',
			goods: 'digital',
			items: [{ sku: 'a', name: 'Lamp', price: '499.00' }],
			payment: { type: 'paymentLink', link: 'https://example.com/pay' },
		},
	},
	orderStatus: { body: 'Shipped', referenceId: 'order-1042', status: 'shipped' },
	product: { catalogId: '1', productId: 'a' },
	productList: {
		body: 'All',
		headerText: 'Plants',
		catalogId: '1',
		sections: [{ title: 'Green', productIds: ['a'] }],
	},
	catalogue: { body: 'All' },
	carousel: {
		body: 'Latest',
		cards: ['a', 'b'].map((id) => ({
			header: { type: 'image', media: { id } },
			buttons: [{ id, title: id }],
		})),
	},
	template: { name: 'hello_world', language: 'en_US', values: {} },
	readReceipt: { messageId: 'wamid.1' },
} satisfies Record<string, object>;

export type SampleType = keyof typeof SAMPLES;

export function sampleOf(type: SampleType, change: object = {}): object {
	return { type, sender: '106540352242922', to: '+16505551234', ...SAMPLES[type], ...change };
}
