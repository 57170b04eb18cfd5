import type { Operation } from '../operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { set } from './set.operation';

export const WEBHOOK_OPERATIONS: readonly Operation[] = [remove, get, set];
