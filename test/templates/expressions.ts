/** What n8n's expressions come to: whether all that one gives out has gone through a function. */

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** An expression with nothing within its brackets and quotes, of the same length: what stands there cannot lead out. */
function outlineOf(expression: string): string {
	const open: string[] = [];
	let quote = '';
	let outline = '';
	for (let at = 0; at < expression.length; at += 1) {
		const letter = expression[at] ?? '';
		const isOutside = open.length === 0 && quote === '';
		if (quote !== '') {
			if (letter === '\\') {
				at += 1;
				outline += '··';
				continue;
			}
			if (letter === quote) quote = '';
		} else if (/["'`]/.test(letter)) quote = letter;
		else if (CLOSERS[letter] !== undefined) open.push(CLOSERS[letter]);
		else if (letter === open.at(-1)) open.pop();
		const isBack = open.length === 0 && quote === '';
		outline += isOutside || isBack ? letter : '·';
	}
	return outline;
}

/** What an expression may give out: the ends of all its ternaries. */
function endsOf(expression: string): string[] {
	const text = expression.trim();
	const outline = outlineOf(text);
	const question = outline.indexOf(' ? ');
	if (question < 0) return [text];
	let open = 0;
	for (let at = question; at < outline.length; at += 1) {
		const part = outline.slice(at, at + 3);
		if (part === ' ? ') open += 1;
		if (part !== ' : ') continue;
		open -= 1;
		if (open === 0) return [...endsOf(text.slice(question + 3, at)), ...endsOf(text.slice(at + 3))];
	}
	return [text];
}

const isOwnText = (expression: string) => /^'[^'\\]*'$/.test(expression);

/** A value and what is called on it, one after the other: no operator outside of brackets. */
const isChain = (expression: string) => /^[\w$.·()[\]{}'"]*$/.test(outlineOf(expression));

/** Whether all that comes out of an expression has gone through the call at its end, or is a text of its own. */
export function endsWithCall(expression: string, call: string): boolean {
	return endsOf(expression).every((end) => isOwnText(end) || (isChain(end) && end.endsWith(call)));
}
