import type { GraphCall, Operation } from '../operations.ts';
import { invalidParameter } from '../errors.ts';
import { pickFields } from '../fields.ts';
import { textAt } from '../parameters.ts';
import { check, WEB_ADDRESS } from '../requirements.ts';
import type { Uploads } from './uploads.ts';

/** Meta, Business profiles. */
const VERTICALS =
	'other auto beauty apparel edu entertain event_plan finance grocery govt hotel health nonprofit ' +
	'prof_services retail travel restaurant alcohol online_gambling physical_gambling otc_drugs';
const TEXTS = { about: 139, address: 256, description: 256, email: 128 } as const;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

interface Profile {
	texts: Readonly<Record<string, string>>;
	websites: readonly string[];
	vertical: string;
	/** Of the picture's upload. */
	handle?: string;
}

const FIRST: Profile = {
	texts: { about: 'Hey there! I am using WhatsApp.' },
	websites: [],
	vertical: 'OTHER',
};

function isWebsite(value: unknown): boolean {
	return typeof value === 'string' && value.length <= 256 && WEB_ADDRESS.test(value);
}

/** `GET` and `POST /{phone number}/whatsapp_business_profile`. */
export class Profiles {
	readonly #profiles = new Map<string, Profile>();
	readonly #uploads: Uploads;

	constructor(uploads: Uploads) {
		this.#uploads = uploads;
	}

	clear(): void {
		this.#profiles.clear();
	}

	operations(): Operation[] {
		const ofNumber = { on: 'number', edge: 'whatsapp_business_profile' };
		return [
			{ ...ofNumber, method: 'GET', run: (call) => this.#read(call) },
			{ ...ofNumber, method: 'POST', run: (call) => this.#update(call) },
		];
	}

	#read({ id, parameters, address }: GraphCall) {
		const { texts, websites, vertical, handle } = this.#profiles.get(id) ?? FIRST;
		const path = `/sandbox/files/whatsAppCloud/${encodeURIComponent(handle ?? '')}`;
		const fields = {
			messaging_product: 'whatsapp',
			about: texts.about,
			address: texts.address,
			description: texts.description,
			email: texts.email,
			websites: websites.length > 0 ? websites : undefined,
			vertical,
			profile_picture_url: handle === undefined ? undefined : new URL(path, address).href,
		};
		const picked = pickFields(
			{ type: 'WhatsAppBusinessProfile', fields, defaults: ['messaging_product'] },
			parameters,
		);
		// A profile has no id of its own.
		return { data: [{ ...picked, id: undefined, messaging_product: 'whatsapp' }] };
	}

	/** What is not named stays. */
	#update({ id, parameters }: GraphCall) {
		check(parameters, [
			{ path: ['messaging_product'], kind: 'choice', required: true, choices: ['whatsapp'] },
			...Object.entries(TEXTS).map(([name, maxLength]) => ({
				path: [name],
				kind: 'text' as const,
				maxLength,
				...(name === 'email' ? { pattern: EMAIL } : {}),
			})),
			{ path: ['vertical'], kind: 'choice', choices: VERTICALS.split(' ') },
		]);
		const { websites = [] } = parameters;
		if (!Array.isArray(websites) || websites.length > 2 || !websites.every(isWebsite)) {
			throw invalidParameter('Param websites must be at most 2 URLs of at most 256 characters.');
		}
		if (parameters.about === '') throw invalidParameter('Param about must not be empty.');
		const handle = textAt(parameters, 'profile_picture_handle');
		if (handle !== undefined && !this.#uploads.file(handle)?.mimeType.startsWith('image/')) {
			throw invalidParameter('Param profile_picture_handle must be the handle of an uploaded image.');
		}
		const before = this.#profiles.get(id) ?? FIRST;
		const given = Object.keys(TEXTS).filter((name) => parameters[name] !== undefined);
		const texts = given.map((name) => [name, textAt(parameters, name) ?? ''] as const);
		this.#profiles.set(id, {
			...before,
			texts: { ...before.texts, ...Object.fromEntries(texts) },
			websites: parameters.websites === undefined ? before.websites : websites.map(String),
			vertical: textAt(parameters, 'vertical')?.toUpperCase() ?? before.vertical,
			...(handle === undefined ? {} : { handle }),
		});
		return { success: true };
	}
}
