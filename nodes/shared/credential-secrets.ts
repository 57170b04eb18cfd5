import type { IAdditionalCredentialOptions } from 'n8n-workflow';
import { hiderOf, type ProviderName } from '../../core';
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
function callSecretsOf(provider: ProviderName, credential: IAdditionalCredentialOptions): string[] {
	return maskedIn(provider, credential, (name) => !name.startsWith('webhook'));
}

type Hide = ReturnType<typeof hiderOf>;

const hiders = new WeakMap<IAdditionalCredentialOptions, { secrets: readonly string[]; hide: Hide }>();

/**
 * Takes the secrets that authenticate our calls out of texts. Made anew only where the credential has got others, as making it takes longer
 * than using it.
 */
export function callHider(provider: ProviderName, credential: IAdditionalCredentialOptions): Hide {
	const secrets = callSecretsOf(provider, credential);
	const known = hiders.get(credential);
	if (known?.secrets.join('\n') === secrets.join('\n')) return known.hide;
	const hide = hiderOf(secrets);
	hiders.set(credential, { secrets, hide });
	return hide;
}
