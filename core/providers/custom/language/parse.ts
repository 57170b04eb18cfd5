import type { Result } from '../../../lib/result';
import { ALTERNATIVES, HELPER_NAMES, helperNamed } from './helpers';
import type { Expression, Node, Path, Segment } from './syntax';

/** Far more than a field needs, and short enough for nesting never to reach the end of the call stack. */
const MAX_LENGTH = 1000;

const NAME = /[^\s.[\]()|,'"*{}]+/y;
const DIGITS = /\d{1,9}/y;
const SPACE = /\s*/y;

/** A fault in an expression, behind so many characters. */
class SyntaxFault extends Error {
	constructor(
		message: string,
		readonly position: number,
	) {
		super(message);
	}
}

/**
 * Reads one expression by recursive descent.
 *
 * ```
 * template   = { text | "{{" pipe "}}" }
 * pipe       = source { "|" name [ arguments ] }
 * source     = constant | name arguments | path
 * arguments  = "(" pipe { "," pipe } ")"
 * path       = ( "$" | step ) { "." step | "[" ( number | "*" | constant ) "]" }
 * step       = name [ "*" ]
 * ```
 */
class Parser {
	private position = 0;

	constructor(private readonly text: string) {}

	/** Text with expressions in double braces, or one expression alone. */
	parse(): Node {
		if (this.text.includes('{{')) return this.template();
		const node = this.pipe();
		if (this.position < this.text.length) {
			this.fail(`${this.next()} is not expected here; helpers stand behind |, as in from | e164`);
		}
		return node;
	}

	private template(): Node {
		const parts: Node[] = [];
		for (;;) {
			const open = this.text.indexOf('{{', this.position);
			const text = this.text.slice(this.position, open < 0 ? undefined : open);
			if (text !== '') parts.push({ kind: 'constant', text });
			if (open < 0) return { kind: 'template', parts };
			this.position = open + 2;
			parts.push(this.pipe());
			if (!this.text.startsWith('}}', this.position)) this.fail(`}} is missing before ${this.next()}`);
			this.position += 2;
		}
	}

	private pipe(): Node {
		let node = this.source();
		while (this.skip('|')) {
			const { position } = this;
			const name = this.take(NAME) ?? this.fail(`the name of a helper is missing before ${this.next()}`);
			node = this.call(name, position, [node, ...this.callArguments()]);
		}
		return node;
	}

	private source(): Node {
		const constant = this.constant();
		if (constant !== undefined) return { kind: 'constant', text: constant };
		const { position } = this;
		const name = this.take(NAME);
		if (name !== undefined && this.text.charAt(this.position) === '(') {
			return this.call(name, position, this.callArguments());
		}
		this.position = position;
		return { kind: 'path', path: this.path() };
	}

	private callArguments(): Node[] {
		if (!this.skip('(')) return [];
		const given: Node[] = [];
		if (this.skip(')')) return given;
		do given.push(this.pipe());
		while (this.skip(','));
		if (!this.skip(')')) this.fail(`) is missing before ${this.next()}`);
		return given;
	}

	/** @param given what stands before the pipe, if there is one, then what stands in parentheses */
	private call(name: string, position: number, given: readonly Node[]): Node {
		const failHere = (message: string): never => this.fail(message, position);
		if (ALTERNATIVES.includes(name)) {
			return given.length > 1
				? { kind: 'first', options: given }
				: failHere(`${name} chooses between several, as in first(text, message) or text | default("-")`);
		}
		const helper = helperNamed(name);
		if (helper === undefined) {
			return failHere(`there is no helper "${name}"; there are ${HELPER_NAMES.join(', ')}`);
		}
		const [least, most] = helper.texts ?? [0, 0];
		const usage = `write it like ${helper.usage}`;
		const [input, ...rest] = given;
		if (input === undefined) return failHere(`${name} has nothing to work on; ${usage} behind a path and |`);
		const texts = rest.flatMap((node) => (node.kind === 'constant' ? [node.text] : []));
		if (texts.length < rest.length) return failHere(`${name} takes texts in quotes only; ${usage}`);
		if (texts.length < least) return failHere(`${name} needs a text in quotes; ${usage}`);
		if (texts.length > most) return failHere(`${name} takes no more than ${most} texts; ${usage}`);
		const fault = helper.fault?.(texts);
		return fault === undefined ? { kind: 'call', helper: name, input, texts } : failHere(fault);
	}

	private path(): Path {
		this.take(SPACE);
		const segments: Segment[] = [];
		const first = this.text.charAt(this.position) === '[' ? undefined : this.step();
		const fromBody = first?.kind === 'key' && first.key === '$';
		if (first !== undefined && !fromBody) segments.push(first);
		for (;;) {
			if (this.skip('.')) segments.push(this.step());
			else if (this.skip('[')) segments.push(this.bracket());
			else return { fromBody, segments };
		}
	}

	private step(): Segment {
		const name = this.take(NAME);
		if (name === undefined) {
			return this.fail(
				`the name of a field is missing before ${this.next()}; write [*] for every element of a list, and constants in quotes`,
			);
		}
		if (this.text.charAt(this.position) !== '*') return { kind: 'key', key: name };
		this.position += 1;
		return { kind: 'numbered', prefix: name };
	}

	private bracket(): Segment {
		const segment = this.bracketed();
		if (!this.skip(']')) this.fail(`] is missing before ${this.next()}`);
		return segment;
	}

	private bracketed(): Segment {
		if (this.skip('*')) return { kind: 'every' };
		const key = this.constant();
		if (key !== undefined) return { kind: 'key', key };
		const digits = this.take(DIGITS);
		return digits === undefined
			? this.fail(`in brackets stands a number, * or a name in quotes, not ${this.next()}`)
			: { kind: 'index', index: Number(digits) };
	}

	/** A text in single or double quotes. There are no escapes: a text with one kind stands in the other. */
	private constant(): string | undefined {
		this.take(SPACE);
		const quote = this.text.charAt(this.position);
		if (quote !== '"' && quote !== "'") return undefined;
		const end = this.text.indexOf(quote, this.position + 1);
		if (end < 0) this.fail(`the closing ${quote} is missing`);
		const constant = this.text.slice(this.position + 1, end);
		this.position = end + 1;
		this.take(SPACE);
		return constant;
	}

	/** Goes over a sign and the space around it, if it is the next one. */
	private skip(sign: string): boolean {
		this.take(SPACE);
		if (!this.text.startsWith(sign, this.position)) return false;
		this.position += sign.length;
		this.take(SPACE);
		return true;
	}

	private take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.position;
		const taken = pattern.exec(this.text)?.[0];
		this.position += taken?.length ?? 0;
		return taken;
	}

	private next(): string {
		return this.position < this.text.length ? `"${this.text.charAt(this.position)}"` : 'the end';
	}

	private fail(message: string, position = this.position): never {
		throw new SyntaxFault(message, position);
	}
}

/** The message names the character, too. */
export type Parsed = Result<{ expression: Expression }, { position: number; message: string }>;

/** An expression as a person writes it, such as `first(sender, msisdn) | e164`, or what is wrong with it and where. */
export function parseExpression(source: string): Parsed {
	try {
		if (source.length > MAX_LENGTH) {
			throw new SyntaxFault(`is longer than ${MAX_LENGTH} characters`, MAX_LENGTH);
		}
		return { ok: true, expression: { source, root: new Parser(source).parse() } };
	} catch (fault) {
		if (!(fault instanceof SyntaxFault)) throw fault;
		const { position, message } = fault;
		return { ok: false, position, message: `${message} (at character ${position + 1} of ${source})` };
	}
}

/** A text of a request, in which expressions stand in double braces; without any it is a constant. */
export function parseText(source: string): Parsed {
	return source.includes('{{')
		? parseExpression(source)
		: { ok: true, expression: { source, root: { kind: 'constant', text: source } } };
}
