import type { ContentOf } from '../../../messages';
import { tooLong } from '../../../messages/limits';
import { compact } from '../../../lib/json';
import { problem, type FieldProblem, type Reading } from '../../../lib/result';
import { MAX_CARD_TEXT } from '../../../whatsapp/limits';
import { interactive } from './interactive';
import { mediaOf } from './plain';

type Card = ContentOf<'carousel'>['cards'][number];

/** Of the text of a card (Meta, Interactive media carousel messages). */
const MAX_LINE_BREAKS = 2;

/** A card has no title of its own: it stands in bold above the text. */
function textOfCard({ title, body }: Card): string | undefined {
	if (title === undefined) return body;
	return body === undefined ? `*${title}*` : `*${title}*\n${body}`;
}

function textProblem(card: Card, at: string): FieldProblem | undefined {
	const text = textOfCard(card) ?? '';
	const field = `${at}.${card.body === undefined ? 'title' : 'body'}`;
	const label = card.title === undefined ? 'The text of the card' : 'The text of the card, with its title,';
	const complaint = tooLong(label, text, MAX_CARD_TEXT);
	if (complaint !== undefined) return problem(field, complaint);
	const lineBreaks = text.split('\n').length - 1;
	if (lineBreaks <= MAX_LINE_BREAKS) return undefined;
	return problem(field, `${label} has more than ${MAX_LINE_BREAKS} line breaks: it has ${lineBreaks}`);
}

/** The buttons of a card in words, which are the same for cards that offer the same. */
function tapsOf({ buttons = [], link }: Card): string {
	if (link !== undefined) return 'a link';
	return `${buttons.length} reply button${buttons.length === 1 ? '' : 's'}`;
}

function cardProblem(card: Card, at: string, first: Card): FieldProblem | undefined {
	const { header, buttons = [], link } = card;
	if (link !== undefined && buttons.length > 0) {
		return problem(`${at}.link`, 'A card has either reply buttons or a link, and this one has both');
	}
	if (link === undefined && buttons.length === 0) {
		return problem(`${at}.buttons`, 'A card needs reply buttons or a link, and this one has neither');
	}
	if (header.type !== first.header.type) {
		return problem(
			`${at}.header.type`,
			`The cards have to be all pictures or all videos: the first has "${first.header.type}", this one "${header.type}"`,
		);
	}
	if (tapsOf(card) !== tapsOf(first)) {
		return problem(
			`${at}.${link === undefined ? 'buttons' : 'link'}`,
			`All cards have to offer the same: the first has ${tapsOf(first)}, this one ${tapsOf(card)}`,
		);
	}
	return textProblem(card, at);
}

function actionOf({ buttons = [], link }: Card): object {
	return link === undefined
		? {
				buttons: buttons.map(({ id, title }) => ({
					type: 'quick_reply',
					quick_reply: { id, title },
				})),
			}
		: { name: 'cta_url', parameters: { display_text: link.buttonText, url: link.url } };
}

/** `type` is `cta_url` on cards with reply buttons too (Meta, Interactive media carousel messages). */
function cardOf(card: Card, index: number): object {
	const { type, media } = card.header;
	const text = textOfCard(card);
	return compact({
		card_index: index,
		type: 'cta_url',
		header: { type, [type]: mediaOf(media) },
		body: text === undefined ? undefined : { text },
		action: actionOf(card),
	});
}

/** Pictures or videos with a text and buttons each, side by side. */
export function carousel({ body, cards }: ContentOf<'carousel'>): Reading<object> {
	const [first] = cards;
	for (const [index, card] of cards.entries()) {
		const found = cardProblem(card, `cards.${index}`, first ?? card);
		if (found !== undefined) return found;
	}
	return interactive('carousel', { body }, { cards: cards.map(cardOf) });
}
