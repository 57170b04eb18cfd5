import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { cannotBeProcessed, resourceNotFound } from '../errors.ts';
import { link, optionalText } from '../fields.ts';
import type { Directory } from './directory.ts';

const VERTICALS = [
	'AUTOMOTIVE',
	'BEAUTY_AND_SPA_AND_SALON',
	'CLOTHING_AND_APPAREL',
	'EDUCATION',
	'ENTERTAINMENT',
	'EVENT_PLANNING_AND_SERVICE',
	'FINANCE_AND_BANKING',
	'FOOD_AND_GROCERY',
	'PUBLIC_SERVICE',
	'HOTEL_AND_LODGING',
	'MEDICAL_AND_HEALTH',
	'NON_PROFIT',
	'PROFESSIONAL_SERVICES',
	'SHOPPING_AND_RETAIL',
	'TRAVEL_AND_TRANSPORTATION',
	'RESTAURANT',
	'OTHER',
	'UNKNOWN',
] as const;

const Changes = z.object({
	about: optionalText(130),
	address: optionalText(256),
	description: optionalText(512),
	email: optionalText(128),
	vertical: z.enum(VERTICALS, { message: 'Provide one of the valid values.' }).optional(),
	websites: z.array(z.string().max(256)).max(2, 'size must be between 0 and 2').optional(),
	logoUrl: link().optional(),
});

type Profile = z.output<typeof Changes>;

const FIRST: Profile = {
	about: '',
	address: '',
	description: '',
	email: '',
	vertical: 'UNKNOWN',
	websites: [],
};

/** What customers see of the business on WhatsApp (Infobip OpenAPI 3.210.0, business-info). */
export class BusinessInfo {
	readonly #directory: Directory;
	readonly #profiles = new Map<string, Profile>();

	constructor(directory: Directory) {
		this.#directory = directory;
	}

	clear(): void {
		this.#profiles.clear();
	}

	routes(): Route[] {
		const path = '/whatsapp/1/senders/:sender/business-info';
		return [
			{
				method: 'GET',
				path,
				run: (request) => {
					const { line } = this.#sender(request);
					const profile = { ...FIRST, ...this.#profiles.get(line.id) };
					return { status: 200, body: { ...profile, logoUrl: undefined, displayName: line.verifiedName } };
				},
			},
			{
				method: 'PATCH',
				path,
				run: (request) => {
					const { line } = this.#sender(request);
					const change = readBody(Changes, request.body, cannotBeProcessed);
					this.#profiles.set(line.id, { ...this.#profiles.get(line.id), ...change });
					return { status: 204 };
				},
			},
		];
	}

	#sender(request: Request) {
		const sender = this.#directory.sender(pathParameter(request, 'sender'));
		if (!sender) throw resourceNotFound();
		return sender;
	}
}
