import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { MessagingChannel } from '../../../nodes/MessagingChannel/MessagingChannel.node';
import { operationOf } from '../../../nodes/MessagingChannel/operations';
import { MessagingKeywords } from '../../../nodes/MessagingKeywords/MessagingKeywords.node';
import { MessagingSend } from '../../../nodes/MessagingSend/MessagingSend.node';
import { MessagingTrigger } from '../../../nodes/MessagingTrigger/MessagingTrigger.node';

interface Action {
	text: string;
	chosen: INodeParameters;
}

function optionsOf({ options = [] }: INodeProperties) {
	return options.flatMap((option) => ('value' in option ? [option] : []));
}

/** The first value of everything that the list of operations shows for, as the editor of n8n 2.41 takes it. */
function conditionsOf({ displayOptions }: INodeProperties): INodeParameters {
	const conditions: INodeParameters = {};
	for (const [name, [first] = []] of Object.entries(displayOptions?.show ?? {})) {
		if (typeof first === 'string') conditions[name] = first;
	}
	return conditions;
}

function actionsOfList(list: INodeProperties): Action[] {
	return optionsOf(list).map(({ action = '', value }) => ({
		text: action,
		chosen: { operation: value, ...conditionsOf(list) },
	}));
}

/** What the node creator lists: for each choice of each list of resources, the first list of operations that shows for it. */
function actionsOf({ properties }: INodeTypeDescription): Action[] {
	const lists = properties.filter(({ name }) => name === 'operation');
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(optionsOf);
	if (resources.length === 0) return lists.slice(0, 1).flatMap(actionsOfList);
	return resources.flatMap(({ value }) =>
		lists
			.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(value))
			.slice(0, 1)
			.flatMap(actionsOfList),
	);
}

/** What a node is made with that was chosen by its action. */
function madeWith(description: INodeTypeDescription, chosen: INodeParameters): INodeParameters {
	return NodeHelpers.getNodeParameters(description.properties, chosen, true, false, null, description) ?? {};
}

const channel = new MessagingChannel().description;
const send = new MessagingSend().description;

test.each([
	['Messaging Channel', channel],
	['Messaging Send', send],
])('%s lists every action once', (_name, description) => {
	const texts = actionsOf(description).map(({ text }) => text);
	expect(texts.length).toBeGreaterThan(0);
	expect([...new Set(texts)]).toEqual(texts);
});

test.each(actionsOf(channel))('"$text" presets a provider that can do it, WhatsApp first', ({ chosen }) => {
	const { provider, resource, operation } = madeWith(channel, chosen);
	const forms = Object.keys(operationOf(resource, operation)?.forms ?? {});
	expect(forms).toContain(provider);
	expect(provider === 'whatsAppCloud' || !forms.includes('whatsAppCloud')).toBe(true);
});

test.each([
	['Register number · WhatsApp Cloud', 'whatsAppCloud'],
	['Buy number · Infobip', 'infobip'],
	['Activate number · Sinch', 'sinch'],
	['Check channel', 'whatsAppCloud'],
])('"%s" is there for %s', (text, provider) => {
	const [action] = actionsOf(channel).filter((one) => one.text === text);
	expect(madeWith(channel, action?.chosen ?? {})).toMatchObject({ provider });
});

test.each(actionsOf(send))('"$text" of Messaging Send names no provider by itself', ({ chosen }) => {
	expect(chosen).not.toHaveProperty('provider');
	const starts = chosen.operation === 'sendAndWait' || chosen.operation === 'sendTemplate';
	const provider = starts ? 'whatsAppCloud' : 'item';
	expect(madeWith(send, chosen)).toMatchObject({ provider });
});

const trigger = new MessagingTrigger().description;

test('the trigger reads right without its last word, and says what each of its actions starts on', () => {
	expect(trigger.displayName).toBe('WhatsApp & SMS Messaging Trigger');
	const [list] = trigger.properties.filter(({ displayName }) => displayName === 'Trigger On');
	expect(list && optionsOf(list).map(({ action, value }) => [action, value])).toEqual([
		['On delivery status', 'feedback'],
		['On message received', 'inbound'],
		['On selected events', 'selected'],
	]);
});

test('the canvas says in words what is chosen, whatever it is', () => {
	const { subtitle, properties } = new MessagingKeywords().description;
	const [preset] = properties.filter(({ name }) => name === 'preset');
	const [purpose] = trigger.properties.filter(({ name }) => name === 'purpose');
	for (const { value } of preset ? optionsOf(preset) : []) expect(subtitle).toContain(` ${String(value)}: "`);
	for (const { value } of purpose ? optionsOf(purpose) : [])
		expect(trigger.subtitle).toContain(` ${String(value)}: "`);
	expect([preset, purpose].map((field) => field && optionsOf(field).length)).toEqual([3, 3]);
});

test.each([
	['inbound', ['messageTypes']],
	['feedback', ['finalOnly', 'statuses']],
	['selected', ['accountEvents', 'finalOnly', 'messageTypes', 'statuses']],
])('for %s the trigger offers only filters that can match', (purpose, expected) => {
	const [filters] = trigger.properties.filter(({ name }) => name === 'filters');
	const kinds = ['accountEvents', 'finalOnly', 'messageTypes', 'statuses'];
	const shown = (filters?.options ?? []).filter(
		(option) =>
			'displayName' in option &&
			kinds.includes(option.name) &&
			NodeHelpers.displayParameter({}, option, null, null, { purpose }),
	);
	expect(shown.map(({ name }) => name)).toEqual(expected);
});

test('n8n knows Messaging Send for a node that asks a human', () => {
	const values = send.properties.flatMap((field) =>
		field.name === 'operation' ? optionsOf(field).map(({ value }) => value) : [],
	);
	expect(values).toContain('sendAndWait');
	expect(send.webhooks).toMatchObject([{ path: '={{ $nodeId }}', restartWebhook: true, isFullPath: true }]);
	const names = send.properties.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['message', 'responseType', 'approvalOptions']));
});
