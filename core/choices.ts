/**
 * What the nodes' panels offer to choose from. n8n loads this at its start, with the nodes; the rest of core loads with its first
 * use.
 */
import { LANGUAGES } from './consent/keywords/languages';
import type { Replies } from './consent/keywords/languages/language';

export { READY_MAPPINGS, READY_REQUEST_TEMPLATES } from './providers/custom/ready';

/** The languages with keywords of their own, English first. */
export const LANGUAGE_CHOICES = LANGUAGES.map(({ code, name }) => ({ code, name }));

/** What is answered in English where nobody wrote another reply. */
export const ENGLISH_REPLIES: Partial<Replies> = LANGUAGES.find(({ code }) => code === 'en')?.replies ?? {};
