import type { Provider } from '../events';
import { customMessages } from './custom/outbound';
import { infobipMessages } from './infobip/outbound';
import { infobipTemplates } from './infobip/outbound/templates';
import type { ApiRequest } from '../webhooks/registration';
import type { SendingChannel, SendingLine } from '../messages/sending';
import { sinchMessages } from './sinch/outbound';
import { sinchTemplates } from './sinch/outbound/templates';
import type { TemplateChannel, TemplatePage } from '../whatsapp/templates/template';
import { whatsAppCloudMessages } from './whatsapp-cloud/outbound';
import { whatsAppCloudTemplates } from './whatsapp-cloud/outbound/templates';

const SENDERS: Readonly<Record<Provider, SendingChannel>> = {
	whatsAppCloud: whatsAppCloudMessages,
	infobip: infobipMessages,
	sinch: sinchMessages,
	custom: customMessages,
};

/** How messages become calls of a provider, and what its answers say of them. */
export function sendingChannel(provider: Provider): SendingChannel {
	return SENDERS[provider];
}

/** A gateway of one's own has no templates that could be listed. */
const TEMPLATES: Readonly<Record<Provider, TemplateChannel | undefined>> = {
	whatsAppCloud: whatsAppCloudTemplates,
	infobip: infobipTemplates,
	sinch: sinchTemplates,
	custom: undefined,
};

/** The sender matters where templates belong to one. */
type TemplateLine = SendingLine & { sender?: string };

/** The request for one page of all templates; nothing where the provider has no list of them. */
export function listTemplatesRequest(
	provider: Provider,
	line: TemplateLine,
	page?: string,
): ApiRequest | undefined {
	return TEMPLATES[provider]?.listRequest(line, page);
}

/** The request for one template in all its languages; nothing where the provider has no list of them. */
export function findTemplateRequest(
	provider: Provider,
	line: TemplateLine,
	name: string,
): ApiRequest | undefined {
	return TEMPLATES[provider]?.findRequest(line, name);
}

/** The templates of an answer to either request. */
export function parseTemplatePage(provider: Provider, body: unknown): TemplatePage {
	return TEMPLATES[provider]?.parsePage(body) ?? { templates: [] };
}
