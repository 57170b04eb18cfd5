import type { JsonObject } from '../../events';
import { compact } from '../../lib/json';
import { found, type FieldProblem, type Reading } from '../../lib/result';
import type { Order } from '../../messages/order';
import { valueProblem, type TemplateEntry } from './check';
import type { ButtonField, TemplatePlace } from './keys';
import { readObject, readOrder, readSections, type ProductSection } from './rules';

/** `index` counts all buttons of the template from 0. */
export type FilledButton = { index: number } & (
	| { type: 'url'; suffix: string; name?: string }
	| { type: 'quickReply'; payload: string }
	| { type: 'copyCode'; code: string }
	| { type: 'flow'; token?: string; data?: JsonObject }
	| { type: 'catalogue'; thumbnail: string }
	| { type: 'multiProduct'; thumbnail?: string; sections: ProductSection[] }
	| { type: 'orderDetails'; order: Order }
	| { type: 'voiceCall'; minutes?: number; payload?: string }
);

type ButtonEntry = TemplateEntry & { place: Extract<TemplatePlace, { part: 'button' }> };
type ButtonFields = Readonly<Partial<Record<ButtonField, ButtonEntry>>>;

/** Values of one kind may stand together on one button. */
const BUTTON_KINDS: Readonly<Record<ButtonField, string>> = {
	url: 'url',
	payload: 'quickReply',
	code: 'copyCode',
	flowToken: 'flow',
	flowData: 'flow',
	thumbnail: 'products',
	sections: 'products',
	order: 'order',
	callMinutes: 'call',
	callPayload: 'call',
};

/** The values of each button by their fields; the first one that does not belong to the others as a problem. */
function buttonFields(entries: readonly TemplateEntry[]): Reading<Map<number, ButtonFields>> {
	const buttons = new Map<number, Partial<Record<ButtonField, ButtonEntry>>>();
	for (const { key, value, place } of entries) {
		if (place.part !== 'button') continue;
		const fields = buttons.get(place.index) ?? {};
		const others = Object.values(fields).map((other) => other.place.field);
		const isOfKind = others.every((other) => BUTTON_KINDS[other] === BUTTON_KINDS[place.field]);
		if (!isOfKind || fields[place.field] !== undefined) {
			return valueProblem(key, 'The values belong to two kinds of button; a button is of one kind');
		}
		buttons.set(place.index, { ...fields, [place.field]: { key, value, place } });
	}
	return found(buttons);
}

/** Characters that cannot stand in a link; `%` only where nothing is escaped with it. */
const TO_ESCAPE = /%(?![0-9a-f]{2})|[^!-~]+/giu;

/** A link's end as a link can hold it. What is escaped already stays so (Meta, Template components). */
function escaped(suffix: string): string {
	return suffix.toWellFormed().replace(TO_ESCAPE, encodeURIComponent);
}

const SECTIONS =
	'has to be a list of 1 to 10 sections such as [{"title": "New", "productIds": ["sku-1", "sku-2"]}]';
const DATA = 'has to be a JSON object such as {"name": "Ann"}';

function unreadable({ key }: ButtonEntry, expectation: string): FieldProblem {
	return valueProblem(key, `The value of "${key}" ${expectation}`);
}

function readOrderButton(index: number, order: ButtonEntry): Reading<FilledButton[]> {
	const read = readOrder(order.value);
	return read.ok
		? found([{ index, type: 'orderDetails', order: read.value }])
		: unreadable(order, `is no order: ${read.message}`);
}

function readButton(index: number, fields: ButtonFields): Reading<FilledButton[]> {
	const { url, payload, code, flowToken, flowData, thumbnail, sections, order } = fields;
	const { callMinutes: minutes, callPayload } = fields;
	if (order) return readOrderButton(index, order);
	if (minutes ?? callPayload) {
		const given = { minutes: minutes && Number(minutes.value), payload: callPayload?.value };
		return found([compact({ index, type: 'voiceCall' as const, ...given })]);
	}
	if (url)
		return found([
			compact({ index, type: 'url' as const, suffix: escaped(url.value), name: url.place.name }),
		]);
	if (payload) return found([{ index, type: 'quickReply', payload: payload.value }]);
	if (code) return found([{ index, type: 'copyCode', code: code.value }]);
	if (flowToken ?? flowData) {
		const data = flowData && readObject(flowData.value);
		if (flowData !== undefined && data === undefined) return unreadable(flowData, DATA);
		return found([compact({ index, type: 'flow' as const, token: flowToken?.value, data })]);
	}
	if (sections) {
		const read = readSections(sections.value);
		if (read === undefined) return unreadable(sections, SECTIONS);
		return found([
			compact({ index, type: 'multiProduct' as const, thumbnail: thumbnail?.value, sections: read }),
		]);
	}
	return found(thumbnail ? [{ index, type: 'catalogue', thumbnail: thumbnail.value }] : []);
}

/** The buttons of the message or of a card in their order. */
export function readButtons(entries: readonly TemplateEntry[]): Reading<FilledButton[]> {
	const fields = buttonFields(entries);
	if (!fields.ok) return fields;
	const buttons: FilledButton[] = [];
	for (const [index, ofButton] of [...fields.value].sort(([one], [other]) => one - other)) {
		const button = readButton(index, ofButton);
		if (!button.ok) return button;
		buttons.push(...button.value);
	}
	return found(buttons);
}
