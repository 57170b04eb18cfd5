import { AS_IN_ITEM, RECEIVING_PROVIDERS } from '../../shared/providers';
import type { PanelOperation } from './operation';

const showOnlyForHandOver = { operation: ['handOverAnswer'], provider: [...RECEIVING_PROVIDERS, AS_IN_ITEM] };

export const handOverAnswer: PanelOperation = {
	option: {
		name: 'Hand Over Answer',
		value: 'handOverAnswer',
		action: 'Hand over answer',
		description: 'Bring a written reply to the question that an execution waits for the answer of',
	},
	providers: RECEIVING_PROVIDERS,
	fields: [
		{
			displayName: 'Open Questions',
			name: 'openQuestions',
			type: 'json',
			required: true,
			displayOptions: { show: showOnlyForHandOver },
			default: "={{ $('Find Open Questions').all() }}",
			placeholder: "e.g. {{ $('Find Open Questions').all() }}",
			description:
				"Rows of the open questions of this conversation, as the option 'Keep Question With' of Send and Wait for Reply gave them to your workflow. The oldest one that takes the reply has it; a reply that quotes a question goes to that one.",
		},
	],
};
