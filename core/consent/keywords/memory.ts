/** Results by key, worked out once. Forgets them all when they become too many, so that no input fills it for good. */
export function memory<Value extends object>(most: number): (key: string, workOut: () => Value) => Value {
	const known = new Map<string, Value>();
	return (key, workOut) => {
		const remembered = known.get(key);
		if (remembered !== undefined) return remembered;
		const value = workOut();
		if (known.size >= most) known.clear();
		known.set(key, value);
		return value;
	};
}
