import { z } from 'zod';
import { type AppContent, KINDS, SpecificMessage } from './contents.ts';

type Path = (string | number)[];

/** The one kind of message that is there, `undefined` where there is none. */
function readKind(
	given: Readonly<Record<string, unknown>>,
	path: Path,
	context: z.RefinementCtx,
): AppContent | undefined {
	const complain = (message: string) => {
		context.addIssue({ code: 'custom', path, message });
	};
	const [type, ...others] = Object.keys(KINDS).filter((each) => given[each] !== undefined);
	if (type === undefined) return undefined;
	if (others.length > 0) complain(`must have one kind of message, not ${[type, ...others].join(' and ')}`);
	const result = KINDS[type]?.safeParse(given[type]);
	for (const issue of result?.error?.issues ?? []) {
		context.addIssue({ ...issue, path: [...path, type, ...issue.path] });
	}
	return result?.data && { type, ...result.data };
}

const OWN_FIELDS = new Set([
	...Object.keys(KINDS),
	'explicit_channel_message',
	'explicit_channel_omni_message',
	'channel_specific_message',
	'agent',
]);

/** A message: what it says everywhere, and what it says on some channels instead. */
export const AppMessage = z.record(z.unknown()).transform((given, context) => {
	const unknown = Object.keys(given).find((name) => !OWN_FIELDS.has(name));
	if (unknown !== undefined) {
		context.addIssue({ code: 'custom', path: [unknown], message: 'is not known' });
	}
	const byChannel = new Map<string, AppContent>();
	const own = z
		.object({
			explicit_channel_message: z.record(z.string()).optional(),
			explicit_channel_omni_message: z.record(z.record(z.unknown())).optional(),
			channel_specific_message: z.record(SpecificMessage).optional(),
		})
		.safeParse(given);
	for (const issue of own.error?.issues ?? []) context.addIssue(issue);
	for (const [channel, words] of Object.entries(own.data?.explicit_channel_message ?? {})) {
		byChannel.set(channel, { type: 'explicit_channel_message', shown: { text: words } });
	}
	for (const [channel, message] of Object.entries(own.data?.explicit_channel_omni_message ?? {})) {
		const path = ['explicit_channel_omni_message', channel];
		const content = readKind(message, path, context);
		if (content) byChannel.set(channel, content);
		else if ([...Object.keys(KINDS), 'template_reference'].every((kind) => message[kind] === undefined)) {
			context.addIssue({
				code: 'custom',
				path,
				message: `must have one of ${Object.keys(KINDS).join(', ')}`,
			});
		}
	}
	for (const [channel, content] of Object.entries(own.data?.channel_specific_message ?? {})) {
		byChannel.set(channel, content);
	}
	const general = readKind(given, [], context);
	if (!general && byChannel.size === 0) {
		const kinds = Object.keys(KINDS).join(', ');
		context.addIssue({ code: 'custom', message: `must have one of ${kinds}` });
	}
	return { general, byChannel };
});

export type AppMessage = z.output<typeof AppMessage>;

export function contentFor({ general, byChannel }: AppMessage, channel: string): AppContent | undefined {
	return byChannel.get(channel) ?? general;
}
