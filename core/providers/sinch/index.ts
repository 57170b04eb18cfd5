import type { Provider } from '../../provider';
import { errors } from './errors';
import { inbound } from './inbound';
import { operations } from './operations';
import { outbound } from './outbound';
import { registration } from './registration';
import type { SinchTarget } from './registration/target';
import type { SinchSecrets } from './inbound/signature';

/** SMS and MMS over Sinch's SMS API, and all channels of its Conversation API. */
export const sinch: Provider<SinchSecrets, SinchTarget, typeof operations> = {
	inbound,
	outbound,
	registration,
	operations,
	errors,
};
