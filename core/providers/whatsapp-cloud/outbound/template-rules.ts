import type { TemplateRules } from '../../../whatsapp/templates/rules';

/** Meta takes whatever WhatsApp has. */
export const whatsAppCloudTemplateRules: TemplateRules = {
	refusal: () => undefined,
	takesMediaIds: true,
	required: [],
	maxLength: {},
};
