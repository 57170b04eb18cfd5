import type { JsonValue, MessagingEvent } from '../../../events';
import { evaluate, firstOf, plainText, type Source } from '../language/evaluate';
import type { Condition } from './fields';
import type { Mapping } from './mapping';
import type { Note, Remark } from './reader';
import { readSample } from './sample';
import { elementsOf, parseCustomWebhook, unmetCondition } from './webhook';

/** What a mapping makes of a sample. */
export interface Preview {
	events: MessagingEvent[];
	remarks: Remark[];
}

function shown(value: JsonValue | undefined): string {
	if (value === undefined) return 'nothing';
	const text = plainText(value);
	return text === undefined ? 'an object or a list' : JSON.stringify(text.slice(0, 100));
}

function describe({ value, allowed, present }: Condition, source: Source): string {
	const found = shown(firstOf(evaluate(value, source)));
	if (allowed !== undefined) {
		const wanted = [...allowed].map((word) => JSON.stringify(word)).join(' or ');
		return `${value.source} has to be ${wanted}, and is ${found}`;
	}
	return present
		? `nothing is at ${value.source}`
		: `nothing may be at ${value.source}, and there is ${found}`;
}

const KINDS = ['message', 'status', 'consent'] as const;

/** Why an element is none of the kinds that the mapping knows. */
function explainUnrecognised(mapping: Mapping, source: Source, number: number, note: Note): void {
	const unmet = KINDS.flatMap((kind) => {
		const rule = mapping[kind];
		return rule === undefined ? [] : [{ kind, condition: unmetCondition(rule.when, source) }];
	});
	if (unmet.some(({ condition }) => condition === undefined)) return;
	for (const { kind, condition } of unmet) {
		if (condition === undefined) continue;
		const message = `element ${number} is no ${kind}: ${describe(condition, source)}`;
		note({ severity: 'problem', path: `${kind}.when`, message });
	}
}

/**
 * What a mapping makes of a payload, with remarks that say why: shown before the mapping is saved.
 *
 * @param sample a value of JSON, or a text as a person pastes it: JSON, a form, or a URL with its query
 */
export function previewMapping(mapping: Mapping, sample: unknown): Preview {
	const read = readSample(sample);
	if (!read.ok) {
		return { events: [], remarks: [{ severity: 'problem', path: '', message: read.message }] };
	}
	const { body } = read;
	const remarks = new Map<string, Remark>();
	const note: Note = (remark) => remarks.set(`${remark.path} ${remark.message}`, remark);
	const events = parseCustomWebhook(body, mapping, note);
	const elements = elementsOf(mapping, body) ?? [];
	for (const [at, element] of elements.entries()) {
		explainUnrecognised(mapping, { element, body }, at + 1, note);
	}
	return { events, remarks: [...remarks.values()] };
}
