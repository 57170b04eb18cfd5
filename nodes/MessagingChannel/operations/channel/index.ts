import type { Operation } from '../operation';
import { check } from './check.operation';

export const CHANNEL_OPERATIONS: readonly Operation[] = [check];
