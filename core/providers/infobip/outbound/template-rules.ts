import type { TemplatePlace } from '../../../whatsapp/templates/keys';
import { isNamed, type TemplateRules } from '../../../whatsapp/templates/rules';

function isOn(fields: readonly string[], place: TemplatePlace): boolean {
	return (place.part === 'header' || place.part === 'button') && fields.includes(place.field);
}

function isOtherCardButton(place: TemplatePlace): boolean {
	return place.part === 'button' && place.card !== undefined && !isOn(['url', 'payload'], place);
}

const MAX_LINK = 2048;

/** Infobip, OpenAPI 3.210.0, TemplateDataContent. */
export const infobipTemplateRules: TemplateRules = {
	refusal(place) {
		if (isNamed(place)) return 'Infobip knows blanks by their position only';
		if (isOn(['name', 'address'], place)) return 'Infobip takes only the coordinates of a place';
		if (isOn(['product', 'catalog'], place)) return 'Infobip takes no product in the header';
		if (isOtherCardButton(place)) return 'Infobip takes only links and quick replies on a card';
		return undefined;
	},
	takesMediaIds: false,
	/** Without it the buttons behind would move up, as Infobip counts only those that it is given. */
	required: ['payload', 'filename'],
	maxLength: {
		image: MAX_LINK,
		video: MAX_LINK,
		gif: MAX_LINK,
		document: MAX_LINK,
		filename: 240,
		payload: 128,
		flowToken: 3000,
		thumbnail: 3000,
	},
};
