/** Drawing takes longer than all else: what is far below the screen is drawn when somebody comes near it. */
const MARGIN = '400px 0px';

/** @type {WeakMap<Element, () => void>} */
const waiting = new WeakMap();

/** @param {Element} place */
function begin(place) {
	const action = waiting.get(place);
	waiting.delete(place);
	observer.unobserve(place);
	action?.();
}

const observer = new IntersectionObserver(
	(entries) => {
		for (const { isIntersecting, target } of entries) if (isIntersecting) begin(target);
	},
	{ rootMargin: MARGIN },
);

/**
 * Does something once, when the place comes near the screen.
 *
 * @param {Element} place
 * @param {() => void} action
 */
export function whenNear(place, action) {
	waiting.set(place, action);
	observer.observe(place);
}

/** On paper everything is near. */
addEventListener('beforeprint', () => {
	for (const place of document.querySelectorAll('.plot')) begin(place);
});
