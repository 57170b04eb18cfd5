/** The built core, which `npm run build` puts into `dist`: what is published is what is judged. */
import { createRequire } from 'node:module';
import type * as Core from '../../core/index.ts';

const require = createRequire(import.meta.url);
export const core: typeof Core = require('../../dist/core/index.js');

export type { ApiAnswer, ApiRequest } from '../../core/http/api.ts';
export type { OperationTools, RegistrationTarget } from '../../core/index.ts';
