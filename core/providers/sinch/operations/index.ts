import type { OperationTable } from '../../../operations/contract';
import { ACCOUNT } from './account';
import { BUSINESS_PROFILE } from './business-profile';
import { check, checkEvents } from './check';
import { MESSAGE } from './message';
import { NUMBER } from './number';
import { update } from './number-update';
import { OPT_OUT_LIST } from './opt-out-list';
import { SENDER } from './sender';
import { linkToApp } from './sender-link';
import { TEMPLATE } from './template';
import { WEBHOOK } from './webhook';

export const operations = {
	channel: { check, checkEvents },
	account: ACCOUNT,
	number: { ...NUMBER, update, ...SENDER, linkToApp },
	template: TEMPLATE,
	message: MESSAGE,
	webhook: WEBHOOK,
	businessProfile: BUSINESS_PROFILE,
	optOutList: OPT_OUT_LIST,
} satisfies OperationTable;
