import { missing, type TemplateEntry } from './entries';
import type { FilledText } from './filled';
import { isPosition } from './rules';
import type { Reading } from '../../lib/result';

function byPosition(one: FilledText, other: FilledText): number {
	return Number(one.name) - Number(other.name);
}

/** The texts of body or header: all by name, or by position, without a gap and in order. */
export function readTexts(
	entries: readonly TemplateEntry[],
	part: 'body' | 'headerText',
	card: number | undefined,
): Reading<FilledText[]> {
	const texts = entries.flatMap(({ place, value }): FilledText[] =>
		place.part === part ? [{ name: place.name, text: value }] : [],
	);
	const counted = texts.filter(({ name }) => isPosition(name)).sort(byPosition);
	const named = texts.filter(({ name }) => !isPosition(name));
	const prefix = part === 'body' ? 'body' : 'header_text';
	const gap = counted.findIndex(({ name }, index) => Number(name) !== index + 1);
	if (gap !== -1) return missing(card, `${prefix}_${gap + 1}`);
	return { ok: true, value: [...counted, ...named] };
}
