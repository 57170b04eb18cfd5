import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ProviderName } from '../../../core';
import type { Content } from '../messages/form';
import type { ItemReader } from '../../shared/reader';

/** One operation of Messaging Send: its entry in the list, its fields and what an item becomes. */
export interface Operation {
	option: INodePropertyOptions;
	providers: readonly ProviderName[];
	fields: INodeProperties[];
	/** The content of the message; core checks it. */
	read(reader: ItemReader): Content;
	/** How the node gets to know the consent of the person; absent where there is none, as marking as read writes to nobody. */
	consentAdvice?: string;
}
