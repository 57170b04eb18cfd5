/**
 * Builds an element. Text only ever becomes text: nothing of what people write is read as HTML.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] `class`, `aria-*`, `data-*` and `role` as attributes, all else as properties
 * @param {...(Node | string | undefined | false)} children
 */
export function element(tag, properties = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(properties)) {
		if (value === undefined) continue;
		if (/^(class|role|aria-|data-)/.test(name)) node.setAttribute(name, value);
		else node[name] = value;
	}
	node.append(...children.filter((child) => child !== undefined && child !== false));
	return node;
}

/** @param {string} id */
export function byId(id) {
	return document.getElementById(id);
}

/** Makes `parent` hold exactly `nodes`, touching only what differs: focus and screen readers stay where they are. */
export function reconcile(parent, nodes) {
	nodes.forEach((node, index) => {
		const present = parent.childNodes[index];
		if (present === node) return;
		if (present && !nodes.includes(present)) present.replaceWith(node);
		else parent.insertBefore(node, present ?? null);
	});
	while (parent.childNodes.length > nodes.length) parent.lastChild.remove();
}

const PATHS = {
	accepted: ['M8 4.5V8l2.2 1.6', 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z'],
	sent: ['m5 8.8 3 3 6-7.4'],
	delivered: ['m1.5 8.8 3 3 6-7.4', 'm8.6 10.6 1.2 1.2 6-7.4'],
	failed: ['M8 5v3.6', 'M8 11h.01', 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z'],
	send: ['M2.5 8 13.5 2.8 10 13.2 7.6 8.6Z', 'm7.6 8.6 5.9-5.8'],
	add: ['M8 3.2v9.6', 'M3.2 8h9.6'],
	back: ['M9.8 3.2 5 8l4.8 4.8'],
	close: ['m4 4 8 8', 'm12 4-8 8'],
	restart: ['M13 8a5 5 0 1 1-1.7-3.8', 'M13.2 2v3h-3'],
	traffic: ['M2.5 5.6h10.3', 'm10 2.8 2.8 2.8L10 8.4', 'M13.5 10.9H3.2', 'm6 8.1-2.8 2.8L6 13.7'],
	toProvider: ['M12 4 4 12', 'M10.5 12H4V5.5'],
	toWorkflow: ['m4 12 8-8', 'M5.5 4H12v6.5'],
	reply: ['M6.5 4 2.8 7.6l3.7 3.6', 'M3 7.6h5.6c3 0 4.6 1.6 4.6 4.4'],
};
PATHS.read = PATHS.delivered;
/** Ticks have room for two, so that they stay in place as the second one comes. */
const WIDE = new Set(['sent', 'delivered', 'read']);

/** @param {keyof typeof PATHS} name */
export function icon(name) {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', WIDE.has(name) ? '0 0 19 16' : '0 0 16 16');
	svg.setAttribute('aria-hidden', 'true');
	for (const path of PATHS[name]) {
		const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
		line.setAttribute('d', path);
		svg.append(line);
	}
	return svg;
}

/** Two initials on a colour that stays with the person. */
export function paintAvatar(node, key, name) {
	const words = name.trim().split(/\s+/);
	const initials = [words[0], words.length > 1 ? words.at(-1) : undefined];
	node.textContent = initials
		.map((word) => [...(word ?? '')][0] ?? '')
		.join('')
		.toUpperCase();
	const sum = [...key].reduce((total, letter) => (total * 31 + letter.codePointAt(0)) % 9973, 7);
	node.dataset.hue = String(sum % 6);
	return node;
}
