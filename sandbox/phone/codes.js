import { byId, element, reconcile } from './dom.js';
import { watched } from './watch.js';
import { displayNumber } from './words.js';

const METHODS = { SMS: 'by text message', VOICE: 'by phone call' };
const rows = new Map();

/** What the owner of a number reads or hears on its phone when somebody registers it. */
export function drawCodes() {
	const keys = watched.codes.map(({ numberId, at }) => `${numberId} ${at}`);
	for (const key of rows.keys()) if (!keys.includes(key)) rows.delete(key);
	watched.codes.forEach((sent, index) => {
		if (!rows.has(keys[index])) rows.set(keys[index], row(sent));
	});
	reconcile(byId('codes'), [...rows.values()]);
}

function row({ numberId, phoneNumber, method, code }) {
	const number = phoneNumber ? displayNumber(phoneNumber) : `the number with the ID ${numberId}`;
	return element(
		'div',
		{ class: 'strip', 'data-kind': 'code' },
		element(
			'p',
			{},
			`WhatsApp sent a code to ${number} ${METHODS[method] ?? ''}: `,
			element('strong', { class: 'code' }, code),
		),
	);
}
