import type { Operation } from '../operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getLibrary } from './get-library.operation';
import { getMany } from './get-many.operation';
import { update } from './update.operation';

export const TEMPLATE_OPERATIONS: readonly Operation[] = [create, remove, get, getLibrary, getMany, update];
