/**
 * Builds an element. Text only ever becomes text: nothing of what others wrote is read as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties] `class`, `for`, `aria-*`, `data-*`, `role` and `scope` as attributes, all else as
 *   properties
 * @param {...(Node | string | undefined | null | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(properties)) {
		if (value === undefined) continue;
		if (/^(class|for|role|scope|aria-|data-)/.test(name)) node.setAttribute(name, String(value));
		else node[name] = value;
	}
	for (const child of children)
		if (child !== undefined && child !== null && child !== false) node.append(child);
	return node;
}

/** @param {string} id of something that page.html has */
export function byId(id) {
	const found = document.getElementById(id);
	if (!found) throw new Error(`The page has no ${id}`);
	return found;
}
