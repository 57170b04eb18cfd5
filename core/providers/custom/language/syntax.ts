/** One step of a path. */
export type Segment =
	| { kind: 'key'; key: string }
	| { kind: 'index'; index: number }
	/** Every element of a list, `[*]`. */
	| { kind: 'every' }
	/** The members `name0`, `name1`, … in the order of their numbers, `name*`: forms have no lists. */
	| { kind: 'numbered'; prefix: string };

export interface Path {
	/** From the whole body instead of the element of a batch. */
	fromBody: boolean;
	segments: readonly Segment[];
}

export type Node =
	| { kind: 'constant'; text: string }
	| { kind: 'path'; path: Path }
	/** The first that finds something. */
	| { kind: 'first'; options: readonly Node[] }
	| { kind: 'call'; helper: string; input: Node; texts: readonly string[] }
	| { kind: 'template'; parts: readonly Node[] };

/** An expression of a mapping or a request template, ready to be evaluated. */
export interface Expression {
	/** As a person wrote it. */
	source: string;
	root: Node;
}
