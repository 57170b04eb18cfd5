import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { OWN } from './custom-gateway';

/** A description of a custom gateway as a panel asks for it: a ready one or one's own, with samples to try it on. */
interface DescribedGateway {
	show: NonNullable<IDisplayOptions['show']>;
	/** `Mapping`, the label; in lower case the name of its parameter. */
	label: string;
	description: string;
	ready: readonly INodePropertyOptions[];
	own: { description: string; written: string; example: object };
	samples: readonly INodeProperties[];
	/** Of the list that shows what comes of the samples, and what it calls them. */
	preview: { method: string; samples: string };
}

/** The fields that describe one side of a custom gateway. */
export function gatewayDescriptionFields(gateway: DescribedGateway): INodeProperties[] {
	const { show, label, own, samples, preview } = gateway;
	const [name, ownName] = [label.toLowerCase(), `own${label}`];
	const fixed = { noDataExpression: true, displayOptions: { show } };
	return [
		{
			displayName: label,
			name,
			type: 'options',
			...fixed,
			options: [...gateway.ready, { name: 'Own', value: OWN, description: own.description }],
			default: OWN,
			description: gateway.description,
		},
		{
			displayName: `Own ${label}`,
			name: ownName,
			type: 'json',
			noDataExpression: true,
			displayOptions: { show: { ...show, [name]: [OWN] } },
			default: JSON.stringify(own.example, null, 2),
			description: own.written,
		},
		...samples.map((sample) => ({ ...sample, ...fixed })),
		{
			displayName: 'Check Name or ID',
			name: 'check',
			type: 'options',
			displayOptions: { show },
			typeOptions: {
				loadOptionsMethod: preview.method,
				loadOptionsDependsOn: [name, ownName, ...samples.map((sample) => sample.name)],
			},
			default: '',
			description: `Open it to see what the ${name} makes of the ${preview.samples}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		},
	];
}
