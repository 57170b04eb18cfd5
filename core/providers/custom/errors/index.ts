import type { Errors } from '../../../provider';
import { reachIn, reachTable } from '../../../http/reach';
import { classifyError } from './classify';

const REACH = reachTable({});

export const errors: Errors = { classify: classifyError, reach: (error) => reachIn(REACH, error) };
