/** What was found, or what is wrong; by default with one field of what somebody filled in. */
export type Result<Found extends object, Problem extends object = FieldProblem> =
	({ ok: true } & Found) | ({ ok: false } & Problem);

/** One value, or what is wrong. */
export type Reading<Value, Problem extends object = FieldProblem> = Result<{ value: Value }, Problem>;

/** A field that is at fault, so that nothing was done. */
export interface FieldProblem {
	ok: false;
	/** The path of the member, `buttons.0.title`. */
	field: string;
	/** A sentence for the person who filled it in. */
	message: string;
}

export function problem(field: string, message: string): FieldProblem {
	return { ok: false, field, message };
}

export function found<Value>(value: Value): Reading<Value> {
	return { ok: true, value };
}

/** A reading of what is made of the value; a problem stays what it is. */
export function mapFound<Value, Made>(reading: Reading<Value>, make: (value: Value) => Made): Reading<Made> {
	return reading.ok ? found(make(reading.value)) : reading;
}
