import type { DisplayCondition, INodeProperties } from 'n8n-workflow';

type More = Partial<Omit<INodeProperties, 'displayName' | 'name' | 'type'>>;

/** A field for text, empty at first. */
export function textField(displayName: string, name: string, more: More = {}): INodeProperties {
	return { displayName, name, type: 'string', default: '', ...more };
}

/** For a condition of display: that the field was added. */
export const isGiven = (): DisplayCondition[] => [{ _cnd: { exists: true } }];
