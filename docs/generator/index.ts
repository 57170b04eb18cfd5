import { ADMIN_ROWS } from '../../core/providers/whatsapp-cloud/errors/set-up';
import { MESSAGE_ROWS } from '../../core/providers/whatsapp-cloud/errors/rows/messages';
import { PLATFORM_ROWS } from '../../core/providers/whatsapp-cloud/errors/rows/platform';
import { REGISTRATION_ROWS } from '../../core/providers/whatsapp-cloud/errors/rows/registration';
import { TEMPLATE_ROWS } from '../../core/providers/whatsapp-cloud/errors/rows/templates';
import { API_ROWS as INFOBIP_API_ROWS } from '../../core/providers/infobip/errors/rows/api';
import { NETWORK_ROWS } from '../../core/providers/infobip/errors/rows/network';
import { PERSON_ROWS } from '../../core/providers/infobip/errors/rows/person';
import { SETUP_ROWS } from '../../core/providers/infobip/errors/rows/setup';
import { STATUS_ROWS as INFOBIP_STATUS_ROWS } from '../../core/providers/infobip/errors/rows/statuses';
import { API_ROWS as SINCH_API_ROWS } from '../../core/providers/sinch/errors/rows/api';
import { REASON_ROWS } from '../../core/providers/sinch/errors/rows/reasons';
import {
	REPORT_ROWS,
	STATUS_ROWS as SINCH_STATUS_ROWS,
} from '../../core/providers/sinch/errors/rows/reports';
import { MessagingChannel } from '../../nodes/MessagingChannel/MessagingChannel.node';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { errorPage } from './error-page';
import { nodePage } from './node-page';
import { numbersPage } from './numbers-page';
import { outputOf } from './output';

const NODE_PAGES: Readonly<Record<string, () => string>> = {
	'messaging-trigger': () =>
		nodePage({
			description: new MessagingTrigger().description,
			introduction:
				'How to connect it: [Providers](../providers.md). What comes out of it: [Events](../events.md).',
		}),
	'messaging-keywords': () =>
		nodePage({
			description: new MessagingKeywords().description,
			introduction: 'How it decides and what it adds to the item: [Keywords and consent](../consent.md).',
		}),
	'messaging-send': () =>
		nodePage({
			description: new MessagingSend().description,
			introduction: 'How it sends and what comes out of it: [Sending](../sending.md).',
		}),
	'messaging-channel': () =>
		nodePage({
			description: new MessagingChannel().description,
			introduction: 'What it is for, step by step: [Setting up a channel](../channel.md).',
			outputOf,
		}),
};

const ERROR_PAGES: Readonly<Record<string, () => string>> = {
	'errors-whatsapp-cloud': () =>
		errorPage(
			'WhatsApp Cloud',
			'The code is that of Meta. One that is not listed here is judged by the range it lies in, by what Meta says of it and by the HTTP status.',
			[
				{ title: 'Access, limits and Meta itself', introduction: '', rows: PLATFORM_ROWS },
				{ title: 'Messages', introduction: '', rows: MESSAGE_ROWS },
				{ title: 'Templates', introduction: '', rows: TEMPLATE_ROWS },
				{ title: 'Numbers', introduction: '', rows: REGISTRATION_ROWS },
				{
					title: 'Setting up with Messaging Channel',
					introduction: 'Where a code stands above too, this is what it means to Messaging Channel.',
					rows: ADMIN_ROWS,
					first: ['33', '100', '100.36007'],
				},
			],
		),
	'errors-infobip': () =>
		errorPage(
			'Infobip',
			'A code that is not listed here is judged by the group that Infobip puts it into, and by the HTTP status.',
			[
				{ title: 'Answers of the API', introduction: '', rows: INFOBIP_API_ROWS },
				{ title: 'Reports: the person and the phone', introduction: '', rows: PERSON_ROWS },
				{ title: 'Reports: operators, limits and Infobip itself', introduction: '', rows: NETWORK_ROWS },
				{ title: 'Reports: set-up and content', introduction: '', rows: SETUP_ROWS },
				{
					title: 'Statuses without an error',
					introduction:
						'Group and id of the status. On the item `error.code` is the name of the status, such as `REJECTED_DND`.',
					rows: INFOBIP_STATUS_ROWS,
				},
			],
		),
	'errors-sinch': () =>
		errorPage(
			'Sinch',
			'A code that is not listed here is judged by the status beside it, and by the HTTP status.',
			[
				{ title: 'Answers of the APIs', introduction: '', rows: SINCH_API_ROWS },
				{ title: 'Receipts of the Conversation API', introduction: '', rows: REASON_ROWS },
				{
					title: 'Delivery reports of SMS and MMS',
					introduction: 'These codes look like HTTP statuses and are none.',
					rows: REPORT_ROWS,
				},
				{
					title: 'Delivery reports without a code that is known',
					introduction: 'Here the word of the status counts.',
					rows: SINCH_STATUS_ROWS,
				},
			],
		),
};

/** Text of every page in docs/reference, by its file name. Schemas are read from the working directory, the repository. */
export function referencePages(): Map<string, string> {
	const pages = Object.entries({ ...NODE_PAGES, ...ERROR_PAGES, 'numbers-without-plus': numbersPage });
	return new Map(pages.map(([name, write]) => [`${name}.md`, write()]));
}
