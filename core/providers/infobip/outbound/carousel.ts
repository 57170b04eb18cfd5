import { problem, type FieldProblem, type Reading } from '../../../lib/result';
import type { ContentOf } from '../../../messages';
import { LEAST_CARDS, MAX_CARD_TEXT } from '../../../whatsapp/limits';
import { written, type WhatsAppContent } from './plain';

type Card = ContentOf<'carousel'>['cards'][number];

/** The kind of buttons on a card. Infobip wants the same kind on all cards. */
type Kind = 'QUICK_REPLY' | 'URL';

function kindOf({ buttons = [], link }: Card): Kind | undefined {
	const hasButtons = buttons.length > 0;
	if (hasButtons === (link !== undefined)) return undefined;
	return hasButtons ? 'QUICK_REPLY' : 'URL';
}

/** A card has no title of its own: it stands in bold above the text. */
function textOfCard({ title, body }: Card): string {
	return [title && `*${title}*`, body].filter((text) => text !== undefined).join('\n');
}

function cardProblem(card: Card, index: number, kind: Kind): FieldProblem | undefined {
	const own = kindOf(card);
	if (own === undefined) {
		return problem(`cards.${index}.buttons`, 'A card needs either reply buttons or one button with a link');
	}
	if (own !== kind) {
		return problem(`cards.${index}.buttons`, 'All cards need the same kind of button as the first one');
	}
	const { length } = textOfCard(card);
	if (length === 0) return problem(`cards.${index}.body`, 'The text of the card is missing');
	return length > MAX_CARD_TEXT
		? problem(
				`cards.${index}.body`,
				`Title and text of the card together are longer than ${MAX_CARD_TEXT} characters: they have ${length}`,
			)
		: undefined;
}

function writeCard(card: Card): object {
	const { header, buttons, link } = card;
	return {
		header: { type: header.type.toUpperCase(), url: header.media.link },
		body: { text: textOfCard(card) },
		...(link === undefined
			? { buttons: buttons?.map(({ id, title }) => ({ id, title })) }
			: { button: { displayText: link.buttonText, url: link.url } }),
	};
}

/** Pictures with buttons, side by side. */
export function carousel({ body, cards }: ContentOf<'carousel'>): Reading<WhatsAppContent> {
	if (cards.length < LEAST_CARDS) {
		return problem('cards', `A carousel has at least ${LEAST_CARDS} cards: add one, or send a card`);
	}
	const kind = cards.map(kindOf)[0] ?? 'QUICK_REPLY';
	for (const [index, card] of cards.entries()) {
		const complaint = cardProblem(card, index, kind);
		if (complaint !== undefined) return complaint;
	}
	const action = { type: kind, cards: cards.map(writeCard) };
	return written('interactive/media-carousel', { body: { text: body }, action });
}
