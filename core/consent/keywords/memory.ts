/**
 * Results by key, worked out once. Forgets them all when they become too many, so that no input fills it for good.
 */
export function memory<Value extends object>(most: number): (key: string, workOut: () => Value) => Value {
	const known = new Map<string, Value>();
	return (key, workOut) => known.get(key) ?? keep(known, most, key, workOut());
}

/** The same of a function of the key alone. */
export function remembered<Value extends object>(
	most: number,
	workOut: (key: string) => Value,
): (key: string) => Value {
	const known = new Map<string, Value>();
	return (key) => known.get(key) ?? keep(known, most, key, workOut(key));
}

function keep<Value>(known: Map<string, Value>, most: number, key: string, value: Value): Value {
	if (known.size >= most) known.clear();
	known.set(key, value);
	return value;
}

/** Adds to the list of a key. */
export function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
	const known = lists.get(key);
	if (known === undefined) lists.set(key, [value]);
	else known.push(value);
}
