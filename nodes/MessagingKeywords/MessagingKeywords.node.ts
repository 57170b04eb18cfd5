import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { ConsentRecords } from '../shared/consent-records';
import { failedItem, unexpectedFailure } from '../shared/item-failure';
import { KEYWORD_OUTPUTS } from '../shared/keyword-outputs';
import { ParameterReader } from '../shared/reader';
import { evaluateItem } from './evaluate';
import { keywordFields } from './fields';
import { tryMessage } from './try-message';

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
		subtitle:
			'={{ { standard: "Standard keywords", carrier: "Carrier keywords", own: "Own keywords only" }[$parameter["preset"]] }}',
		description: 'Recognize opt-in, opt-out, help and your own keywords in what people write',
		defaults: { name: 'Messaging Keywords' },
		inputs: [NodeConnectionTypes.Main],
		outputs: Object.keys(KEYWORD_OUTPUTS).map(() => NodeConnectionTypes.Main),
		outputNames: Object.values(KEYWORD_OUTPUTS),
		usableAsTool: true,
		properties: keywordFields,
	};

	methods = { listSearch: { tryMessage } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = new Map(
			Object.keys(KEYWORD_OUTPUTS).map((category): [string, INodeExecutionData[]] => [category, []]),
		);
		const parameters = new ParameterReader(this);
		const records = new ConsentRecords();
		for (const [itemIndex, input] of this.getInputData().entries()) {
			try {
				const { category, item } = evaluateItem(parameters, itemIndex, input, records);
				outputs.get(category)?.push(item);
			} catch (thrown) {
				const failure = unexpectedFailure(this, thrown, itemIndex, 'notEvaluated');
				if (!this.continueOnFail()) throw failure.error;
				outputs.get('default')?.push(failedItem(this, input.json, failure, itemIndex));
			}
		}
		return await Promise.resolve([...outputs.values()]);
	}
}
