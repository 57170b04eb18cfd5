/**
 * A template as its author wrote it, in one shape for all providers: they all list WhatsApp's components, each in its own
 * spelling.
 */

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
	'quickReply' | 'url' | 'copyCode' | 'otp' | 'flow' | 'catalogue' | 'multiProduct' | 'static';

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

export interface TemplateDefinition extends PartDefinition {
	footer?: string;
	offer?: { text?: string; expires: boolean };
	cards: PartDefinition[];
	/** What is not known here or takes more than form fields, in words. */
	unknown: string[];
}
