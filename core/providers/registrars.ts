import type { Diagnosis, DiagnosisFacts } from '../webhooks/diagnosis';
import { diagnoseInfobip } from './infobip/registration/diagnosis';
import { manualSteps as infobipSteps } from './infobip/registration/manual-steps';
import { infobipRegistrar } from './infobip/registration';
import type {
	ApiCall,
	Inspection,
	ManualStep,
	RegisterOptions,
	Registration,
	RegistrationTarget,
	Unregistration,
} from '../webhooks/registration';
import { diagnoseSinch } from './sinch/registration/diagnosis';
import { manualSteps as sinchSteps } from './sinch/registration/manual-steps';
import { sinchRegistrar } from './sinch/registration';
import { diagnoseWhatsAppCloud } from './whatsapp-cloud/registration/diagnosis';
import { manualSteps as whatsAppCloudSteps } from './whatsapp-cloud/registration/manual-steps';
import { whatsAppCloudRegistrar } from './whatsapp-cloud/registration';

/** Whether the trigger's URL is registered with the provider as it should be. Changes nothing and never rejects. */
export async function inspectWebhook(call: ApiCall, target: RegistrationTarget): Promise<Inspection> {
	switch (target.provider) {
		case 'whatsAppCloud':
			return await whatsAppCloudRegistrar.inspect(call, target);
		case 'infobip':
			return await infobipRegistrar.inspect(call, target);
		case 'sinch':
			return await sinchRegistrar.inspect(call, target);
	}
}

/** Registers the trigger's URL with the provider. What a test borrowed stands in the receipt. Never rejects. */
export async function registerWebhook(
	call: ApiCall,
	target: RegistrationTarget,
	options?: RegisterOptions,
): Promise<Registration> {
	switch (target.provider) {
		case 'whatsAppCloud':
			return await whatsAppCloudRegistrar.register(call, target, options);
		case 'infobip':
			return await infobipRegistrar.register(call, target, options);
		case 'sinch':
			return await sinchRegistrar.register(call, target, options);
	}
}

/**
 * Removes what the trigger registered, and nothing of anybody else. Never rejects.
 *
 * @param receipt of the registration; anything else counts as none, and then nothing is given back to production
 */
export async function unregisterWebhook(
	call: ApiCall,
	target: RegistrationTarget,
	receipt?: unknown,
): Promise<Unregistration> {
	switch (target.provider) {
		case 'whatsAppCloud':
			return await whatsAppCloudRegistrar.unregister(call, target, receipt);
		case 'infobip':
			return await infobipRegistrar.unregister(call, target, receipt);
		case 'sinch':
			return await sinchRegistrar.unregister(call, target, receipt);
	}
}

/** How to register the URL by hand: places in the provider's console and the values to enter there. */
export function manualSteps(target: RegistrationTarget): ManualStep[] {
	switch (target.provider) {
		case 'whatsAppCloud':
			return whatsAppCloudSteps(target);
		case 'infobip':
			return infobipSteps(target);
		case 'sinch':
			return sinchSteps(target);
	}
}

/** Why nothing arrives, one line for each thing that has to be right. Changes nothing and never rejects. */
export async function diagnoseWebhook(call: ApiCall, facts: DiagnosisFacts): Promise<Diagnosis> {
	switch (facts.provider) {
		case 'whatsAppCloud':
			return await diagnoseWhatsAppCloud(call, facts);
		case 'infobip':
			return await diagnoseInfobip(call, facts);
		case 'sinch':
			return await diagnoseSinch(call, facts);
	}
}
