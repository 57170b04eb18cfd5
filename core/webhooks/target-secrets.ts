import type { DiagnosisFacts } from './diagnosis';
import type { RegistrationTarget } from './registration';

/** A token in the URL is a secret like any other. */
function inQuery(url: string | undefined): string[] {
	return url !== undefined && URL.canParse(url) ? [...new URL(url).searchParams.values()] : [];
}

function ofProvider(target: RegistrationTarget | DiagnosisFacts): (string | undefined)[] {
	switch (target.provider) {
		case 'whatsAppCloud':
			return [target.verifyToken, 'accessToken' in target ? target.accessToken : undefined];
		case 'infobip': {
			const { basic, header, hmac } = target.secrets;
			return [basic?.password, header?.value, hmac?.secret];
		}
		case 'sinch':
			return [target.webhookSecret];
	}
}

/** What a provider's own words about a failure may repeat, and nobody may see. */
export function secretsOf(target: RegistrationTarget | DiagnosisFacts): string[] {
	const secrets = [...ofProvider(target), ...inQuery(target.callbackUrl), ...inQuery(target.siblingUrl)];
	return secrets.flatMap((secret) => secret || []);
}
