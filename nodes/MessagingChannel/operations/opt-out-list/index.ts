import type { Operation } from '../operation';
import { add } from './add.operation';
import { check } from './check.operation';
import { getMany } from './get-many.operation';
import { remove } from './remove.operation';

export const OPT_OUT_LIST_OPERATIONS: readonly Operation[] = [add, check, getMany, remove];
