import type { ContentOf, OutgoingType } from '../../../messages';
import { carouselContent } from './carousel';
import { checkLimits } from './check';
import { catalogueContent, productContent, productListContent } from './commerce';
import { contactsContent } from './contacts';
import { written, type Written } from './content';
import { flowContent } from './flow';
import {
	addressRequestContent,
	buttonsContent,
	listContent,
	locationRequestContent,
	urlButtonContent,
} from './interactive';
import { LIMITS } from './limits';
import {
	captionedContent,
	documentContent,
	locationContent,
	mediaContent,
	reactionContent,
	textContent,
	voiceContent,
} from './plain';
import { templateContent } from './template';
import { problem } from '../../../lib/result';

/** What goes to a recipient. */
type WrittenType = Exclude<OutgoingType, 'readReceipt'>;

type Writers = { [Type in WrittenType]: (message: ContentOf<Type>) => Written };

function templateMessage(message: ContentOf<'template'>): Written {
	const template = templateContent(message);
	return template.ok ? written('template', template.content) : template;
}

const WRITERS: Writers = {
	text: textContent,
	image: captionedContent,
	audio: mediaContent,
	voice: voiceContent,
	video: captionedContent,
	document: documentContent,
	sticker: mediaContent,
	location: locationContent,
	contacts: contactsContent,
	reaction: reactionContent,
	buttons: buttonsContent,
	list: listContent,
	urlButton: urlButtonContent,
	flow: flowContent,
	locationRequest: locationRequestContent,
	addressRequest: addressRequestContent,
	product: productContent,
	productList: productListContent,
	catalogue: catalogueContent,
	carousel: carouselContent,
	card: () =>
		problem(
			'type',
			'WhatsApp has no single card: use reply buttons with a picture as header, or a carousel of two cards or more',
		),
	template: templateMessage,
};

function writeAs<Type extends WrittenType>(type: Type, message: ContentOf<Type>): Written {
	return WRITERS[type](message);
}

/** The content of a message within the limits of WhatsApp, or the field that exceeds one. */
export function writeContent(message: ContentOf<WrittenType>): Written {
	return checkLimits(message, LIMITS[message.type] ?? []) ?? writeAs(message.type, message);
}
