/**
 * Builds an element. Text only ever becomes text: nothing of what others wrote is read as HTML.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] `class`, `for`, `aria-*`, `data-*`, `role` and `scope` as attributes, all else as
 *   properties
 * @param {...(Node | string | undefined | false)} children
 */
export function element(tag, properties = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(properties)) {
		if (value === undefined) continue;
		if (/^(class|for|role|scope|aria-|data-)/.test(name)) node.setAttribute(name, value);
		else node[name] = value;
	}
	node.append(...children.filter((child) => child !== undefined && child !== false));
	return node;
}

/** @param {string} id */
export function byId(id) {
	return document.getElementById(id);
}
