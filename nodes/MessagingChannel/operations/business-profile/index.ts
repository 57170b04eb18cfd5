import type { Operation } from '../operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const BUSINESS_PROFILE_OPERATIONS: readonly Operation[] = [get, update];
