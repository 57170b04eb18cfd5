/** Makes `parent` hold exactly `nodes`, touching only what differs: focus, scroll and screen readers stay where they are. */
export function reconcile(parent, nodes) {
	nodes.forEach((node, index) => {
		const present = parent.childNodes[index];
		if (present === node) return;
		if (present && !nodes.includes(present)) present.replaceWith(node);
		else parent.insertBefore(node, present ?? null);
	});
	while (parent.childNodes.length > nodes.length) parent.lastChild.remove();
}

/** Keeps nodes by a key, and makes one anew only where what it shows has changed. */
export class Kept {
	#nodes = new Map();

	/**
	 * @param {string} key
	 * @param {unknown} shows what the node depends on
	 * @param {() => HTMLElement} make
	 */
	of(key, shows, make) {
		const mark = JSON.stringify(shows);
		const known = this.#nodes.get(key);
		if (known?.mark === mark) return known.node;
		const node = make();
		this.#nodes.set(key, { mark, node });
		return node;
	}

	clear() {
		this.#nodes.clear();
	}
}
