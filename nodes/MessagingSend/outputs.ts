/** Names of the outputs by operation. */
const NAMES = {
	handOverAnswer: ['Handed Over', 'Not an Answer'],
	// n8n gives a wait that ran out to the first one.
	sendAndWait: ['No Answer', 'Answered', 'Opted Out'],
};

const USUAL = ['Accepted', 'Suppressed'];

/** n8n evaluates them on the panel, and when a failed item goes to the error output. */
export const OUTPUTS =
	`={{ (${JSON.stringify(NAMES)}[$parameter["operation"]] || ${JSON.stringify(USUAL)}).map((displayName) => ({ type: "main", displayName })) }}` as const;
