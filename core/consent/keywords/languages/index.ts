import * as files from './files';
import type { Language } from './language';

const { en, ...others } = files;

/** All languages by code, after English, which stays active beside every other one. */
export const LANGUAGES: readonly Language[] = [en, ...Object.values(others)];
