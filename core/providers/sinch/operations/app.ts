import type { JsonObject } from '../../../events';
import { compact, idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { pathIn, request } from './operation';

export const readApps = (projectId: string) => request('GET', pathIn(projectId, 'apps'));
export const readApp = (projectId: string, appId: string) => request('GET', pathIn(projectId, 'apps', appId));

/** How an app reaches a channel. Holds tokens. */
export function credentialsOf(app: unknown): JsonObject[] {
	return listOf(objectOf(app)?.channel_credentials).filter(isJsonObject);
}

/** The channel's own id: a service plan for SMS, a sender for WhatsApp. */
export function identityOf(credential: JsonObject): string | undefined {
	return idOf(objectOf(credential.static_bearer)?.claimed_identity);
}

/** Everything in a credential that nobody may see. */
export function tokensOf(credentials: readonly JsonObject[]): string[] {
	return credentials.flatMap((credential) => [
		...[textOf(credential.callback_secret)].flatMap((secret) => secret ?? []),
		...Object.values(credential)
			.filter(isJsonObject)
			.flatMap((settings) =>
				Object.entries(settings).flatMap(([name, value]) =>
					/token|secret|password|key/i.test(name) ? (textOf(value) ?? []) : [],
				),
			),
	]);
}

/** An app with its channels, without their tokens. */
export function appItem(app: JsonObject): JsonObject[] {
	const appId = idOf(app.id);
	if (appId === undefined) return [];
	return [
		compact({
			appId,
			name: textOf(app.display_name),
			channels: credentialsOf(app).map((credential) =>
				compact({
					channel: textOf(credential.channel)?.toLowerCase(),
					identity: identityOf(credential),
					state: textOf(objectOf(credential.state)?.status)?.toLowerCase(),
				}),
			),
			processingMode: textOf(app.processing_mode)?.toLowerCase(),
			webhooksPerSecond: numberIn(app.rate_limits, 'webhooks'),
			outboundPerSecond: numberIn(app.rate_limits, 'outbound'),
			queueLimit: numberIn(app.queue_stats, 'outbound_limit'),
			queued: numberIn(app.queue_stats, 'outbound_size'),
		}),
	];
}

function numberIn(value: unknown, member: string): number | undefined {
	const given = objectOf(value)?.[member];
	return typeof given === 'number' ? given : undefined;
}
