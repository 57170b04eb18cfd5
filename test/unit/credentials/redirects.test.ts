import type { ICredentialType } from 'n8n-workflow';
import { PROVIDER_ACCESS } from '../../../nodes/shared/providers';

const CREDENTIALS: ICredentialType[] = Object.values(PROVIDER_ACCESS).map(({ credential }) => credential);

test.each(CREDENTIALS.map((credential) => [credential.displayName, credential] as const))(
	'the test of %s carries nothing to where the address redirects to',
	(_name, credential) => {
		expect(credential.test?.request).toMatchObject({ disableFollowRedirect: true });
	},
);
