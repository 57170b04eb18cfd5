/** Line plots as SVG: axes with units, one mark for each series, readable on light and on dark pages. Pure. */

export interface Series {
	name: string;
	points: readonly { x: number; y: number }[];
	/** Drawn with a broken line: a limit, or what is expected. */
	isReference?: boolean;
}

export interface Plot {
	title: string;
	x: string;
	y: string;
	series: readonly Series[];
	/** The highest value of the y axis; what lies above is drawn at the edge. */
	yMax?: number;
}

const WIDTH = 760;
const HEIGHT = 380;
const EDGE = { left: 62, right: 240, top: 44, bottom: 52 };
const LEGEND_STEP = 24;
const TICKS = 5;

/** Told apart by people who see colours differently (Okabe and Ito), and by their marks. */
const COLOURS = ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-size: 15px; font-weight: 600 }
.page { fill: #ffffff }
.grid { stroke: #d0d7de }
.reference { stroke: #57606a; stroke-dasharray: 5 4; fill: none }
.line { fill: none; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.page { fill: #0d1117 }
.grid { stroke: #30363d }
.reference { stroke: #9198a1 }
}`;

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The distance of ticks: 1, 2 or 5 times a power of ten, so that about five of them reach `highest`. */
export function tickStep(highest: number): number {
	const raw = Math.max(highest, 1e-9) / TICKS;
	const power = 10 ** Math.floor(Math.log10(raw));
	const factor = [1, 2, 5, 10].find((each) => each * power >= raw * 0.999) ?? 10;
	return factor * power;
}

function ticksTo(highest: number): number[] {
	const step = tickStep(highest);
	const count = Math.ceil(Number((highest / step).toFixed(6)));
	return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

/** A mark around a point; its shape goes by the series' number. */
function mark(x: number, y: number, index: number): string {
	const shapes = [
		`<circle cx="${x}" cy="${y}" r="4.5"/>`,
		`<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>`,
		`<path d="M${x} ${y - 5.5}l5 9h-10z"/>`,
		`<path d="M${x} ${y - 6}l6 6l-6 6l-6 -6z"/>`,
	];
	return shapes[index % shapes.length] ?? '';
}

/** The plot as one SVG. A series without points is left out. */
export function svgOf({ title, x, y, series, yMax }: Plot): string {
	// The place in the list decides colour and mark, so that a name looks the same in all plots.
	const drawn = series.map((each, place) => ({ ...each, place })).filter(({ points }) => points.length > 0);
	const all = drawn.flatMap(({ points }) => points);
	const xTicks = ticksTo(Math.max(...all.map((point) => point.x)));
	const yTicks = ticksTo(yMax ?? Math.max(...all.map((point) => point.y)));
	const [right = 1, top = 1] = [xTicks.at(-1), yTicks.at(-1)];
	const inner = { width: WIDTH - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };
	const round = (value: number) => Math.round(value * 10) / 10;
	const atX = (value: number) => round(EDGE.left + (value / right) * inner.width);
	const atY = (value: number) => round(EDGE.top + (1 - Math.min(value, top) / top) * inner.height);
	const [bottom, end] = [atY(0), atX(right)];

	const grid = [
		...yTicks.map(
			(tick) =>
				`<path class="grid" d="M${EDGE.left} ${atY(tick)}H${end}"/><text x="${EDGE.left - 8}" y="${atY(tick) + 4}" text-anchor="end">${tick}</text>`,
		),
		...xTicks.map((tick) => `<text x="${atX(tick)}" y="${bottom + 20}" text-anchor="middle">${tick}</text>`),
	];
	const lines = drawn.map(({ name, points, isReference, place }, index) => {
		const colour = COLOURS[place % COLOURS.length] ?? '';
		const path = points.map((point) => `${atX(point.x)} ${atY(point.y)}`).join('L');
		const legendY = EDGE.top + 10 + index * LEGEND_STEP;
		const label = `<text x="${end + 34}" y="${legendY + 4}">${escaped(name)}</text>`;
		const key = `M${end + 10} ${legendY}h18`;
		if (isReference)
			return `<path class="reference" d="M${path}"/><path class="reference" d="${key}"/>${label}`;
		const marks = points.map((point) => mark(atX(point.x), atY(point.y), place)).join('');
		return `<path class="line" stroke="${colour}" d="M${path}${key}"/><g fill="${colour}">${marks}${mark(end + 19, legendY, place)}</g>${label}`;
	});
	const middle = EDGE.top + inner.height / 2;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
		`<style>${STYLE}\n</style>`,
		`<rect class="page" width="${WIDTH}" height="${HEIGHT}"/>`,
		`<text class="title" x="${EDGE.left}" y="26">${escaped(title)}</text>`,
		...grid,
		...lines,
		`<text x="${EDGE.left + inner.width / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escaped(x)}</text>`,
		`<text transform="translate(16 ${middle}) rotate(-90)" text-anchor="middle">${escaped(y)}</text>`,
		'</svg>',
		'',
	].join('\n');
}
