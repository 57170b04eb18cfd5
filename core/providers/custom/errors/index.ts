import type { Errors } from '../../../provider';
import { classifyError } from './classify';

export const errors: Errors = { classify: classifyError };
