/** While somebody looks at the page, and while nobody has touched it for long. */
const EVERY_MS = { used: 5_000, idle: 20_000 };
const IDLE_AFTER_MS = 5 * 60_000;

/**
 * Asks for news as long as the page is in view, one question after the other.
 *
 * @param {() => Promise<void>} ask
 * @param {(problem?: string) => void} say
 */
export function keepAsking(ask, say) {
	let usedAt = Date.now();
	let timer;
	const next = () => {
		clearTimeout(timer);
		if (document.hidden) return;
		timer = setTimeout(run, Date.now() - usedAt < IDLE_AFTER_MS ? EVERY_MS.used : EVERY_MS.idle);
	};
	const run = async () => {
		clearTimeout(timer);
		try {
			await ask();
			say();
		} catch (failure) {
			say(failure instanceof TypeError ? 'n8n cannot be reached. Tries again' : failure.message);
		}
		next();
	};
	for (const sign of ['pointerdown', 'keydown']) {
		document.addEventListener(sign, () => {
			usedAt = Date.now();
		});
	}
	document.addEventListener('visibilitychange', () => {
		if (document.hidden) clearTimeout(timer);
		else void run();
	});
	next();
}
