import type { Errors } from '../../../provider';
import { classifyError } from './classify';
import { reach } from './reach';

export const errors: Errors = { classify: classifyError, reach };
