import type { Card, Choice, Content } from '../shared/content.ts';
import type { Attachments } from './media.ts';
import { objectAt, objectsAt, textAt } from './parameters.ts';

type Part = Record<string, unknown>;

export function headerOf(header: Part, attachments: Attachments): Card {
	const type = textAt(header, 'type')?.toLowerCase();
	if (type === 'text') return texts({ title: textAt(header, 'text') });
	if (type !== 'image' && type !== 'video' && type !== 'document') return {};
	return { media: attachments.attach(type, header[type]) };
}

/** Only the texts that are there. */
export function texts(card: {
	title?: string | undefined;
	text?: string | undefined;
	footer?: string | undefined;
}) {
	const { title, text, footer } = card;
	return {
		...(title === undefined ? {} : { title }),
		...(text === undefined ? {} : { text }),
		...(footer === undefined ? {} : { footer }),
	};
}

export function replyButtons(action: Part, prefix = ''): Choice[] {
	return objectsAt(action, 'buttons').map((button, index) => {
		const id = textAt(button, 'reply', 'id') ?? textAt(button, 'quick_reply', 'id') ?? '';
		const title = textAt(button, 'reply', 'title') ?? textAt(button, 'quick_reply', 'title') ?? '';
		return { id: `${prefix}b${index}`, label: title, does: 'answer', answer: { kind: 'button', id, title } };
	});
}

export function linkButton(label = '', url = '', id = 'b0'): Choice {
	return { id, label, does: 'link', value: url };
}

/** A flow that the customer fills in without writing anything. */
export function flowButton(id: string, label: string, token = 'unused'): Choice {
	return {
		id,
		label,
		does: 'answer',
		answer: { kind: 'form', name: 'flow', answers: { flow_token: token } },
	};
}

export function listOf(action: Part): NonNullable<Content['list']> {
	const sections = objectsAt(action, 'sections').map((section, place) => {
		const title = textAt(section, 'title');
		const rows = objectsAt(section, 'rows').map((row, index): Choice => {
			const [id = '', label = ''] = [textAt(row, 'id'), textAt(row, 'title')];
			const description = textAt(row, 'description');
			const more = description === undefined ? {} : { description };
			return {
				id: `s${place}r${index}`,
				label,
				does: 'answer',
				...more,
				answer: { kind: 'row', id, title: label, ...more },
			};
		});
		return { ...(title === undefined ? {} : { title }), rows };
	});
	return { label: textAt(action, 'button') ?? '', sections };
}

export function cardOf(card: Part, index: number, attachments: Attachments): Card {
	const action = objectAt(card, 'action');
	const url = textAt(action, 'parameters', 'url');
	const prefix = `c${index}`;
	return {
		...headerOf(objectAt(card, 'header'), attachments),
		...texts({ text: textAt(card, 'body', 'text') }),
		buttons:
			url === undefined
				? replyButtons(action, prefix)
				: [linkButton(textAt(action, 'parameters', 'display_text'), url, `${prefix}b0`)],
	};
}
