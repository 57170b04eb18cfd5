/** The kind of a blank. `image`, `video` and `document` take a media ID or a link; `json` takes a JSON document. */
export type BlankKind = 'text' | 'image' | 'video' | 'document' | 'number' | 'dateTime' | 'json';

/** One value that a template leaves open. */
export interface TemplateBlank {
	/** See `keys.ts`: `body_1`, `body_first_name`, `header_image`, `button_0_url`, `card_2_body_1`. */
	key: string;
	/** For a form: the words around the blank, `Hello ▢, your order …`. */
	label: string;
	kind: BlankKind;
	required: boolean;
	/** What the template's author gave as an example. */
	example?: string;
	/** Most characters. */
	maxLength?: number;
	/** What stands before the blank of a link. */
	prefix?: string;
}

/** A template as the provider lists it, in one shape for all providers. */
export interface MessageTemplate {
	id: string;
	name: string;
	/** As the provider writes it; `en` and `en_US` are two. */
	language: string;
	/** `marketing`, `utility`, `authentication`, in lower case; absent where the provider has none. */
	category?: string;
	/** `approved`, `pending`, `rejected`, `paused`, `disabled`, … in lower case. */
	status: string;
	/** Only such a template can be sent. */
	sendable: boolean;
	quality?: string;
	/** Header, body, footer and buttons as a person reads them, one line each, with the blanks as `{{1}}`. */
	preview: string;
	blanks: TemplateBlank[];
	/** Parts that this package cannot fill in, in words: such a template is not sent. */
	unsupported?: string;
}

/** A text of a template as its author wrote it. */
export interface TextDefinition {
	/** With the blanks as `{{1}}` or `{{first_name}}`. */
	text: string;
	/** What the author gave as an example, by the name of the blank. */
	examples: ReadonlyMap<string, string>;
}

export const HEADER_FORMATS = ['text', 'image', 'video', 'gif', 'document', 'location', 'product'] as const;
export type HeaderFormat = (typeof HEADER_FORMATS)[number];

export interface HeaderDefinition {
	format: HeaderFormat;
	text?: TextDefinition;
}

/** `static` buttons are shown as they are and take no value. */
export type ButtonType =
	| 'quickReply'
	| 'url'
	| 'copyCode'
	| 'otp'
	| 'flow'
	| 'catalogue'
	| 'multiProduct'
	| 'orderDetails'
	| 'voiceCall'
	| 'static';

export interface ButtonDefinition {
	type: ButtonType;
	text: string;
	url?: string;
	example?: string;
}

export interface PartDefinition {
	header?: HeaderDefinition;
	body?: TextDefinition;
	/** All of them: their place in the list is the index by which WhatsApp knows them. */
	buttons: ButtonDefinition[];
}

/**
 * A template as its author wrote it, in one shape for all providers: they all list WhatsApp's components, each in its own
 * spelling.
 */
export interface TemplateDefinition extends PartDefinition {
	footer?: string;
	offer?: { text?: string; expires: boolean };
	/** Tells what became of an order. */
	hasOrderStatus?: true;
	cards: PartDefinition[];
	/** What is not known here or takes more than form fields, in words. */
	unknown: string[];
}
