import type { INodePropertyOptions } from 'n8n-workflow';

/** Kinds of messages that somebody can refuse apart, by the values of core's topics. */
export const topicOptions: INodePropertyOptions[] = [
	{ name: 'Offers', value: 'offers' },
	{ name: 'Order Updates', value: 'orderUpdates' },
	{ name: 'Reminders', value: 'reminders' },
	{ name: 'Surveys', value: 'surveys' },
];

/**
 * What an opt-out can cover.
 *
 * @param marketing what follows from an opt-out of marketing in the panel at hand
 */
export const scopeOptions = (marketing: string): INodePropertyOptions[] => [
	{ name: 'All Messages', value: 'all' },
	{ name: 'Marketing', value: 'marketing', description: marketing },
	...topicOptions,
];
