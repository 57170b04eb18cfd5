import { z } from 'zod';
import { OUTGOING_TYPES, type OutgoingType } from '../../../../core/messages';
import { PROVIDERS, type ProviderName } from '../../../../core/providers';
import { formOf } from '../../../../nodes/MessagingSend/messages';
import { isCarriedBy, SENDING_PROVIDERS } from '../../../../nodes/shared/providers';
import { fixturesOf } from '../../fixtures';

/** A template has an operation of its own, and so has a read receipt. */
const WITHOUT_FORM: readonly string[] = ['template', 'readReceipt'];
const TYPES = OUTGOING_TYPES.filter((type) => !WITHOUT_FORM.includes(type));

const carriersOf = (type: OutgoingType) =>
	SENDING_PROVIDERS.filter((provider) => isCarriedBy(provider, type));

test.each(TYPES)('%s has a form, and a provider that carries it', (type) => {
	expect(formOf(type).type).toBe(type);
	expect(carriersOf(type)).not.toEqual([]);
});

const FOLDERS: Readonly<Partial<Record<ProviderName, string>>> = {
	whatsAppCloud: 'whatsapp-cloud',
	infobip: 'infobip',
	sinch: 'sinch',
};
const Sent = z.object({ message: z.object({ type: z.string() }) });

test.each(Object.entries(FOLDERS))('%s has a fixture of every type that it carries', (name, folder) => {
	expect(Object.keys(PROVIDERS)).toContain(name);
	const { webhookCalls } = fixturesOf(`${folder}/outbound`);
	const shown = new Set(webhookCalls.map(({ body }) => Sent.parse(body).message.type));
	const carried = TYPES.filter((type) => carriersOf(type).some((carrier) => carrier === name));
	expect(carried.filter((type) => !shown.has(type))).toEqual([]);
});
