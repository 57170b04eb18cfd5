import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { fieldFailure, optionalId } from '../../../operations/input';
import { objectOf, textOf } from '../../../lib/json';
import { credentialsOf, identityOf, readApp, tokensOf } from './app';
import { appOf, askGlobally, operation, pathIn, request } from './operation';
import { readSender, senderId } from './sender';

/** Members that Sinch tells and does not take. */
const TOLD_ONLY: ReadonlySet<string> = new Set(['state', 'channel_known_id']);

/** The list with this channel's credential in its place: a change replaces the whole list (Sinch, Conversation API apps). */
function merged(existing: readonly JsonObject[], added: JsonObject): JsonObject[] {
	const kept = existing.map((credential) =>
		Object.fromEntries(Object.entries(credential).filter(([name]) => !TOLD_ONLY.has(name))),
	);
	const index = kept.findIndex(({ channel }) => channel === added.channel);
	return index === -1 ? [...kept, added] : kept.with(index, added);
}

/** Another channel's credential that came without its token would lose it. */
function withoutToken(existing: readonly JsonObject[]): JsonObject | undefined {
	return existing.find(
		({ channel, static_bearer }) =>
			channel !== 'WHATSAPP' &&
			static_bearer !== undefined &&
			textOf(objectOf(static_bearer)?.token) === undefined,
	);
}

/** The app takes the token from the sender itself, so that nobody has to carry it over. */
export const linkToApp = operation({
	input: z.object({ senderId, appId: optionalId, takeOver: z.boolean().default(false) }),
	async run({ senderId: id, appId, takeOver }, { ask, hide, line, projectId }) {
		const app = appOf(appId, line);
		if (!app.ok) return app;
		const [sender, current] = await Promise.all([
			askGlobally({ ask })(readSender(projectId, id)),
			ask(readApp(projectId, app.id)),
		]);
		const existing = current.ok ? credentialsOf(current.body) : [];
		const token = sender.ok ? textOf(objectOf(sender.body)?.bearerToken) : undefined;
		[...tokensOf(existing), ...(token === undefined ? [] : [token])].forEach(hide);
		if (!sender.ok) return { ok: false, error: sender.error };
		if (!current.ok) return { ok: false, error: current.error };
		if (token === undefined) {
			return fieldFailure(
				'senderId',
				'The sender has no token yet',
				'Link it once Get Senders shows it as ACTIVE.',
			);
		}
		const held = existing.find(({ channel }) => channel === 'WHATSAPP');
		const holder = held && identityOf(held);
		if (holder !== undefined && holder !== id && !takeOver) {
			return fieldFailure(
				'appId',
				`The app has the WhatsApp sender ${holder}, and an app has one only`,
				'Choose another app, or switch on that its sender is replaced.',
			);
		}
		const broken = withoutToken(existing);
		if (broken !== undefined) {
			return fieldFailure(
				'appId',
				`Sinch does not show the token of the app's channel ${textOf(broken.channel) ?? ''}, which the change would lose`,
				'Add the sender in the Sinch Build Dashboard under Conversation API → Apps.',
			);
		}
		const added = { channel: 'WHATSAPP', static_bearer: { claimed_identity: id, token } };
		const credentials = merged(existing, added);
		const path = pathIn(projectId, 'apps', app.id);
		const reply = await ask(
			request('PATCH', path, {
				query: { update_mask: 'channel_credentials' },
				body: { channel_credentials: credentials },
			}),
		);
		if (!reply.ok) return { ok: false, error: reply.error };
		const channels = credentials.flatMap(({ channel }) => textOf(channel)?.toLowerCase() ?? []);
		return { ok: true, items: [{ senderId: id, appId: app.id, linked: true, channels }] };
	},
});
