import type { Provider } from '../../provider';
import { errors } from './errors';
import { inbound } from './inbound';
import { operations } from './operations';
import { outbound } from './outbound';
import { registration } from './registration';
import type { InfobipTarget } from './registration/target';
import type { InfobipSecrets } from './inbound/signature';

/** SMS, MMS and WhatsApp over Infobip. */
export const infobip: Provider<InfobipSecrets, InfobipTarget, typeof operations> = {
	inbound,
	outbound,
	registration,
	operations,
	errors,
};
