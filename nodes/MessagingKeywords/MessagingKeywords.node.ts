import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { keywordEvaluator } from './evaluate';
import { keywordFields } from './fields';
import { OUTPUTS } from './outputs';

export class MessagingKeywords implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messaging Keywords',
		name: 'messagingKeywords',
		icon: {
			light: 'file:../../icons/messaging-keywords.svg',
			dark: 'file:../../icons/messaging-keywords.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["preset"] + " keywords" }}',
		description: 'Tells opt-in, opt-out, help and your own keywords apart in what people write',
		defaults: { name: 'Messaging Keywords' },
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS.map(() => NodeConnectionTypes.Main),
		outputNames: OUTPUTS.map(({ name }) => name),
		usableAsTool: true,
		properties: keywordFields,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const evaluate = keywordEvaluator(this);
		const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
		for (const [itemIndex, input] of this.getInputData().entries()) {
			try {
				const { match, item } = evaluate(itemIndex, input);
				outputs[OUTPUTS.findIndex(({ category }) => category === match.category)]?.push(item);
			} catch (failure) {
				const error = new NodeOperationError(
					this.getNode(),
					failure instanceof Error ? failure : String(failure),
					{ itemIndex },
				);
				if (!this.continueOnFail()) throw error;
				outputs[OUTPUTS.length - 1]?.push({
					json: { ...input.json, error: error.message },
					error,
					pairedItem: { item: itemIndex },
				});
			}
		}
		return await Promise.resolve(outputs);
	}
}
