import type { INodeProperties } from 'n8n-workflow';

interface Choice {
	/** Of the list search. */
	method: string;
	/** `Select a number…` */
	select: string;
	/** Of the mode in which a person types it. */
	byHand: string;
	placeholder: string;
	hint?: string;
	/** What it has to look like, and what to say of it otherwise. */
	pattern?: readonly [regex: string, complaint: string];
}

/** What a resource locator has besides its label: a list to choose from, and a field for the ID. */
export function chosenFrom({
	method,
	select,
	byHand,
	placeholder,
	hint,
	pattern,
}: Choice): Pick<INodeProperties, 'type' | 'default' | 'modes'> {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: select,
				typeOptions: { searchListMethod: method, searchable: true },
			},
			{
				displayName: byHand,
				// n8n shows "By ID" for a mode of this name, whatever its label says.
				name: byHand === 'By ID' ? 'id' : 'name',
				type: 'string',
				placeholder,
				...(hint !== undefined && { hint }),
				...(pattern && {
					validation: [{ type: 'regex', properties: { regex: pattern[0], errorMessage: pattern[1] } }],
				}),
			},
		],
	};
}
