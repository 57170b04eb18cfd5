import type { ChosenTemplate } from './contents.ts';
import { FAILURES, type SinchFailure } from './faults.ts';

type Button =
	| { type: 'QUICK_REPLY' | 'COPY_CODE' | 'FLOW'; text: string }
	| { type: 'PHONE_NUMBER'; text: string; phoneNumber: string }
	| { type: 'URL'; text: string; url: string };

export type Component =
	| { type: 'HEADER'; format: 'TEXT'; text: string; example?: string | undefined }
	| { type: 'HEADER'; format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION' }
	| { type: 'BODY'; text: string; examples?: string[] }
	| { type: 'FOOTER'; text: string }
	| { type: 'BUTTONS'; buttons: Button[] }
	| { type: 'CAROUSEL'; cards: object[] };

export interface Details {
	components: Component[];
}

export interface Template {
	name: string;
	language: string;
	category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
	whatsappId?: string | undefined;
	/** Absent until the first review is over. */
	state?: 'APPROVED' | 'PAUSED' | 'REJECTED' | undefined;
	rejectionCode?: 'NONE' | 'INVALID_FORMAT';
	qualityScore?: 'QUALITY_SCORE_UNKNOWN';
	/** What is not approved yet. */
	changes?: { status: 'DRAFT' | 'IN_PROGRESS' | 'REJECTED'; details?: Details[] } | undefined;
	details: Details;
}

function template(
	name: string,
	category: Template['category'],
	components: Component[],
	more: Partial<Template> = {},
): Template {
	return { name, language: 'EN', category, state: 'APPROVED', details: { components }, ...more };
}

const FIRST_TEMPLATES: readonly Template[] = [
	template('order_ready', 'UTILITY', [
		{ type: 'BODY', text: 'Hi {{1}}, your order {{2}} is ready.', examples: ['Ana', '1042'] },
		{ type: 'FOOTER', text: 'Sunrise Coffee' },
		{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://example.com/orders/{{1}}' }] },
	]),
	template(
		'order_ready',
		'UTILITY',
		[{ type: 'BODY', text: 'Hola {{1}}, tu pedido {{2}} está listo.', examples: ['Ana', '1042'] }],
		{ language: 'ES' },
	),
	template('opening_hours', 'UTILITY', [
		{ type: 'HEADER', format: 'TEXT', text: 'Hi {{1}}' },
		{ type: 'BODY', text: 'We are open from 8 to 18.' },
		{ type: 'BUTTONS', buttons: [{ type: 'PHONE_NUMBER', text: 'Call us', phoneNumber: '+15550100022' }] },
	]),
	template('spring_offer', 'MARKETING', [
		{ type: 'HEADER', format: 'IMAGE' },
		{ type: 'BODY', text: '{{1}}, spring is here: {{2}} off.', examples: ['Ana', '20%'] },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'QUICK_REPLY', text: 'Show me' },
				{ type: 'QUICK_REPLY', text: 'Stop' },
				{ type: 'COPY_CODE', text: 'Copy code' },
			],
		},
	]),
	template('invoice', 'UTILITY', [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Your invoice {{1}}.', examples: ['A-7'] },
	]),
	template('login_code', 'AUTHENTICATION', [
		{ type: 'BODY', text: '{{1}} is your verification code.', examples: ['123456'] },
		{
			type: 'BUTTONS',
			buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
		},
	]),
	template('summer_offer', 'MARKETING', [{ type: 'BODY', text: 'Summer is here.' }], { state: 'PAUSED' }),
];

const BLANK = /\{\{(\w+)\}\}/g;

function blanksOf(words: string): string[] {
	return [...words.matchAll(BLANK)].flatMap(([, name]) => name ?? []);
}

function keysOfButton(button: Button, index: number): string[] {
	if (button.type === 'COPY_CODE') return [`button[${index}]copy_code[1]coupon_code`];
	return button.type === 'URL' && blanksOf(button.url).length > 0 ? [`button[${index}]url[1]text`] : [];
}

function headerKeys(header: Extract<Component, { type: 'HEADER' }>): string[] {
	if (header.format === 'TEXT') return blanksOf(header.text).map((name) => `header[${name}]text`);
	return header.format === 'LOCATION'
		? ['header[1]location.latitude', 'header[1]location.longitude']
		: [`header[1]${header.format.toLowerCase()}.link`];
}

/** Keys of the parameters without which a template cannot be sent (Sinch MCP server). */
function requiredKeys({ details }: Template): string[] {
	return details.components.flatMap((component) => {
		switch (component.type) {
			case 'HEADER':
				return headerKeys(component);
			case 'BODY':
				return blanksOf(component.text).map((name) => `body[${name}]text`);
			case 'BUTTONS':
				return component.buttons.flatMap(keysOfButton);
			default:
				return [];
		}
	});
}

/** The templates of the project. */
export class TemplateBook {
	#templates: readonly Template[] = FIRST_TEMPLATES;

	get all(): readonly Template[] {
		return this.#templates;
	}

	find(name: string, language: string): Template | undefined {
		return this.#templates.find((each) => each.name === name && each.language === language);
	}

	/** Takes the place of the one with the same name and language. */
	put(template: Template): void {
		const { name, language } = template;
		const others = this.#templates.filter((each) => each.name !== name || each.language !== language);
		this.#templates = [...others, template];
	}

	remove(gone: readonly Template[]): void {
		this.#templates = this.#templates.filter((each) => !gone.includes(each));
	}

	/** Approved templates are paused until this is undone; those that came since then stay as they are. */
	pauseAll(): () => void {
		const approved = this.#templates.filter(({ state }) => state === 'APPROVED');
		for (const template of approved) this.put({ ...template, state: 'PAUSED' });
		return () => {
			for (const template of approved) {
				if (this.find(template.name, template.language)?.state === 'PAUSED') this.put(template);
			}
		};
	}

	/** Why a template cannot be sent, or what the customer sees of it. */
	use({ name, language, parameters }: ChosenTemplate): { failure: SinchFailure } | { text: string } {
		const ofName = this.#templates.filter((each) => each.name === name);
		if (ofName.length === 0) return { failure: FAILURES.noTemplate };
		// Messages name a language in Meta's spelling, `en_US`.
		const found = ofName.find((each) => each.language === language.toUpperCase());
		if (!found) return { failure: FAILURES.noTemplateLanguage };
		if (found.state !== 'APPROVED') return { failure: FAILURES.templateNotApproved };
		if (requiredKeys(found).some((key) => (parameters[key] ?? '') === '')) {
			return { failure: FAILURES.templateParameters };
		}
		return { text: linesOf(found, parameters).join('\n') };
	}

	reset(): void {
		this.#templates = FIRST_TEMPLATES;
	}
}

function linesOf({ details }: Template, parameters: ChosenTemplate['parameters']): string[] {
	return details.components.flatMap((component) => {
		if (component.type === 'BUTTONS') return component.buttons.map(({ text }) => `[${text}]`);
		if (!('text' in component)) return [];
		const part = component.type.toLowerCase();
		return [
			component.text.replace(BLANK, (blank, key: string) => parameters[`${part}[${key}]text`] ?? blank),
		];
	});
}
