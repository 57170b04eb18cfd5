import { z } from 'zod';
import type { JsonObject } from '../../../events';
import type { OperationFailure, OperationOutcome } from '../../../operations/contract';
import { idInput, fieldFailure, listLimit } from '../../../operations/input';
import { itemsOf, listed, someOf } from '../../../operations/operation';
import { compact, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { draftComponents, draftInput, hasContent, type DraftRules } from '../../../whatsapp/templates/draft';
import {
	category,
	contentInput,
	language as templateLanguage,
	templateFilters,
	templateName,
} from '../../../whatsapp/templates/input';
import { pagesOf } from '../../../whatsapp/templates/list';
import { templateItem } from '../../../whatsapp/templates/row';
import { templates } from '../outbound/templates';
import { globalOperation as operation, pathIn, request, type ProjectContext } from './operation';
import type { Result } from '../../../lib/result';

const base = 'provisioning';

const pathOf = (projectId: string, ...parts: string[]): string =>
	pathIn(projectId, 'whatsapp', 'templates', ...parts);

function itemsOfRow(row: JsonObject): JsonObject[] {
	const reason = textOf(row.rejectionCode);
	const more = {
		draftStatus: textOf(objectOf(row.changes)?.status)?.toLowerCase(),
		rejectedReason: reason === 'NONE' ? undefined : reason,
		components: listOf(objectOf(row.details)?.components),
	};
	return templates.readRow(row).map((template) => templateItem(template, more));
}

const getMany = operation({
	input: z.object({ limit: listLimit, ...templateFilters }),
	run: async ({ limit, ...wanted }, context) =>
		await listed(
			context,
			pagesOf(templates, { accountId: context.projectId }, { wanted, limit }),
			itemsOfRow,
		),
});

const getOne = operation({
	input: z.object({ name: idInput('The name'), language: templateFilters.language }),
	async run({ name, language: code }, context) {
		const plan = pagesOf(templates, { accountId: context.projectId }, { wanted: { name, language: code } });
		const found = await listed(context, plan, itemsOfRow);
		if (!found.ok || found.items.length > 0) return found;
		return fieldFailure(
			'name',
			`The project has no template "${name}"${code === undefined ? '' : ` in ${code}`}`,
			'Write name and language exactly as Get Many shows them.',
		);
	},
});

/** A draft is kept without being checked; what is submitted goes to Meta at once. */
const submission = {
	asDraft: z.boolean().default(false),
	allowCategoryChange: z.boolean().optional(),
};

/** Sinch, Provisioning API 1.2.36, WhatsApp templates. */
const RULES: DraftRules = {
	provider: 'Sinch',
	components: ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL'],
	headers: ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'],
	buttons: ['FLOW', 'PHONE_NUMBER', 'QUICK_REPLY', 'URL'],
	oneTimePasswords: ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'],
};

/** Sinch's own codes: `EN_US` where Meta and messages have `en_US`. */
const language = templateLanguage.transform((code) => code.toUpperCase());

/** The sample of a file is an object of its own (Sinch, WhatsApp templates). */
function withSample(component: JsonObject): JsonObject {
	const { type, format, example } = component;
	if (type === 'CAROUSEL') {
		const cards = listOf(component.cards).filter(isJsonObject);
		return {
			...component,
			cards: cards.map((card) => ({
				components: listOf(card.components).filter(isJsonObject).map(withSample),
			})),
		};
	}
	const isFile = type === 'HEADER' && format !== 'TEXT' && textOf(example) !== undefined;
	return isFile ? { ...component, example: compact({ url: textOf(example) }) } : component;
}

type Details = Result<{ details: JsonObject }, OperationFailure>;

async function detailsOf(draft: Parameters<typeof draftComponents>[0], ttl?: number): Promise<Details> {
	const written = await draftComponents(draft, RULES);
	if (!written.ok) return written;
	const components = written.components.map(withSample);
	return { ok: true, details: compact({ components, messageSendTtlSeconds: ttl }) };
}

const nextStep = (asDraft: boolean): string =>
	asDraft
		? 'It is a draft: submit it with Update.'
		: 'Meta reviews the template; until it is approved it cannot be sent.';

const create = operation({
	input: z.object({
		name: templateName,
		language,
		category,
		...submission,
		/** Keeps as a draft what cannot be submitted. */
		saveDraftOnFailure: z.boolean().optional(),
		messageSendTtlSeconds: contentInput.messageSendTtlSeconds,
		...draftInput,
	}),
	async run({ name, language: code, category: kind, asDraft, ...input }, context) {
		const { allowCategoryChange, saveDraftOnFailure, messageSendTtlSeconds, ...draft } = input;
		const written = await detailsOf(draft, messageSendTtlSeconds);
		if (!written.ok) return written;
		const body = compact({
			name,
			language: code,
			category: kind,
			details: written.details,
			status: asDraft ? 'DRAFT' : 'SUBMIT',
			allowCategoryChange,
			saveDraftOnFailure,
		});
		return await itemsOf(context, request('POST', pathOf(context.projectId), { base, body }), (answer) =>
			someOf(itemsOfRow(objectOf(answer) ?? {}).map((item) => ({ ...item, nextStep: nextStep(asDraft) }))),
		);
	},
});

const oneLanguage = { name: idInput('The name'), language };

/** An approved or refused template becomes a draft again, or goes to review with its changes. */
const update = operation({
	input: z.object({ ...oneLanguage, category: category.optional(), ...submission, ...draftInput }),
	async run({ name, language: code, category: kind, asDraft, allowCategoryChange, ...draft }, context) {
		const written = hasContent(draft) ? await detailsOf(draft) : undefined;
		if (written?.ok === false) return written;
		const body = compact({
			status: asDraft ? 'DRAFT' : 'SUBMIT',
			category: kind,
			allowCategoryChange,
			details: written?.details,
		});
		const path = pathOf(context.projectId, name, 'languages', code);
		return await itemsOf(context, request('PATCH', path, { base, body }), (answer) => [
			{
				name,
				language: code,
				...(itemsOfRow(objectOf(answer) ?? {})[0] ?? {}),
				updated: Object.keys(body),
				nextStep: nextStep(asDraft),
			},
		]);
	},
});

const BLOCKED = 'The name is blocked for 30 days.';
const ONLY_DRAFT = 'Only a draft was deleted; what was submitted stays.';

/** What stands in the way of deleting all languages of a name: templates that were submitted would go with the drafts. */
async function submittedOf(context: ProjectContext, name: string): Promise<OperationOutcome> {
	const plan = pagesOf(templates, { accountId: context.projectId }, { wanted: { name } });
	const found = await listed(context, plan, (row) =>
		itemsOfRow(row).filter(({ status }) => status !== 'draft'),
	);
	if (!found.ok || found.items.length === 0) return found;
	const languages = found.items.map((item) => `${textOf(item.language)} (${textOf(item.status)})`).join(', ');
	return fieldFailure(
		'deleteSubmitted',
		`Sinch deletes "${name}" in all languages, which takes what was submitted as well: ${languages}`,
		'Choose one language; or switch on "Submitted Ones Too", after which nobody can be sent them and the name is blocked for 30 days.',
	);
}

/**
 * One language goes as a draft, and what was submitted on request alone. All languages of a name always go together, so what
 * that takes is told before (Sinch, Provisioning API 1.2.36, WhatsApp templates).
 */
const remove = operation({
	input: z.object({
		name: oneLanguage.name,
		language: language.optional(),
		deleteSubmitted: z.boolean().default(false),
	}),
	async run({ name, language: code, deleteSubmitted }, context) {
		if (code === undefined && !deleteSubmitted) {
			const submitted = await submittedOf(context, name);
			if (!submitted.ok) return submitted;
		}
		const path = pathOf(context.projectId, name, ...(code === undefined ? [] : ['languages', code]));
		const query = compact({ deleteSubmitted: code && deleteSubmitted ? 'true' : undefined });
		return await itemsOf(context, request('DELETE', path, { base, query }), () => [
			compact({
				name,
				language: code,
				deleted: true,
				languages: code === undefined ? 'all' : 'one',
				note: deleteSubmitted ? BLOCKED : code && ONLY_DRAFT,
			}),
		]);
	},
});

export const TEMPLATE = { getMany, get: getOne, create, update, delete: remove };
