import { UserError } from 'n8n-workflow';
import { APPROVED, dayIn, DECLINED, isOptOut, MEDIA_KINDS, type Expected } from '../../../core';
import { chosenRequest } from '../../shared/custom-gateway';
import { readText } from '../../shared/parameters';
import { AS_IN_ITEM } from '../../shared/providers';
import { rowsOf, type ItemReader } from '../../shared/reader';
import {
	readChoice,
	readChoices,
	readNumber,
	readSection,
	readSwitch,
	readTime,
} from '../../shared/settings';
import { flow } from '../messages/flow';
import type { Content } from '../messages/form';
import { askingOf } from './asking';
import { templateContent } from './template';

/** Values of *Response Type*; the first two are n8n's own. */
export const RESPONSE_TYPES = [
	'approval',
	'freeText',
	'choice',
	'number',
	'date',
	'location',
	'media',
	'flow',
] as const;
type ResponseType = (typeof RESPONSE_TYPES)[number];

interface Option {
	value: string;
	title: string;
	description?: string;
}

/** More are a list. */
const MOST_BUTTONS = 3;
/** Leaves room for the reference behind it, of the 200 characters that a row of a list has. */
const LONGEST_VALUE = 100;

function approvalOptions(reader: ItemReader): Option[] {
	const { approvalType, approveLabel, disapproveLabel } = readSection(
		reader.collection('approvalOptions', 'Approval Options').values,
		'Approval Options',
	);
	const type = readChoice(approvalType, 'Type of Approval', ['single', 'double']) ?? 'double';
	const approve = { value: APPROVED, title: readText(approveLabel) || 'Approve' };
	const decline = { value: DECLINED, title: readText(disapproveLabel) || 'Decline' };
	return type === 'single' ? [approve] : [approve, decline];
}

function choiceOptions(reader: ItemReader): Option[] {
	return rowsOf(reader.collection('choices', 'Choices'), 'choice').map(({ title, value, description }) => ({
		value: readText(value) || readText(title),
		title: readText(title),
		...(readText(description) !== '' && { description: readText(description) }),
	}));
}

const OPTIONS: Partial<Record<ResponseType, (reader: ItemReader) => Option[]>> = {
	approval: approvalOptions,
	choice: choiceOptions,
};

export const responseTypeOf = (reader: ItemReader): ResponseType =>
	reader.choice('responseType', 'Response Type', RESPONSE_TYPES) ?? 'approval';

/** The options that a person may tap, none of which may be a word by which people leave. */
function optionsOf(reader: ItemReader): Option[] {
	const options = OPTIONS[responseTypeOf(reader)]?.(reader) ?? [];
	for (const { title, value } of options) {
		if (isOptOut(title)) {
			throw new UserError(
				`'${title}' cannot be a choice: it is a word by which people stop messages, so that it would never count as an answer. Use another, such as 'Not now'.`,
			);
		}
		if (value.length > LONGEST_VALUE) {
			throw new UserError(`The value of '${title}' is longer than ${LONGEST_VALUE} characters`);
		}
	}
	return options;
}

/** Channels without buttons, on which options are numbered in the text. */
const PLAIN_CHANNELS = ['sms', 'mms'];

/** Whether a question of this type can only be a text; of a gateway of one's own the request says so. */
function isPlain(reader: ItemReader, type: string): boolean {
	const chosen = reader.text('provider');
	const [provider, channel] =
		chosen === AS_IN_ITEM
			? [readText(reader.field('provider')), readText(reader.field('channel'))]
			: [chosen, reader.text('channel')];
	if (provider === 'custom') return !Object.hasOwn(chosenRequest(reader.context).types, type);
	return PLAIN_CHANNELS.includes(channel);
}

/** Whether an approved template asks. */
const isTemplate = (reader: ItemReader): boolean =>
	reader.choice('sendAs', 'Send As', ['message', 'template']) === 'template';

/** The question as it goes out first. */
export function firstContent(reader: ItemReader): Content {
	if (!isTemplate(reader)) return questionContent(reader, reader.text('message'));
	const isPlainText = isPlain(reader, 'buttons');
	const choices = isPlainText ? [] : optionsOf(reader).map(({ value }) => value);
	return templateContent(reader, choices, responseTypeOf(reader) === 'flow');
}

/** What asks once more. The person has just written, so that a message arrives; without words for it the question goes out again. */
export function repeatedContent(reader: ItemReader, again: string): Content {
	return again === '' ? firstContent(reader) : questionContent(reader, again);
}

/** @param text the question, or what asks it once more */
function questionContent(reader: ItemReader, text: string): Content {
	const options = optionsOf(reader);
	if (responseTypeOf(reader) === 'location' && !isPlain(reader, 'locationRequest'))
		return { type: 'locationRequest', body: text };
	if (responseTypeOf(reader) === 'flow')
		return { ...flow.read(reader), body: text, flowToken: askingOf(reader.context).written };
	if (options.length === 0) return { type: 'text', text };
	const type = options.length <= MOST_BUTTONS ? 'buttons' : 'list';
	if (isPlain(reader, type)) {
		const lines = options.map(({ title }, at) => `${at + 1}: ${title}`);
		return { type: 'text', text: [text, ...lines].join('\n') };
	}
	const { written } = askingOf(reader.context);
	const tappable = options.map(({ value, ...option }) => ({ ...option, id: value + written }));
	return type === 'buttons'
		? { type, body: text, buttons: tappable }
		: {
				type,
				body: text,
				buttonText: reader.text('choiceLabel') || 'Choose',
				sections: [{ title: '', rows: tappable }],
			};
}

const KINDS: Readonly<Record<ResponseType, Expected['kind']>> = {
	approval: 'approval',
	freeText: 'text',
	choice: 'options',
	number: 'number',
	date: 'date',
	location: 'location',
	media: 'media',
	flow: 'flow',
};

/** What stands under *Validation*. */
export interface Validation {
	expected: Expected;
	/** How often the person may try; absent where nobody is asked again. */
	tries?: number;
	again: string;
}

const ANY_NUMBER = { least: -Number.MAX_SAFE_INTEGER, isWhole: false };

function dayOf(value: unknown, label: string, timeZone: string): string | undefined {
	const time = readTime(value, label, timeZone);
	return time === undefined ? undefined : dayIn(time, timeZone);
}

export function validationOf(reader: ItemReader): Validation {
	const { least, most, from, to, dayFirst, mediaTypes, tries, again } = reader.collection(
		'validation',
		'Validation',
	);
	const timeZone = reader.context.getTimezone();
	const expected = {
		kind: KINDS[responseTypeOf(reader)],
		options: optionsOf(reader).map(({ value, title }) => ({ value, title })),
		least: readNumber(least, 'Lowest Number', ANY_NUMBER),
		most: readNumber(most, 'Highest Number', ANY_NUMBER),
		from: dayOf(from, 'Earliest Date', timeZone),
		to: dayOf(to, 'Latest Date', timeZone),
		dayFirst: readSwitch(dayFirst, 'Day Before Month') ?? true,
		mediaTypes: readChoices(mediaTypes, 'Media Types', MEDIA_KINDS),
	};
	const count = readNumber(tries, 'Most Tries', { least: 1 });
	return {
		expected,
		...(count !== undefined && { tries: count }),
		again: readText(again),
	};
}
