import type { ButtonField, HeaderField } from '../../../whatsapp/templates/keys';
import { isNamed, type TemplateRules } from '../../../whatsapp/templates/rules';

/** Sinch's parameters are texts, and its templates have neither products nor catalogues. */
const WITHOUT_PLACE: readonly (HeaderField | ButtonField)[] = [
	'gif',
	'product',
	'catalog',
	'thumbnail',
	'sections',
	'flowData',
];

/** Sinch, WhatsApp template support. */
export const sinchTemplateRules: TemplateRules = {
	refusal(place) {
		if (isNamed(place)) return 'Sinch knows blanks by their position only';
		if (place.part === 'offer') return 'Sinch takes no limited-time offers';
		const isWithoutPlace = 'field' in place && WITHOUT_PLACE.includes(place.field);
		return isWithoutPlace ? 'Sinch has no parameter for it' : undefined;
	},
	takesMediaIds: false,
	required: [],
	maxLength: {},
};
