import type { MessageTemplate } from '../../core';
import { findTemplate } from '../shared/templates';
import type { SendRun } from './run';

/** Names a template of one sender. */
export interface TemplateName {
	sender: string;
	name: string;
	language: string;
}

const keyOf = ({ sender, name, language }: TemplateName) => [sender, name, language].join('|');

/** Definitions of templates, each looked up once whatever the number of items. */
export class TemplateBook {
	private readonly known = new Map<string, MessageTemplate | undefined>();

	constructor(private readonly run: SendRun) {}

	has(template: TemplateName): boolean {
		return this.known.has(keyOf(template));
	}

	/** `undefined` where the provider has no list of templates, or would not show it: then it judges the message itself. */
	get(template: TemplateName): MessageTemplate | undefined {
		return this.known.get(keyOf(template));
	}

	async lookUp(template: TemplateName): Promise<void> {
		const { context, provider, connection } = this.run;
		const { sender, name, language } = template;
		this.known.set(
			keyOf(template),
			await findTemplate({ context, provider, connection, sender }, name, language).catch(
				(failure: unknown) => {
					const reason = failure instanceof Error ? failure.message : String(failure);
					context.logger.warn(`Messaging Send could not read the template "${name}" beforehand: ${reason}`);
					return undefined;
				},
			),
		);
	}
}
