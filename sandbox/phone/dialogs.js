import { byId, element } from './dom.js';
import { lineOf, post, state } from './store.js';
import { explainRefusal } from './words.js';

/** What each dialog asks the sandbox for. */
const ACTIONS = {
	customer: async (values, choose) => {
		const phoneNumber = `+${values.phoneNumber.replace(/\D/g, '')}`;
		const customer = await post('customers', { name: values.name, phoneNumber });
		state.customers.set(customer.phoneNumber, customer);
		choose(customer.phoneNumber);
	},
	webhook: ({ url }) =>
		post('webhook', { provider: webhookProvider, url: url.trim() === '' ? null : url.trim() }),
	reset: () => post('reset', {}),
};

const OPENERS = { 'add-customer': 'customer', 'change-webhook': 'webhook', reset: 'reset' };

/** What happens to a webhook URL when it is set, by provider. */
const WEBHOOK_NOTES = {
	whatsAppCloud: 'The workflow must be active: the address is verified before it is used.',
	infobip: 'The sandbox adds its webhook token to it.',
	sinch: 'It is set for the service plan, with the webhook token, and for the Conversation app.',
};
let webhookProvider = 'whatsAppCloud';

export function openDialog(name, numberId) {
	webhookProvider = lineOf(numberId)?.provider ?? 'whatsAppCloud';
	byId('webhook-note').textContent = WEBHOOK_NOTES[webhookProvider];
	byId('webhook-save').textContent = webhookProvider === 'whatsAppCloud' ? 'Verify and save' : 'Save';
	const dialog = byId(`${name}-dialog`);
	const form = dialog.querySelector('form');
	form.reset();
	form.querySelector('.problem').textContent = '';
	if (form.elements.url)
		form.elements.url.value = state.webhooks[webhookProvider]?.url?.replace(/[?&]token=.*/, '') ?? '';
	dialog.showModal();
}

/** `numberId` gives the number of the open chat. */
export function listenToDialogs(choose, numberId) {
	for (const [id, name] of Object.entries(OPENERS)) {
		byId(id).addEventListener('click', () => openDialog(name, numberId()));
	}
	for (const [name, act] of Object.entries(ACTIONS)) {
		const dialog = byId(`${name}-dialog`);
		const form = dialog.querySelector('form');
		form.querySelector('[value=cancel]').addEventListener('click', () => dialog.close());
		form.addEventListener('submit', async (event) => {
			event.preventDefault();
			const submit = form.querySelector('[type=submit]');
			submit.disabled = true;
			try {
				await act(Object.fromEntries(new FormData(form)), choose);
				dialog.close();
			} catch (refusal) {
				const advice = explainRefusal(refusal.message);
				form
					.querySelector('.problem')
					.replaceChildren(...(advice ? [element('strong', {}, advice), ' '] : []), refusal.message);
			}
			submit.disabled = false;
		});
	}
}

let fading;
/** Says something for a few seconds. */
export function toast(text) {
	const node = byId('toast');
	node.textContent = text;
	node.dataset.shown = 'true';
	clearTimeout(fading);
	fading = setTimeout(() => delete node.dataset.shown, 6_000);
}
