import type { CustomMapping } from '../inbound/mapping';
import type { CustomRequestTemplate } from '../outbound/request-template';
import * as twilio from './twilio';
import * as vonageMessages from './vonage-messages';
import * as vonageSms from './vonage-sms';

/** Mappings that a person picks, and changes where the gateway differs. */
export const READY_MAPPINGS = {
	twilio: twilio.mapping,
	vonageSms: vonageSms.mapping,
	vonageMessages: vonageMessages.mapping,
} as const satisfies Readonly<Record<string, CustomMapping>>;

/** Request templates that a person picks, and changes where the gateway differs. */
export const READY_REQUEST_TEMPLATES = {
	twilio: twilio.request,
	vonageSms: vonageSms.request,
	vonageMessages: vonageMessages.request,
} as const satisfies Readonly<Record<string, CustomRequestTemplate>>;
