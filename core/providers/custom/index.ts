import type { Provider } from '../../provider';
import { errors } from './errors';
import { inbound } from './inbound';
import { outbound } from './outbound';
import type { CustomSecrets } from './inbound/secrets';

/** A custom gateway, whose payloads and requests the user describes. */
export const custom: Provider<CustomSecrets> = { inbound, outbound, errors };
