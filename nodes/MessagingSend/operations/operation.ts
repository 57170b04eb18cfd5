import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ProviderName } from '../../../core';
import type { Content } from '../messages/form';
import type { ItemReader } from '../../shared/reader';

/** One operation as the panel shows it: its entry in the list and its fields. */
export interface PanelOperation {
	option: INodePropertyOptions;
	providers: readonly ProviderName[];
	fields: INodeProperties[];
}

/** One operation that sends, and what an item becomes. */
export interface Operation extends PanelOperation {
	/** The content of the message; core checks it. */
	read(reader: ItemReader): Content;
	/** How the node gets to know the consent of the person; absent where there is none, as marking as read writes to nobody. */
	consentAdvice?: string;
}
