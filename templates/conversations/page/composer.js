import { byId, element } from '../../../pages/shared/dom.js';
import { carryOut } from './api.js';
import { hasOptedOut, hasWindow, windowLeft } from './facts.js';
import { state } from './state.js';
import { TemplateForm } from './template-form.js';
import { channelName } from './words.js';

/** @typedef {'answer' | 'template' | 'note'} Mode */

/** @type {Record<Mode, { label: string, button: string }>} */
const MODES = {
	answer: { label: 'Answer', button: 'Send' },
	template: { label: 'Template', button: 'Send template' },
	note: { label: 'Note for the team', button: 'Keep note' },
};

/** What was written and not sent, by person. */
const drafts = new Map();

/** Where answers are written; made anew for each person. */
export class Composer {
	/** @type {Mode} */
	#mode = 'answer';
	#isBusy = false;
	#modes = new Map();
	#text = element('textarea', { id: 'text', rows: 2, maxLength: 4096, 'aria-describedby': 'reason problem' });
	#label = element('label', { for: 'text', class: 'hidden' }, 'Message');
	#via = element('select', { id: 'via' });
	#viaField = element('div', { class: 'field' }, element('label', { for: 'via' }, 'Over'), this.#via);
	#reason = element('p', { class: 'reason', id: 'reason' });
	#problem = element('p', { class: 'problem', id: 'problem', role: 'alert' });
	#send = element('button', { type: 'submit', class: 'button' });
	#write = element('div', { class: 'write' }, this.#label, this.#text, this.#send);
	#template = new TemplateForm(() => this.update());
	#thread;
	#done;

	/**
	 * @param {import('./state.js').Thread} thread
	 * @param {() => Promise<void>} done shows what came of it
	 */
	constructor(thread, done) {
		this.#thread = thread;
		this.#done = done;
		this.#text.value = drafts.get(thread.address) ?? '';
		const author = element('input', {
			id: 'author',
			value: state.author,
			autocomplete: 'off',
			maxLength: 60,
			placeholder: 'Team',
			oninput: ({ target }) => {
				state.author = target.value.trim();
			},
		});
		byId('composer').replaceChildren(
			element(
				'fieldset',
				{ class: 'modes' },
				element('legend', { class: 'hidden' }, 'What to write'),
				...this.#choices(),
			),
			this.#reason,
			this.#viaField,
			this.#template.node,
			this.#write,
			this.#problem,
			element(
				'div',
				{ class: 'signed' },
				element('label', { for: 'author' }, 'Signed as'),
				author,
				element('span', { class: 'hint' }, 'Seen by the team alone'),
			),
		);
		byId('composer').onsubmit = (event) => {
			event.preventDefault();
			void this.#submit();
		};
		this.#text.addEventListener('input', () => drafts.set(thread.address, this.#text.value));
		this.#text.addEventListener('keydown', (event) => {
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			void this.#submit();
		});
		this.update();
	}

	*#choices() {
		for (const mode of /** @type {Mode[]} */ (Object.keys(MODES))) {
			const { label } = MODES[mode];
			const input = element('input', {
				type: 'radio',
				name: 'mode',
				value: mode,
				onchange: () => {
					this.#mode = mode;
					if (mode === 'template') void this.#template.load();
					this.update();
				},
			});
			this.#modes.set(mode, input);
			yield element('label', {}, input, label);
		}
	}

	get #conversation() {
		const { conversations } = this.#thread;
		return conversations.find(({ key }) => key === this.#via.value) ?? conversations[0];
	}

	/** Why this may not be sent now; nothing where it may. */
	#obstacle() {
		const conversation = this.#conversation;
		if (!conversation) return 'This person has not written yet.';
		if (this.#mode === 'note') return '';
		if (hasOptedOut(this.#thread))
			return 'This person opted out and gets no more messages. Notes can still be kept.';
		if (this.#mode === 'template') return hasWindow(conversation) ? '' : 'Templates go over WhatsApp alone.';
		return windowLeft(conversation) > 0
			? ''
			: 'WhatsApp takes texts within 24 hours of the person’s last message. Send a template, or wait until they write.';
	}

	/** Follows what is known of the person. */
	update() {
		const { conversations } = this.#thread;
		if (this.#via.options.length !== conversations.length) {
			this.#via.replaceChildren(
				...conversations.map(({ key, channel, sender }) =>
					element(
						'option',
						{ value: key },
						[channelName(channel) || 'WhatsApp', sender].filter(Boolean).join(' · '),
					),
				),
			);
			this.#via.onchange = () => this.update();
		}
		this.#modes.get(this.#mode).checked = true;
		const obstacle = this.#obstacle();
		this.#reason.textContent = obstacle;
		this.#reason.hidden = obstacle === '';
		const isTemplate = this.#mode === 'template';
		this.#viaField.hidden = conversations.length < 2 || this.#mode === 'note';
		this.#template.node.hidden = !isTemplate || obstacle !== '';
		this.#text.hidden = isTemplate;
		this.#text.disabled = obstacle !== '';
		this.#text.placeholder = this.#mode === 'note' ? 'The customer does not see it' : 'Message';
		this.#label.textContent = this.#mode === 'note' ? 'Note' : 'Message';
		this.#send.textContent = MODES[this.#mode].button;
		this.#send.disabled = obstacle !== '' || this.#isBusy || (isTemplate && !this.#template.isChosen);
	}

	async #submit() {
		const text = this.#text.value.trim();
		const isTemplate = this.#mode === 'template';
		if (this.#isBusy || this.#send.disabled || (!isTemplate && text === '')) return;
		this.#isBusy = true;
		this.#problem.textContent = '';
		this.update();
		const given = isTemplate ? this.#template.given : { text };
		try {
			await carryOut({ action: this.#mode, key: this.#conversation.key, author: state.author, ...given });
			if (!isTemplate) this.#text.value = '';
			drafts.delete(this.#thread.address);
			await this.#done();
		} catch (failure) {
			this.#problem.textContent =
				failure instanceof TypeError
					? 'n8n cannot be reached. Look whether the message is above before you send it again.'
					: failure.message;
		} finally {
			this.#isBusy = false;
			this.update();
		}
	}
}
