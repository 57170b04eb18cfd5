import type { CustomMapping } from '../inbound/mapping';
import { twilio } from './twilio';
import { vonageMessages } from './vonage-messages';
import { vonageSms } from './vonage-sms';

export { READY_REQUEST_TEMPLATES } from './requests';

/** Mappings that a person picks, and changes where the gateway differs. */
export const READY_MAPPINGS = { twilio, vonageSms, vonageMessages } as const satisfies Readonly<
	Record<string, CustomMapping>
>;
