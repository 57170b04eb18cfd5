import { problem, type FieldProblem } from '../../../lib/result';
import type { OutgoingContent, OutgoingType } from '../../../messages';
import { beyondLimit, membersAt } from '../../../messages/limits';
import { LEAST_CARDS, MOST, WHATSAPP_LIMITS } from '../../../whatsapp/limits';

/** Elements that a path finds over the whole message: their name, and how many there may be. */
type Count = readonly [path: string, label: string, most: number, least?: number];

const SECTIONS: Count = ['sections.*', 'sections', MOST.sections];

const COUNTS: { readonly [Type in OutgoingType]?: readonly Count[] } = {
	buttons: [['buttons.*', 'buttons', MOST.buttons]],
	list: [SECTIONS, ['sections.*.rows.*', 'rows in all sections together', MOST.rows]],
	productList: [SECTIONS, ['sections.*.productIds.*', 'products in all sections together', MOST.products]],
	carousel: [['cards.*', 'cards', MOST.cards, LEAST_CARDS]],
};

function countProblem(message: OutgoingContent): FieldProblem | undefined {
	for (const [path, label, most, least = 0] of COUNTS[message.type] ?? []) {
		const { length: count } = membersAt(message, path);
		if (least <= count && count <= most) continue;
		const rule = count < least ? `needs at least ${least}` : `takes at most ${most}`;
		const [list = path] = path.split('.');
		return problem(list, `WhatsApp ${rule} ${label}, and this message has ${count}`);
	}
	return undefined;
}

/** The first limit of WhatsApp that a message exceeds. */
export function limitProblem(message: OutgoingContent): FieldProblem | undefined {
	return beyondLimit(message, WHATSAPP_LIMITS[message.type] ?? []) ?? countProblem(message);
}
