import type { ApiCall } from '../http/api';
import type { Diagnosis } from '../webhooks/diagnosis';
import { diagnoseInfobip } from './infobip/registration/diagnosis';
import { diagnoseSinch } from './sinch/registration/diagnosis';
import { diagnoseWhatsAppCloud } from './whatsapp-cloud/registration/diagnosis';
import type { RegistrationTarget } from '.';

/** Why nothing arrives, one line for each thing that has to be right. Changes nothing and never rejects. */
export async function diagnoseWebhook(call: ApiCall, target: RegistrationTarget): Promise<Diagnosis> {
	switch (target.provider) {
		case 'whatsAppCloud':
			return await diagnoseWhatsAppCloud(call, target);
		case 'infobip':
			return await diagnoseInfobip(call, target);
		case 'sinch':
			return await diagnoseSinch(call, target);
	}
}
