/** What a message looks like on a phone, in no provider's words. */

export interface Media {
	kind: 'image' | 'video' | 'audio' | 'document' | 'sticker';
	/** A page can load it without a token. */
	url: string;
	/** File name, where it has one. */
	name?: string;
	isVoice?: true;
}

export interface Place {
	latitude: number;
	longitude: number;
	name?: string;
	address?: string;
}

/** What goes back to the business when a customer taps. */
export type Tapped =
	/** A template's quick reply. */
	| { kind: 'templateButton'; payload: string }
	| { kind: 'button'; id: string; title: string }
	| { kind: 'row'; id: string; title: string; description?: string }
	/** A flow or an address form that was filled in. */
	| { kind: 'form'; name: 'flow' | 'address_message'; answers: Record<string, unknown> }
	| { kind: 'place'; place: Place };

/** A button, or a row of a list. */
export interface Choice {
	/** Unique in its message. */
	id: string;
	label: string;
	does: 'answer' | 'link' | 'call' | 'copy' | 'products';
	/** Address, phone number or code behind the button. */
	value?: string;
	/** Second line of a list's row. */
	description?: string;
	/** What a tap sends; absent where a tap stays on the phone. */
	answer?: Tapped;
}

export interface Card {
	media?: Media;
	place?: Place;
	title?: string;
	text?: string;
	footer?: string;
	buttons?: Choice[];
}

export interface Content extends Card {
	contacts?: { name: string; lines: string[] }[];
	list?: { label: string; sections: { title?: string; rows: Choice[] }[] };
	cards?: Card[];
	offer?: { text: string; endsAt?: number };
}

/** Every button and row of a message. */
export function choicesOf({ buttons = [], cards = [], list }: Content): Choice[] {
	return [
		...buttons,
		...cards.flatMap((card) => card.buttons ?? []),
		...(list?.sections ?? []).flatMap(({ rows }) => rows),
	];
}
