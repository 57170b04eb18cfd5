import { readText } from '../../shared/parameters';
import { bodyField, footerField, type MessageForm } from './form';
import { textField } from '../../shared/fields';

interface Section {
	title: string;
	rows: { id: string; title: string; description: string }[];
}

/** Rows of one section stand together, in the order in which each section first appears. */
function sectionsOf(rows: readonly Record<string, unknown>[]): Section[] {
	const sections = new Map<string, Section>();
	for (const { section, id, title, description } of rows) {
		const name = readText(section);
		const known = sections.get(name) ?? { title: name, rows: [] };
		sections.set(name, known);
		known.rows.push({
			id: readText(id) || readText(title),
			title: readText(title),
			description: readText(description),
		});
	}
	return [...sections.values()];
}

export const list: MessageForm = {
	type: 'list',
	name: 'List',
	description: 'A text with a menu of up to ten rows to choose from',
	fields: [
		bodyField,
		textField('Button Label', 'buttonText', {
			required: true,
			placeholder: 'e.g. Choose a time',
			description: 'Opens the list; up to 20 characters',
		}),
		{
			displayName: 'Rows',
			name: 'rows',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, maxAllowedFields: 10 },
			placeholder: 'Add Row',
			default: { row: [{ title: '', description: '', id: '', section: '' }] },
			options: [
				{
					displayName: 'Row',
					name: 'row',
					values: [
						textField('Title', 'title', { placeholder: 'e.g. 7 pm', description: 'Up to 24 characters' }),
						textField('Description', 'description', {
							placeholder: 'e.g. Two tables left',
							description: 'Up to 72 characters',
						}),
						textField('Value', 'id', {
							placeholder: 'e.g. slot-19',
							description: 'Comes back as payload when the row is chosen. Leave empty to get the title.',
						}),
						textField('Section', 'section', {
							placeholder: 'e.g. Evening',
							description: 'Rows of the same section stand together under its name',
						}),
					],
				},
			],
		},
		{ displayName: 'Header', name: 'headerText', type: 'string', default: '', placeholder: 'e.g. Tables' },
		footerField,
	],
	read: (reader) => ({
		type: 'list',
		body: reader.text('body'),
		headerText: reader.text('headerText'),
		footer: reader.text('footer'),
		buttonText: reader.text('buttonText'),
		sections: sectionsOf(reader.rows('rows', 'row')),
	}),
};
