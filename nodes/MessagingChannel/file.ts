import type { OperationFile } from '../../core';
import type { ItemReader } from '../shared/reader';

/** A file of the item, as core takes it. */
export async function fileOf(
	{ context, itemIndex }: ItemReader,
	binaryField: string,
): Promise<OperationFile> {
	const { mimeType, fileName = 'file' } = context.helpers.assertBinaryData(itemIndex, binaryField);
	const content = await context.helpers.getBinaryDataBuffer(itemIndex, binaryField);
	return { content: new Uint8Array(content), mimeType, filename: fileName };
}
