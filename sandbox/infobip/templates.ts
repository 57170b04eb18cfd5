import { pathParameter, type Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import type { SandboxLine } from '../settings.ts';
import { notFound } from './errors.ts';

type Button =
	| { type: 'QUICK_REPLY' | 'COPY_CODE' | 'FLOW'; text: string }
	| { type: 'PHONE_NUMBER'; text: string; phoneNumber: string }
	/** A link with a blank at its end has an example. */
	| { type: 'URL'; text: string; url: string; example?: string };

interface Structure {
	type: 'TEXT' | 'MEDIA';
	header?:
		| { format: 'TEXT'; text: string; example?: string }
		| { format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION'; example?: string };
	body: { text: string; examples?: string[] };
	footer?: { text: string };
	buttons?: Button[];
}

export interface Template {
	id: string;
	businessAccountId: number;
	name: string;
	language: string;
	status: 'APPROVED' | 'PENDING' | 'REJECTED';
	category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
	structure: Structure;
	quality: 'HIGH' | 'MEDIUM' | 'LOW' | 'UNKNOWN';
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
		businessAccountId: 100_000_000_000_012,
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

export const TEMPLATES: readonly Template[] = [
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

export function findTemplate(name: string, language: string): Template | undefined {
	return TEMPLATES.find((each) => each.name === name && each.language === language);
}

/** `GET /whatsapp/2/senders/{sender}/templates` and one of them. */
export function templateRoutes(lines: readonly SandboxLine[]): Route[] {
	const checkSender = (sender: string) => {
		const isOurs = lines.some(
			({ channel, phoneNumber }) => channel === 'whatsapp' && phoneNumber === `+${digits(sender)}`,
		);
		if (!isOurs) throw notFound();
	};
	const path = '/whatsapp/2/senders/:sender/templates';
	return [
		{
			method: 'GET',
			path,
			run: (request) => {
				checkSender(pathParameter(request, 'sender'));
				return { status: 200, body: { templates: TEMPLATES } };
			},
		},
		{
			method: 'GET',
			path: `${path}/:id`,
			run: (request) => {
				checkSender(pathParameter(request, 'sender'));
				const found = TEMPLATES.find(({ id }) => id === pathParameter(request, 'id'));
				if (!found) throw notFound();
				return { status: 200, body: found };
			},
		},
	];
}
