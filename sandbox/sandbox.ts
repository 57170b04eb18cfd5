import { createWhatsAppCloud } from './whatsapp-cloud/stand-in.ts';
import { createInfobip } from './infobip/stand-in.ts';
import type { SandboxWorld } from './settings.ts';
import type { ScaledStandInOptions, StandInOptions } from './shared/options.ts';
import { type Running, serve } from './shared/server.ts';
import { createStage } from './shared/stage.ts';
import type { Timers } from './shared/timers.ts';
import { createSinch } from './sinch/stand-in.ts';

/** Sinch's regions. The Conversation API is in the first three. */
const REGIONS = ['us', 'eu', 'br', 'ca', 'au'];

export interface SandboxOptions {
	world: SandboxWorld;
	/** 0 takes a free port. */
	port: number;
	whatsAppCloud?: StandInOptions;
	infobip?: ScaledStandInOptions;
	sinch?: ScaledStandInOptions;
	/** Milliseconds since 1970; the 24-hour window is measured with it. */
	now?: () => number;
	/** Of all that takes its time at a provider. */
	timers?: Timers;
}

type WithBaseUrl<StandIn> = StandIn & {
	/** What a credential's "Base URL" takes. */
	readonly baseUrl: string;
};

/** All three providers around one phone page, on one port. */
export interface Sandbox extends Running {
	readonly whatsAppCloud: WithBaseUrl<ReturnType<typeof createWhatsAppCloud>>;
	readonly infobip: WithBaseUrl<ReturnType<typeof createInfobip>>;
	/** `{baseUrl}/{region}` is the address of one region; without a region, that of the account. */
	readonly sinch: WithBaseUrl<ReturnType<typeof createSinch>>;
}

/**
 * Starts the stand-ins of all providers: Meta's Graph API under `/v25.0/…` and `/…`, Infobip under `/infobip`, Sinch under `/sinch`.
 * Rejects where a webhook of the options is refused.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
	const stage = createStage(options.world, options.now, options.timers);
	const whatsAppCloud = createWhatsAppCloud(stage, options.whatsAppCloud);
	const infobip = createInfobip(stage, options.infobip);
	const sinch = createSinch(stage, options.sinch);
	const running = await serve(
		stage,
		[
			{ standIn: whatsAppCloud, paths: ['/'] },
			{ standIn: infobip, paths: ['/infobip'] },
			{ standIn: sinch, paths: [...REGIONS.map((region) => `/sinch/${region}`), '/sinch'] },
		],
		options.port,
	);
	try {
		await whatsAppCloud.setWebhook(options.whatsAppCloud?.webhookUrl);
		await infobip.setWebhook(options.infobip?.webhookUrl);
		await sinch.setWebhook(options.sinch?.webhookUrl);
	} catch (refusal) {
		await running.close();
		throw refusal;
	}
	const { url } = running;
	return {
		...running,
		whatsAppCloud: Object.assign(whatsAppCloud, { baseUrl: url }),
		infobip: Object.assign(infobip, { baseUrl: `${url}/infobip` }),
		sinch: Object.assign(sinch, { baseUrl: `${url}/sinch` }),
	};
}
