import { z } from 'zod';
import { optionalId } from '../../../operations/input';
import { itemsOf, someOf } from '../../../operations/operation';
import { isJsonObject, listOf, objectOf } from '../../../lib/json';
import { appItem, readApp, readApps } from './app';
import { appOf, operation } from './operation';

/** The apps of the Conversation API in the credential's region; others are known to their own region only. */
const getMany = operation({
	input: z.object({}),
	run: async (_input, context) =>
		await itemsOf(context, readApps(context.projectId), (body) =>
			listOf(objectOf(body)?.apps).filter(isJsonObject).flatMap(appItem),
		),
});

const getOne = operation({
	input: z.object({ appId: optionalId }),
	async run({ appId }, context) {
		const app = appOf(appId, context.line);
		if (!app.ok) return app;
		return await itemsOf(context, readApp(context.projectId, app.id), (body) =>
			someOf(appItem(objectOf(body) ?? {})),
		);
	},
});

/** Service plans are left out: no public API lists them. */
export const ACCOUNT = { getMany, get: getOne };
