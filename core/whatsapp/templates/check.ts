import { rowOf } from '../../lib/json';
import { found, problem, type FieldProblem, type Reading } from '../../lib/result';
import { leftoverIn } from '../../messages/media';
import {
	keyOn,
	templatePlace,
	type ButtonField,
	type HeaderField,
	type OrderField,
	type TemplatePlace,
} from './keys';
import { complaintAbout, kindOf, maxLengthOf, type TemplateRules } from './rules';
import type { MessageTemplate, TemplateBlank } from './template';

/** A value with the place where it belongs. */
export interface TemplateEntry {
	key: string;
	value: string;
	place: TemplatePlace;
}

export function valueProblem(key: string, message: string): FieldProblem {
	return problem(`values.${key}`, message);
}

/** A missing value, named by its key, as the label of the blank is not at hand. */
export function missing(card: number | undefined, key: string): FieldProblem {
	const whole = keyOn(card, key);
	return valueProblem(whole, `The value of "${whole}" is missing`);
}

/** An empty value for one of these is none; for any other it is a mistake that WhatsApp would refuse. */
const MAY_BE_EMPTY: readonly (HeaderField | ButtonField | OrderField)[] = [
	'filename',
	'name',
	'address',
	'payload',
	'flowToken',
	'flowData',
	'thumbnail',
	'callMinutes',
	'callPayload',
	'description',
	'paymentType',
	'gateway',
];

const INVISIBLE = /\p{Cf}/gu;

/** Whether nobody could see anything of it. */
function isBlank(value: string): boolean {
	return value.replace(INVISIBLE, '').trim() === '';
}

function isLeftOut({ place, value }: TemplateEntry, rules: TemplateRules): boolean {
	if (!isBlank(value) || !('field' in place)) return false;
	return MAY_BE_EMPTY.includes(place.field) && !rules.required.includes(place.field);
}

const MEDIA_LINK =
	'has to be a link that begins with https:// or http://, as this provider takes no media ID';

function entryComplaint({ place, value }: TemplateEntry, rules: TemplateRules): string | undefined {
	if (isBlank(value)) return 'is empty';
	const kind = kindOf(place);
	const isMedia = kind === 'image' || kind === 'video' || kind === 'document';
	if (isMedia && !rules.takesMediaIds && /^\d+$/.test(value.trim())) return MEDIA_LINK;
	const maxLength = maxLengthOf(place, rules);
	if (maxLength !== undefined && value.length > maxLength) return `is longer than ${maxLength} characters`;
	return leftoverIn(value) ?? complaintAbout(place, value);
}

function entryProblem(entry: TemplateEntry, rules: TemplateRules): FieldProblem | undefined {
	const refusal = rules.refusal(entry.place);
	if (refusal !== undefined) return valueProblem(entry.key, `"${entry.key}" cannot be filled in: ${refusal}`);
	const wrong = entryComplaint(entry, rules);
	return wrong === undefined ? undefined : valueProblem(entry.key, `The value of "${entry.key}" ${wrong}`);
}

/** The values with their places, each checked by itself; the first problem where there is one. */
export function readEntries(
	values: Readonly<Record<string, string>>,
	rules: TemplateRules,
): Reading<TemplateEntry[]> {
	const entries: TemplateEntry[] = [];
	for (const [key, value] of Object.entries(values)) {
		const place = templatePlace(key);
		if (place === undefined) {
			return valueProblem(
				key,
				`"${key}" names no blank of a template; names look like body_1, header_image or button_0_url`,
			);
		}
		const entry = { key, value, place };
		if (isLeftOut(entry, rules)) continue;
		const wrong = entryProblem(entry, rules);
		if (wrong !== undefined) return wrong;
		entries.push(entry);
	}
	return found(entries);
}

/** Whether somebody gave the whole link where only its end is wanted; behind a `?` another link may stand. */
function isWholeLink(value: string, prefix: string): boolean {
	return value.startsWith(prefix) || (/^https?:\/\//i.test(value) && !prefix.includes('?'));
}

function blankComplaint(
	{ key, required, maxLength, prefix }: TemplateBlank,
	value: string,
): string | undefined {
	if (isBlank(value)) return required ? 'is missing' : undefined;
	if (prefix && isWholeLink(value.trim(), prefix)) return `is a whole link; give what comes behind ${prefix}`;
	if (maxLength !== undefined && value.length > maxLength) return `is longer than ${maxLength} characters`;
	const place = templatePlace(key);
	return place && complaintAbout(place, value);
}

function blankProblem(blank: TemplateBlank, values: Readonly<Record<string, string>>): FieldProblem[] {
	const wrong = blankComplaint(blank, rowOf(values, blank.key) ?? '');
	return wrong === undefined ? [] : [valueProblem(blank.key, `The value for "${blank.label}" ${wrong}`)];
}

/** What every send of the template would fail with, whatever its values. */
function templateProblem({ name, language, status, sendable, unsupported }: MessageTemplate): FieldProblem[] {
	const named = `The template "${name}" (${language})`;
	if (!sendable) {
		return [
			problem('template', `${named} cannot be sent, as it is ${status.replaceAll('_', ' ')}, not approved`),
		];
	}
	return unsupported === undefined
		? []
		: [problem('template', `${named} has what cannot be filled in here: ${unsupported}`)];
}

/**
 * The problems of values for a template whose definition is at hand: each names the label that a person
 * sees. An empty value counts as left out. A template that cannot be sent at all is the only problem.
 */
export function checkTemplateValues(
	template: MessageTemplate,
	values: Readonly<Record<string, string>>,
): FieldProblem[] {
	const { name, language, blanks } = template;
	const broken = templateProblem(template);
	if (broken.length > 0) return broken;
	const known = new Set(blanks.map(({ key }) => key));
	const superfluous = Object.keys(values).filter(
		(key) => !known.has(key) && rowOf(values, key)?.trim() !== '',
	);
	return [
		...blanks.flatMap((blank) => blankProblem(blank, values)),
		...superfluous.map((key) =>
			valueProblem(
				key,
				`The template "${name}" (${language}) has no blank for "${key}"; leave the value out`,
			),
		),
	];
}
