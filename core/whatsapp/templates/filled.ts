import type { JsonObject } from '../../events';
import type { OutgoingMedia } from '../../messages/media';
import { groupBy, readEntries, valueProblem, type TemplateEntry } from './entries';
import { readButtons } from './fill-buttons';
import { readHeader } from './fill-header';
import { readTexts } from './fill-texts';
import { isNamed, type TemplateRules } from './rules';
import { readTime, type ProductSection } from './value';
import { compact } from '../../lib/json';
import type { FieldProblem, Reading } from '../../lib/result';

/** A text for a blank with its name, or its position beginning with 1. */
export interface FilledText {
	name: string;
	text: string;
}

export type FilledHeader =
	| { type: 'text'; text: FilledText }
	| { type: 'image' | 'video' | 'gif'; media: OutgoingMedia }
	| { type: 'document'; media: OutgoingMedia; filename?: string }
	| { type: 'location'; latitude: string; longitude: string; name?: string; address?: string }
	| { type: 'product'; product: string; catalog: string };

/** `index` counts all buttons of the template from 0. */
export type FilledButton = { index: number } & (
	| { type: 'url'; suffix: string; name?: string }
	| { type: 'quickReply'; payload: string }
	| { type: 'copyCode'; code: string }
	| { type: 'flow'; token?: string; data?: JsonObject }
	| { type: 'catalogue'; thumbnail: string }
	| { type: 'multiProduct'; thumbnail?: string; sections: ProductSection[] }
);

export interface FilledPart {
	header?: FilledHeader;
	body: FilledText[];
	/** By their index. */
	buttons: FilledButton[];
}

/** The values of a template, sorted to where they belong and complete as far as that shows without the definition. */
export interface FilledTemplate extends FilledPart {
	otp?: string;
	/** End of the offer, ISO 8601. */
	offer?: string;
	cards: FilledPart[];
}

function readPart(
	entries: readonly TemplateEntry[],
	card: number | undefined,
	rules: TemplateRules,
): Reading<FilledPart> {
	const header = readHeader(entries, card, rules);
	if (!header.ok) return header;
	const body = readTexts(entries, 'body', card);
	if (!body.ok) return body;
	const buttons = readButtons(entries);
	if (!buttons.ok) return buttons;
	return {
		ok: true,
		value: compact({ header: header.value, body: body.value, buttons: buttons.value }),
	};
}

function cardOf({ place }: TemplateEntry): number | undefined {
	return 'card' in place ? place.card : undefined;
}

/** WhatsApp wants every card of the template, in order. */
function readCards(entries: readonly TemplateEntry[], rules: TemplateRules): Reading<FilledPart[]> {
	const byCard = groupBy(entries, cardOf);
	byCard.delete(undefined);
	const cards: FilledPart[] = [];
	for (let card = 0; cards.length < byCard.size; card += 1) {
		const ofCard = byCard.get(card);
		if (ofCard === undefined) {
			return valueProblem(`card_${card}`, `The values of card ${card} are missing; cards are counted from 0`);
		}
		const part = readPart(ofCard, card, rules);
		if (!part.ok) return part;
		cards.push(part.value);
	}
	return { ok: true, value: cards };
}

function isNamedText({ place }: TemplateEntry): boolean {
	return (place.part === 'body' || place.part === 'headerText') && isNamed(place);
}

function isCountedText({ place }: TemplateEntry): boolean {
	return (place.part === 'body' || place.part === 'headerText') && !isNamed(place);
}

/** What no template can have side by side. */
function mixture(entries: readonly TemplateEntry[]): FieldProblem | undefined {
	const otp = entries.find(({ place }) => place.part === 'otp');
	const beside = entries.find((entry) => entry !== otp);
	if (otp !== undefined && beside !== undefined) {
		return valueProblem(beside.key, 'A template for one-time passwords takes the code and no other value');
	}
	const named = entries.find(isNamedText);
	return named !== undefined && entries.some(isCountedText)
		? valueProblem(named.key, 'A template has its blanks either by name or by position, not both')
		: undefined;
}

/**
 * Reads values by their keys. A gap, a mixture that no template can have, or a value that its place cannot take is a
 * problem; whether the template has just these blanks shows only with its definition.
 */
export function readFilledTemplate(
	values: Readonly<Record<string, string>>,
	rules: TemplateRules,
): Reading<FilledTemplate> {
	const read = readEntries(values, rules);
	if (!read.ok) return read;
	const entries = read.value;
	const mixed = mixture(entries);
	if (mixed !== undefined) return mixed;
	const part = readPart(
		entries.filter((entry) => cardOf(entry) === undefined),
		undefined,
		rules,
	);
	if (!part.ok) return part;
	const cards = readCards(entries, rules);
	if (!cards.ok) return cards;
	const otp = entries.find(({ place }) => place.part === 'otp');
	const offer = entries.find(({ place }) => place.part === 'offer');
	const end = offer && readTime(offer.value);
	return {
		ok: true,
		value: compact({
			...part.value,
			otp: otp?.value,
			offer: end,
			cards: cards.value,
		}),
	};
}
