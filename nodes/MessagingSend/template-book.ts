import type { MessageTemplate } from '../../core';
import { findTemplate } from '../shared/templates';
import { callProvider } from '../shared/transport';
import type { SendRun } from './run';

/** Names a template of one sender. */
export interface TemplateName {
	sender: string;
	name: string;
	language: string;
	/** Whether its way is decided by its category. */
	isRouted: boolean;
}

const keyOf = ({ sender, name, language }: TemplateName) => [sender, name, language].join('|');

/** Definitions of templates, each looked up once whatever the number of items. */
export class TemplateBook {
	private readonly known = new Map<string, MessageTemplate | undefined>();

	private marketing: boolean | undefined;

	constructor(private readonly run: SendRun) {}

	/** Whether marketing templates of the account may take a way of their own; known once one of them was looked up. */
	get takesMarketing(): boolean {
		return this.marketing ?? false;
	}

	has(template: TemplateName): boolean {
		const isUndecided = template.isRouted && this.isMarketing(template) && this.marketing === undefined;
		return this.known.has(keyOf(template)) && !isUndecided;
	}

	private isMarketing(template: TemplateName): boolean {
		return this.get(template)?.category === 'marketing';
	}

	/** `undefined` where the provider has no list of templates, or would not show it: then it judges the message itself. */
	get(template: TemplateName): MessageTemplate | undefined {
		return this.known.get(keyOf(template));
	}

	async lookUp(template: TemplateName): Promise<void> {
		if (!this.known.has(keyOf(template))) this.known.set(keyOf(template), await this.find(template));
		if (template.isRouted && this.isMarketing(template)) this.marketing ??= await this.asksForMarketing();
	}

	private async find({ sender, name, language }: TemplateName): Promise<MessageTemplate | undefined> {
		const { context, provider, connection } = this.run;
		try {
			return await findTemplate({ context, provider, connection, sender }, name, language);
		} catch (failure) {
			const reason = failure instanceof Error ? failure.message : String(failure);
			context.logger.warn(`Messaging Send could not read the template "${name}" beforehand: ${reason}`);
			return undefined;
		}
	}

	/** What the provider does not tell is no: the ordinary way is open to all. */
	private async asksForMarketing(): Promise<boolean> {
		const { context, provider, connection, outbound, account } = this.run;
		const request = outbound.marketing?.request(account);
		if (outbound.marketing === undefined || request === undefined) return false;
		const answer = await callProvider(context, provider, connection, request);
		return answer.outcome === 'answered' && answer.status === 200 && outbound.marketing.isOpen(answer.body);
	}
}
