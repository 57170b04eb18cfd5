import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText } from '../../../messages/media';
import { idInput, fieldFailure, listLimit } from '../../../operations/input';
import { itemsOf, listed, someOf } from '../../../operations/operation';
import { compact, objectOf, textOf } from '../../../lib/json';
import { draftInput, hasContent } from '../../../whatsapp/templates/draft';
import {
	category,
	contentInput,
	language,
	templateFilters,
	templateName,
} from '../../../whatsapp/templates/input';
import { pagesOf } from '../../../whatsapp/templates/list';
import { templateItem } from '../../../whatsapp/templates/row';
import { templates } from '../outbound/templates';
import { get, operationWith, whatsAppSender } from './operation';
import { structureOf } from './template-structure';

const operation = operationWith('whatsapp:manage');

const pathOf = (sender: string, of?: string): string =>
	['/whatsapp/2/senders', sender, 'templates', ...(of === undefined ? [] : [encodeURIComponent(of)])].join(
		'/',
	);

function itemsOfRow(row: JsonObject, sender?: string): JsonObject[] {
	const more = {
		phoneNumber: sender === undefined ? undefined : `+${sender}`,
		rejectedReason: textOf(row.rejectionReason),
		structure: objectOf(row.structure),
		createdAt: textOf(row.createdAt),
		updatedAt: textOf(row.lastUpdatedAt),
	};
	return templates.readRow(row).map((template) => templateItem(template, more));
}

const optionalSender = z.preprocess((value) => value || undefined, whatsAppSender.optional());

const getMany = operation({
	input: z.object({ sender: optionalSender, limit: listLimit, ...templateFilters }),
	/** A sender's list cannot be narrowed by Infobip. */
	async run({ sender, limit, ...wanted }, context) {
		const plan = pagesOf(templates, { sender }, { wanted, kept: sender === undefined ? {} : wanted, limit });
		return await listed(context, plan, (row) => itemsOfRow(row, sender));
	},
});

const templateId = idInput('The template ID');

const getOne = operation({
	input: z.object({ sender: whatsAppSender, templateId }),
	run: async ({ sender, templateId: id }, context) =>
		await itemsOf(context, get(pathOf(sender, id)), (body) =>
			someOf(itemsOfRow(objectOf(body) ?? {}, sender)),
		),
});

const platform = {
	applicationId: optionalText('The application ID'),
	entityId: optionalText('The entity ID'),
};

function platformOf(given: Readonly<Record<string, string | undefined>>): object {
	const set = compact(given);
	return Object.keys(set).length > 0 ? { platform: set } : {};
}

const REVIEW = 'Meta reviews the template; until it is approved it cannot be sent.';

const create = operation({
	input: z.object({
		sender: whatsAppSender,
		name: templateName,
		language,
		category,
		messageSendTtlSeconds: contentInput.messageSendTtlSeconds,
		...draftInput,
		...platform,
	}),
	async run({ sender, name, applicationId, entityId, messageSendTtlSeconds: amount, ...input }, context) {
		if (amount !== undefined && input.category !== 'AUTHENTICATION') {
			return fieldFailure(
				'messageSendTtlSeconds',
				'Infobip takes a time to live for templates of the category AUTHENTICATION alone',
				'Leave it out, and give the validity with each message.',
			);
		}
		const written = await structureOf(input);
		if (!written.ok) return written;
		const body = {
			name,
			language: input.language,
			category: input.category,
			structure: written.structure,
			...(amount !== undefined && { validityPeriod: { amount, timeUnit: 'SECONDS' } }),
			...platformOf({ applicationId, entityId }),
		};
		return await itemsOf(context, { method: 'POST', path: pathOf(sender), body }, (answer) =>
			someOf(
				itemsOfRow(objectOf(answer) ?? {}, sender).map((item) =>
					item.sendable === true ? item : { ...item, nextStep: REVIEW },
				),
			),
		);
	},
});

/** The structure is replaced as a whole; a hundred edits an hour (Infobip, OpenAPI 3.210.0, templates). */
const update = operation({
	input: z.object({
		sender: whatsAppSender,
		templateId,
		category: category.optional(),
		...draftInput,
	}),
	async run({ sender, templateId: id, category: given, ...input }, context) {
		if (!hasContent(input) && given === undefined) return fieldFailure('body', 'There is nothing to change');
		const written = hasContent(input) ? await structureOf(input) : undefined;
		if (written?.ok === false) return written;
		const body = compact({
			category: given,
			...(written && { structure: written.structure }),
		});
		return await itemsOf(context, { method: 'PATCH', path: pathOf(sender, id), body }, (answer) => [
			...(someOf(itemsOfRow(objectOf(answer) ?? {}, sender)) ?? [{ templateId: id }]).map((item) => ({
				...item,
				updated: Object.keys(body),
				nextStep: REVIEW,
			})),
		]);
	},
});

/** In all its languages. */
const remove = operation({
	input: z.object({ sender: whatsAppSender, name: idInput('The name') }),
	run: async ({ sender, name }, context) =>
		await itemsOf(context, { method: 'DELETE', path: pathOf(sender, name) }, () => [
			{
				name,
				phoneNumber: `+${sender}`,
				deleted: true,
				languages: 'all',
				note: 'The name is blocked for 30 days.',
			},
		]),
});

export const TEMPLATE = { getMany, get: getOne, create, update, delete: remove };
