import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { QUESTION, questionName, readResumeUrl, writeReference, type Reference } from '../../../core';
import { readText } from '../../shared/parameters';

/** The question that an execution of the node is about to ask. */
export interface Asking {
	reference: Reference;
	/** The same in writing. */
	written: string;
	/** Of all waiting executions of this n8n. */
	base: string;
}

const askings = new WeakMap<IExecuteFunctions, Asking>();

/** Nothing where this n8n is of version 1 and signs no address. */
function resumeUrlOf(context: IExecuteFunctions): string | undefined {
	if (!('getSignedResumeUrl' in context)) return undefined;
	const run = Number(readText(context.getWorkflowDataProxy(0).$runIndex));
	return context.getSignedResumeUrl({ [QUESTION]: questionName(run, Date.now()) });
}

/** The same for every part of one execution of the node. */
export function askingOf(context: IExecuteFunctions): Asking {
	const known = askings.get(context);
	if (known !== undefined) return known;
	const url = resumeUrlOf(context);
	const reference = url === undefined ? undefined : readResumeUrl(url);
	if (url === undefined || reference === undefined) {
		throw new NodeOperationError(context.getNode(), 'This n8n cannot wait for a reply', {
			description:
				'Its waiting executions have another kind of address. Update n8n to version 2.39 or later.',
			failure: { cause: 'configuration-invalid' },
		});
	}
	const asking = { reference, written: writeReference(reference), base: baseOf(url) };
	askings.set(context, asking);
	return asking;
}

/** @param url of one waiting execution */
export function baseOf(url: string): string {
	return url.replace(/\?.*$/s, '').replace(/(?:\/[^/]*){2}$/, '');
}
