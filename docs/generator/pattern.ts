/** Texts that a regular expression of a numbering plan describes: groups, alternatives, classes of digits and quantifiers. */
interface Texts {
	/** How many there are. */
	count: number;
	/** @param random gives a number from 0 to less than 1 */
	pick: (random: () => number) => string;
}

const NOTHING: Texts = { count: 1, pick: () => '' };

function one(characters: readonly string[]): Texts {
	return {
		count: characters.length,
		pick: (random) => characters[Math.floor(random() * characters.length)] ?? '',
	};
}

function inTurn(parts: readonly Texts[]): Texts {
	return {
		count: parts.reduce((product, { count }) => product * count, 1),
		pick: (random) => parts.map((part) => part.pick(random)).join(''),
	};
}

/** Each of them as often as it has texts. */
function anyOf(parts: readonly Texts[]): Texts {
	const count = parts.reduce((sum, part) => sum + part.count, 0);
	return {
		count,
		pick(random) {
			let left = random() * count;
			for (const part of parts) {
				left -= part.count;
				if (left < 0) return part.pick(random);
			}
			return '';
		},
	};
}

const TOKEN = /\(\?:|[()|]|\[[^\]]*\]|\\d|\d|\?|\{\d+(?:,\d+)?\}/g;
const DIGITS = [...'0123456789'];

function repeated(part: Texts, least: number, most: number): Texts {
	const times = Array.from({ length: most - least + 1 }, (_, index) => least + index);
	return anyOf(times.map((count) => inTurn(Array.from({ length: count }, () => part))));
}

export function textsOf(pattern: string): Texts {
	const tokens = pattern.match(TOKEN) ?? [];
	let at = 0;

	function alternatives(): Texts {
		const branches: Texts[][] = [[]];
		for (let token = tokens[at]; token !== undefined && token !== ')'; token = tokens[at]) {
			at += 1;
			if (token === '|') branches.push([]);
			else branches.at(-1)?.push(quantified(atom(token)));
		}
		return anyOf(branches.map((branch) => (branch.length === 0 ? NOTHING : inTurn(branch))));
	}

	function atom(token: string): Texts {
		if (token.startsWith('[')) return one(DIGITS.filter((digit) => new RegExp(token).test(digit)));
		if (token === '\\d') return one(DIGITS);
		if (!token.startsWith('(')) return one([token]);
		const group = alternatives();
		at += 1;
		return group;
	}

	function quantified(part: Texts): Texts {
		const token = tokens[at] ?? '';
		if (token === '?') {
			at += 1;
			return repeated(part, 0, 1);
		}
		if (!token.startsWith('{')) return part;
		at += 1;
		const [least = 0, most = least] = token.slice(1, -1).split(',').map(Number);
		return repeated(part, least, most);
	}

	return alternatives();
}
