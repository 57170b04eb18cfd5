import type { IAdditionalCredentialOptions } from 'n8n-workflow';
import type { ProviderName } from '../../core';
import { readText, readWords } from './parameters';
import { PROVIDER_ACCESS } from './providers';

/** From here on a secret cannot stand in a text by chance, as a verify token of one word could. */
const UNMISTAKABLE = 16;

function maskedIn(
	provider: ProviderName,
	{ credentialsDecrypted }: IAdditionalCredentialOptions,
	isWanted: (name: string) => boolean,
): string[] {
	return PROVIDER_ACCESS[provider].credential.properties
		.filter(({ name, typeOptions }) => typeOptions?.password === true && isWanted(name))
		.flatMap(({ name }) => {
			const value = credentialsDecrypted?.data?.[name];
			// Some fields take several secrets, and in others a comma is part of the one.
			return [readText(value).trim(), ...readWords(value)];
		})
		.filter((secret) => secret.length >= UNMISTAKABLE);
}

/** What stands in fields of the credential that n8n masks. A proxy in front of the provider may repeat them. */
export function secretsOf(provider: ProviderName, credential: IAdditionalCredentialOptions): string[] {
	return maskedIn(provider, credential, () => true);
}

/** Those of them that authenticate our calls. What is registered for webhooks is compared with answers, and stays in them. */
export function callSecretsOf(provider: ProviderName, credential: IAdditionalCredentialOptions): string[] {
	return maskedIn(provider, credential, (name) => !name.startsWith('webhook'));
}
