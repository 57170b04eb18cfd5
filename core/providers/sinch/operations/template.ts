import { z } from 'zod';
import type { JsonObject } from '../../../events';
import type { OperationFailure } from '../../../operations/contract';
import { idInput, fieldFailure, listLimit } from '../../../operations/input';
import { itemsOf, listed, someOf } from '../../../operations/operation';
import { compact, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { draftComponents, draftInput, hasContent } from '../../../whatsapp/templates/draft';
import { category, language, templateFilters, templateName } from '../../../whatsapp/templates/input';
import { pagesOf } from '../../../whatsapp/templates/list';
import { templateItem } from '../../../whatsapp/templates/row';
import { templates } from '../outbound/templates';
import { globalOperation as operation, pathIn, request } from './operation';
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

const KNOWN_BUTTONS: ReadonlySet<unknown> = new Set(['FLOW', 'OTP', 'PHONE_NUMBER', 'QUICK_REPLY', 'URL']);

type Details = Result<{ details: { components: JsonObject[] } }, OperationFailure>;

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

async function detailsOf(draft: Parameters<typeof draftComponents>[0]): Promise<Details> {
	const written = await draftComponents(draft, 'Sinch');
	if (!written.ok) return written;
	const odd = written.components
		.flatMap(({ buttons }) => listOf(buttons))
		.filter(isJsonObject)
		.find((button) => !KNOWN_BUTTONS.has(button.type));
	if (odd !== undefined) {
		return fieldFailure('buttons', `Sinch takes no button of the type ${textOf(odd.type) ?? 'unknown'}`);
	}
	return { ok: true, details: { components: written.components.map(withSample) } };
}

const nextStep = (asDraft: boolean): string =>
	asDraft
		? 'It is a draft: submit it with Update.'
		: 'Meta reviews the template; until it is approved it cannot be sent.';

const create = operation({
	input: z.object({ name: templateName, language, category, ...submission, ...draftInput }),
	async run({ name, language: code, category: kind, asDraft, allowCategoryChange, ...draft }, context) {
		const written = await detailsOf(draft);
		if (!written.ok) return written;
		const body = compact({
			name,
			language: code,
			category: kind,
			details: written.details,
			status: asDraft ? 'DRAFT' : 'SUBMIT',
			allowCategoryChange,
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

const KEPT = 'Only drafts were deleted: switch on that submitted templates go too, if they are to go.';

/** In one language or in all. Without more only drafts go (Sinch, WhatsApp templates). */
const remove = operation({
	input: z.object({
		name: oneLanguage.name,
		language: language.optional(),
		deleteSubmitted: z.boolean().default(false),
	}),
	async run({ name, language: code, deleteSubmitted }, context) {
		const path = pathOf(context.projectId, name, ...(code === undefined ? [] : ['languages', code]));
		const query = compact({ deleteSubmitted: deleteSubmitted ? 'true' : undefined });
		return await itemsOf(context, request('DELETE', path, { base, query }), () => [
			compact({
				name,
				language: code,
				deleted: true,
				languages: code === undefined ? 'all' : 'one',
				note: deleteSubmitted ? undefined : KEPT,
			}),
		]);
	},
});

export const TEMPLATE = { getMany, get: getOne, create, update, delete: remove };
