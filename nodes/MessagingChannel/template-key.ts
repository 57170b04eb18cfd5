import { splitTemplate } from '../shared/templates';
import { readText } from '../shared/parameters';
import type { Input } from './form';

/** What the lists of templates give, see `templateField`. */
export function templateKey(name: string, language: string, templateId: string): string {
	return [name, language, templateId].join('|');
}

interface TemplateKey {
	name: string;
	/** Absent where a person wrote the name alone. */
	language?: string;
	templateId?: string;
}

/** Parts the chosen template from the rest of the input. */
export function withoutKey({ template, ...rest }: Input): { key: TemplateKey; rest: Input } {
	const chosen = readText(template);
	const { name, language } = splitTemplate(chosen);
	const [, , templateId = ''] = chosen.split('|');
	const key = { name, ...(language !== '' && { language }), ...(templateId !== '' && { templateId }) };
	return { key, rest };
}
