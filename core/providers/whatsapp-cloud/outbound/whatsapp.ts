import { problem, type Reading } from '../../../lib/result';
import type { ContentOf, OutgoingType } from '../../../messages';
import { write, type Writers } from '../../../messages/writing';
import { carousel } from './carousel';
import { INTERACTIVE } from './interactive';
import { limitProblem } from './limits';
import { PLAIN } from './plain';
import { template } from './template';

/** The types that go to a recipient. */
type WrittenType = Exclude<OutgoingType, 'readReceipt'>;

const WRITERS: Writers<WrittenType, object> = {
	...PLAIN,
	...INTERACTIVE,
	carousel,
	template,
	card: () =>
		problem(
			'type',
			'WhatsApp has no single card: use reply buttons with a picture as header, or a carousel of two cards or more',
		),
};

/** The content of a message within the limits of WhatsApp, or the field that exceeds one. */
export function contentOf(message: ContentOf<WrittenType>): Reading<object> {
	return limitProblem(message) ?? write(WRITERS, message.type, message);
}
