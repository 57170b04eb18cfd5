import { compact } from '../../lib/json';
import { groupBy, valueProblem, type TemplateEntry } from './entries';
import type { FilledButton } from './filled';
import type { ButtonField, TemplatePlace } from './keys';
import { readObject, readSections } from './value';
import type { Reading } from '../../lib/result';

type ButtonPlace = Extract<TemplatePlace, { part: 'button' }>;
type ButtonEntry = TemplateEntry & { place: ButtonPlace };
type ButtonFields = Readonly<Partial<Record<ButtonField, ButtonEntry>>>;

/** Which values may stand together on one button. */
const COMPANIONS: Readonly<Partial<Record<ButtonField, ButtonField>>> = {
	flowToken: 'flowData',
	flowData: 'flowToken',
	thumbnail: 'sections',
	sections: 'thumbnail',
};

function isButtonEntry(entry: TemplateEntry): entry is ButtonEntry {
	return entry.place.part === 'button';
}

/** Several values of one button, the first one that does not belong to the others as a problem. */
function fieldsOf(entries: readonly ButtonEntry[]): Reading<ButtonFields> {
	const fields: Partial<Record<ButtonField, ButtonEntry>> = {};
	const [first] = entries;
	for (const entry of entries) {
		const { field } = entry.place;
		const isAlone = first === entry || (first !== undefined && COMPANIONS[first.place.field] === field);
		if (!isAlone || fields[field] !== undefined) {
			return valueProblem(entry.key, 'The values belong to two kinds of button; a button is of one kind');
		}
		fields[field] = entry;
	}
	return { ok: true, value: fields };
}

const SECTIONS =
	'has to be a list of 1 to 10 sections such as [{"title": "New", "productIds": ["sku-1", "sku-2"]}]';

function productButton(
	index: number,
	{ thumbnail, sections }: ButtonFields,
): Reading<FilledButton> | undefined {
	if (sections === undefined) {
		return thumbnail && { ok: true, value: { index, type: 'catalogue', thumbnail: thumbnail.value } };
	}
	const read = readSections(sections.value);
	if (read === undefined) return valueProblem(sections.key, `The value of "${sections.key}" ${SECTIONS}`);
	const value = { index, type: 'multiProduct' as const, thumbnail: thumbnail?.value, sections: read };
	return { ok: true, value: compact<FilledButton>(value) };
}

function flowButton(index: number, { flowToken, flowData }: ButtonFields): Reading<FilledButton> | undefined {
	if (flowToken === undefined && flowData === undefined) return undefined;
	const data = flowData && readObject(flowData.value);
	if (flowData !== undefined && data === undefined) {
		return valueProblem(
			flowData.key,
			`The value of "${flowData.key}" has to be a JSON object such as {"name": "Ann"}`,
		);
	}
	return {
		ok: true,
		value: compact<FilledButton>({ index, type: 'flow', token: flowToken?.value, data }),
	};
}

/** Characters that cannot stand in a link; `%` only where nothing is escaped with it. */
const TO_ESCAPE = /%(?![0-9a-f]{2})|[^!-~]+/giu;

/** A link's end as a link can hold it. What is escaped already stays so (Meta, Template components). */
function escaped(suffix: string): string {
	return suffix.toWellFormed().replace(TO_ESCAPE, encodeURIComponent);
}

function plainButton(index: number, { url, payload, code }: ButtonFields): FilledButton | undefined {
	if (url !== undefined) {
		const button = { index, type: 'url' as const, suffix: escaped(url.value), name: url.place.name };
		return compact<FilledButton>(button);
	}
	if (payload !== undefined) return { index, type: 'quickReply', payload: payload.value };
	return code && { index, type: 'copyCode', code: code.value };
}

function readButton(index: number, entries: readonly ButtonEntry[]): Reading<FilledButton | undefined> {
	const fields = fieldsOf(entries);
	if (!fields.ok) return fields;
	return (
		productButton(index, fields.value) ??
		flowButton(index, fields.value) ?? { ok: true, value: plainButton(index, fields.value) }
	);
}

/** The buttons of the message or of a card in their order. */
export function readButtons(entries: readonly TemplateEntry[]): Reading<FilledButton[]> {
	const byIndex = groupBy(entries.filter(isButtonEntry), ({ place }) => place.index);
	const buttons: FilledButton[] = [];
	for (const [index, ofButton] of byIndex) {
		const button = readButton(index, ofButton);
		if (!button.ok) return button;
		if (button.value !== undefined) buttons.push(button.value);
	}
	return { ok: true, value: buttons.sort((one, other) => one.index - other.index) };
}
