import { WhatsAppCloudApi } from '../../../credentials/WhatsAppCloudApi.credentials';

test.each(['appId', 'verifyToken'])('the field %s says that saving does not test it', (name) => {
	const credential = new WhatsAppCloudApi();
	const field = credential.properties.find((property) => property.name === name);
	expect(JSON.stringify(credential.test)).not.toContain(`$credentials.${name}`);
	expect(field?.description).toMatch(/saving (?:does not|cannot) test/i);
});
