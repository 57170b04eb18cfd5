import type { Romanisation } from './languages/language';

/**
 * How people type Greek and Cyrillic on a Latin keyboard, one common way each ("parakalo", "pozhaluysta").
 * Longer groups come before their letters.
 */
const LETTERS: Record<Romanisation, string> = {
	greek:
		'ου=ou, αυ=av, ευ=ev, μπ=b, ντ=nt, γγ=gg, γκ=gk, α=a, β=v, γ=g, δ=d, ε=e, ζ=z, η=i, θ=th, ι=i, κ=k, λ=l, μ=m, ν=n, ξ=x, ο=o, π=p, ρ=r, σ=s, ς=s, τ=t, υ=i, φ=f, χ=x, ψ=ps, ω=o',
	cyrillic:
		'а=a, б=b, в=v, г=g, д=d, е=e, ё=e, ж=zh, з=z, и=i, й=y, к=k, л=l, м=m, н=n, о=o, п=p, р=r, с=s, т=t, у=u, ф=f, х=h, ц=c, ч=ch, ш=sh, щ=sch, ъ=, ы=y, ь=, э=e, ю=yu, я=ya, і=i, ї=yi, є=ye, ґ=g',
};

const TABLES: Record<Romanisation, [from: string, to: string][]> = {
	greek: tableOf(LETTERS.greek),
	cyrillic: tableOf(LETTERS.cyrillic),
};

function tableOf(letters: string): [string, string][] {
	return letters.split(', ').map((pair) => {
		const [from = '', to = ''] = pair.split('=');
		return [from, to];
	});
}

/** Vocabulary entries as they look in Latin letters. */
export function romanise(list: string, script: Romanisation): string {
	const plain = list
		.toLowerCase()
		.normalize('NFD')
		.replace(script === 'greek' ? /\p{M}/gu : /\u0301/gu, '')
		.normalize('NFC');
	return TABLES[script].reduce((text, [from, to]) => text.replaceAll(from, to), plain);
}
