import type { Operation } from '../operation';
import { remove } from './delete.operation';
import { download } from './download.operation';
import { get } from './get.operation';
import { upload } from './upload.operation';

export const MEDIA_OPERATIONS: readonly Operation[] = [remove, download, get, upload];
