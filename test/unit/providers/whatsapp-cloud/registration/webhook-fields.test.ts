import {
	fieldsFor,
	fieldsOfTheAppOnly,
} from '../../../../../core/providers/whatsapp-cloud/registration/webhook-fields';

test('what an account or a number can have sent elsewhere does not wait for the callback URL of the app', () => {
	const elsewhere = ['messages', 'calls', 'history', 'standby', 'group_status_update'];
	expect(fieldsOfTheAppOnly([...elsewhere, 'account_update'])).toEqual(['account_update']);
});

test.each([
	['nameUpdate', ['business_username_updates', 'messages', 'phone_number_name_update']],
	['history', ['history', 'messages']],
] as const)('the account event %s subscribes to its fields, beside messages', (event, fields) => {
	expect(fieldsFor({ kinds: ['account'], accountEvents: [event] })).toEqual(fields);
});
