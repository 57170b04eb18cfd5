import { filled } from '../../shared/reader';
import type { MessageForm } from './form';
import { textField } from '../../shared/fields';

export const location: MessageForm = {
	type: 'location',
	name: 'Location',
	fields: [
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'number',
			typeOptions: { numberPrecision: 7 },
			required: true,
			default: 0,
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'number',
			typeOptions: { numberPrecision: 7 },
			required: true,
			default: 0,
		},
		textField('Location Name', 'locationName', { placeholder: 'e.g. Harbour Café' }),
		textField('Address', 'address', { placeholder: 'e.g. 12 Quay Street, Cork' }),
	],
	read: (reader) => ({
		type: 'location',
		...filled({
			latitude: reader.text('latitude'),
			longitude: reader.text('longitude'),
			name: reader.text('locationName'),
			address: reader.text('address'),
		}),
	}),
};
