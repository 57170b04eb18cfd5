import type { Errors } from '../../../provider';
import { classifyError, knownError } from './classify';

export const errors: Errors = { classify: classifyError, known: knownError };
