import { byId, element } from './dom.js';
import { post, state } from './store.js';
import { explainRefusal } from './words.js';

/** What each dialog asks the sandbox for. */
const ACTIONS = {
	customer: async (values, choose) => {
		const phoneNumber = `+${values.phoneNumber.replace(/\D/g, '')}`;
		const customer = await post('customers', { name: values.name, phoneNumber });
		state.customers.set(customer.phoneNumber, customer);
		choose(customer.phoneNumber);
	},
	webhook: ({ url }) => post('webhook', { url: url.trim() === '' ? null : url.trim() }),
	reset: () => post('reset', {}),
};

const OPENERS = { 'add-customer': 'customer', 'change-webhook': 'webhook', reset: 'reset' };

export function openDialog(name) {
	const dialog = byId(`${name}-dialog`);
	const form = dialog.querySelector('form');
	form.reset();
	form.querySelector('.problem').textContent = '';
	if (form.elements.url) form.elements.url.value = state.webhook.url ?? '';
	dialog.showModal();
}

export function listenToDialogs(choose) {
	for (const [id, name] of Object.entries(OPENERS)) {
		byId(id).addEventListener('click', () => openDialog(name));
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
