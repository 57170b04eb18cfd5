/** How a figure that was sampled over a long time moved. Pure. */

export interface Sample {
	/** Since the first sample. */
	seconds: number;
	value: number;
}

/** The samples in four parts of equal length. */
function quartersOf(samples: readonly Sample[]): Sample[][] {
	const end = Math.max(...samples.map(({ seconds }) => seconds));
	const quarters: Sample[][] = [[], [], [], []];
	for (const sample of samples) quarters[Math.min(3, Math.floor((4 * sample.seconds) / end))]?.push(sample);
	return quarters;
}

const valuesOf = (samples: readonly Sample[]) =>
	samples.map(({ value }) => value).toSorted((one, other) => one - other);

/** One figure a quarter: the median, or the lowest, which is what a heap has left after its collections. */
export function quarterFigures(samples: readonly Sample[], take: 'median' | 'lowest'): number[] {
	return quartersOf(samples).map((quarter) => {
		const values = valuesOf(quarter);
		return values[take === 'lowest' ? 0 : Math.floor(values.length / 2)] ?? NaN;
	});
}

/** Least squares over the samples after the first quarter, in which a process fills its caches. Units an hour. */
export function slopePerHour(samples: readonly Sample[]): number {
	const [, ...rest] = quartersOf(samples);
	const points = rest.flat();
	const mean = (of: (sample: Sample) => number) =>
		points.reduce((sum, sample) => sum + of(sample), 0) / points.length;
	const [middle, level] = [mean(({ seconds }) => seconds), mean(({ value }) => value)];
	const spread = mean(({ seconds }) => (seconds - middle) ** 2);
	if (points.length < 2 || spread === 0) return 0;
	return (mean(({ seconds, value }) => (seconds - middle) * (value - level)) / spread) * 3_600;
}

export interface GrowthBound {
	/** From the second quarter to the last, as a share of the second. */
	share: number;
	/** What may be added at all events. */
	floor: number;
}

/** Whether a figure grew from the second quarter to the last by more than the bound lets it. */
export function hasGrown(figures: readonly number[], { share, floor }: GrowthBound): boolean {
	const [, second = NaN, , last = NaN] = figures;
	return last - second > Math.max(floor, second * share);
}
