import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { askAndWait } from './questions/ask';
import { handOverItems } from './questions/hand-over';
import { sendItems } from './send';

/** What the chosen operation does with the items; most send a message for each. */
export async function executeOperation(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	switch (context.getNodeParameter('operation', 0)) {
		case 'sendAndWait':
			return await askAndWait(context);
		case 'handOverAnswer':
			return await handOverItems(context);
		default:
			return await sendItems(context);
	}
}
