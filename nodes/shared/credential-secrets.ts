import type { IAdditionalCredentialOptions } from 'n8n-workflow';
import type { ProviderName } from '../../core';
import { readWords } from './parameters';
import { PROVIDER_ACCESS } from './providers';

/** From here on a secret cannot stand in a text by chance, as a verify token of one word could. */
const UNMISTAKABLE = 16;

/** What stands in fields of the credential that n8n masks. A proxy in front of the provider may repeat them. */
export function secretsOf(
	provider: ProviderName,
	{ credentialsDecrypted }: IAdditionalCredentialOptions,
): string[] {
	return PROVIDER_ACCESS[provider].credential.properties
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.flatMap(({ name }) => readWords(credentialsDecrypted?.data?.[name]))
		.filter((secret) => secret.length >= UNMISTAKABLE);
}
