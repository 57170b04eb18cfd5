import type { TemplateRules } from '../../shared/template-rules';

/** Meta takes whatever WhatsApp has. */
export const whatsAppCloudTemplateRules: TemplateRules = {
	refusal: () => undefined,
	takesMediaIds: true,
	required: [],
	maxLength: {},
};
