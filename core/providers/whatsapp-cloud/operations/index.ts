import type { OperationTable } from '../../../operations/contract';
import { ACCOUNT } from './account';
import { BUSINESS_PROFILE } from './business-profile';
import { check, checkEvents } from './check';
import { MEDIA } from './media';
import { NUMBER_READING } from './number';
import { NUMBER_REGISTRATION } from './number-registration';
import { OPT_OUT_LIST } from './opt-out-list';
import { SENDER } from './sender';
import { TEMPLATE } from './template';
import { WEBHOOK } from './webhook';

export const operations = {
	channel: { check, checkEvents },
	account: ACCOUNT,
	number: { ...NUMBER_READING, ...NUMBER_REGISTRATION, ...SENDER },
	template: TEMPLATE,
	webhook: WEBHOOK,
	businessProfile: BUSINESS_PROFILE,
	media: MEDIA,
	optOutList: OPT_OUT_LIST,
} satisfies OperationTable;
