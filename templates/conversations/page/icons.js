const PATHS = {
	accepted: ['M8 4.5V8l2.2 1.6', 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z'],
	sent: ['m5 8.8 3 3 6-7.4'],
	delivered: ['m1.5 8.8 3 3 6-7.4', 'm8.6 10.6 1.2 1.2 6-7.4'],
	failed: ['M8 5v3.6', 'M8 11h.01', 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z'],
	back: ['M9.8 3.2 5 8l4.8 4.8'],
};

/** Pictures have room for two ticks, so that they stay in place as the second one comes. */
const WIDE = new Set(['sent', 'delivered']);

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
