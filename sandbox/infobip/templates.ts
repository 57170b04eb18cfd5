import { BUSINESS_ACCOUNT_ID } from './administration/sender-record.ts';

type PlainButton =
	| 'QUICK_REPLY'
	| 'COPY_CODE'
	| 'FLOW'
	| 'CATALOG'
	| 'MULTI_PRODUCT'
	| 'ORDER_DETAILS'
	| 'VOICE_CALL'
	| 'REQUEST_CONTACT_INFO';
type Button =
	| { type: PlainButton; text: string }
	| { type: 'PHONE_NUMBER'; text: string; phoneNumber: string }
	/** A link with a blank at its end has an example. */
	| { type: 'URL'; text: string; url: string; example?: string };

export interface Structure {
	type: 'TEXT' | 'MEDIA';
	header?:
		| { format: 'TEXT'; text: string; example?: string }
		| { format: 'IMAGE' | 'VIDEO' | 'GIF' | 'DOCUMENT' | 'LOCATION'; example?: string };
	body: { text: string; examples?: string[] };
	footer?: { text: string };
	buttons?: Button[];
	carousel?: { cards: object[] };
}

export interface Template {
	id: string;
	businessAccountId: number;
	name: string;
	language: string;
	status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'FIRST_PAUSED';
	category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
	subCategory?: 'ORDER_STATUS';
	structure: Structure;
	quality: 'HIGH' | 'MEDIUM' | 'LOW' | 'UNKNOWN';
	platform?: { entityId?: string | undefined; applicationId?: string | undefined };
	createdAt: string;
	lastUpdatedAt: string;
}

function template(
	number: number,
	name: string,
	category: Template['category'],
	structure: Structure,
	more: Partial<Template> = {},
): Template {
	return {
		id: String(110_000_000_000_000 + number),
		businessAccountId: BUSINESS_ACCOUNT_ID,
		name,
		language: 'en',
		status: 'APPROVED',
		category,
		structure,
		quality: 'HIGH',
		createdAt: '2026-01-15T09:00:00.000+0000',
		lastUpdatedAt: '2026-01-15T10:00:00.000+0000',
		...more,
	};
}

const ORDER = {
	text: 'Hi {{1}}, your order {{2}} is ready.',
	examples: ['Ana', '1042'],
};

const FIRST_TEMPLATES: readonly Template[] = [
	template(1, 'order_ready', 'UTILITY', {
		type: 'TEXT',
		body: ORDER,
		footer: { text: 'Sunrise Coffee' },
		buttons: [{ type: 'URL', text: 'Track', url: 'https://example.com/orders/{{1}}', example: '1042' }],
	}),
	template(
		2,
		'order_ready',
		'UTILITY',
		{ type: 'TEXT', body: { text: 'Hola {{1}}, tu pedido {{2}} está listo.', examples: ORDER.examples } },
		{ language: 'es' },
	),
	template(3, 'opening_hours', 'UTILITY', {
		type: 'TEXT',
		body: { text: 'We are open from 8 to 18.' },
		buttons: [{ type: 'PHONE_NUMBER', text: 'Call us', phoneNumber: '+15550100012' }],
	}),
	template(4, 'spring_offer', 'MARKETING', {
		type: 'MEDIA',
		header: { format: 'IMAGE', example: 'https://example.com/spring.jpg' },
		body: { text: '{{1}}, spring is here: {{2}} off.', examples: ['Ana', '20%'] },
		buttons: [
			{ type: 'QUICK_REPLY', text: 'Show me' },
			{ type: 'QUICK_REPLY', text: 'Stop' },
			{ type: 'COPY_CODE', text: 'Copy code' },
		],
	}),
	template(5, 'invoice', 'UTILITY', {
		type: 'MEDIA',
		header: { format: 'DOCUMENT', example: 'https://example.com/invoice.pdf' },
		body: { text: 'Your invoice {{1}}.', examples: ['A-7'] },
	}),
	template(6, 'login_code', 'AUTHENTICATION', {
		type: 'TEXT',
		body: { text: '{{1}} is your verification code.', examples: ['123456'] },
		buttons: [
			{
				type: 'URL',
				text: 'Copy code',
				url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}',
				example: '123456',
			},
		],
	}),
	template(
		7,
		'summer_offer',
		'MARKETING',
		{
			type: 'TEXT',
			header: { format: 'TEXT', text: 'Hi {{1}}', example: 'Ana' },
			body: { text: 'Summer is here.' },
		},
		{ status: 'PENDING', quality: 'UNKNOWN' },
	),
];

/** The templates of the account, which all of its senders share. */
export class TemplateBook {
	#templates: readonly Template[] = FIRST_TEMPLATES;

	get all(): readonly Template[] {
		return this.#templates;
	}

	find(name: string, language: string): Template | undefined {
		return this.#templates.find((each) => each.name === name && each.language === language);
	}

	byId(id: string): Template | undefined {
		return this.#templates.find((each) => each.id === id);
	}

	/** Takes the place of the one with the same id. */
	put(template: Template): void {
		this.#templates = [...this.#templates.filter(({ id }) => id !== template.id), template];
	}

	remove(name: string): void {
		this.#templates = this.#templates.filter((each) => each.name !== name);
	}

	/** Approved templates are paused until this is undone; those that came since then stay as they are. */
	pauseAll(): () => void {
		const paused = this.#templates.filter(({ status }) => status === 'APPROVED');
		for (const template of paused) this.put({ ...template, status: 'FIRST_PAUSED' });
		return () => {
			for (const template of paused) {
				if (this.byId(template.id)?.status === 'FIRST_PAUSED') this.put(template);
			}
		};
	}

	reset(): void {
		this.#templates = FIRST_TEMPLATES;
	}
}
