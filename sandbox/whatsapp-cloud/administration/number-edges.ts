import { randomBytes } from 'node:crypto';
import { invalidParameter, unknownObject } from '../errors.ts';
import type { GraphCall, Operation } from '../operations.ts';
import { isObject, objectAt, type Parameters, textAt } from '../parameters.ts';
import { check } from '../requirements.ts';

const SUCCESS = { success: true } as const;
const PRODUCT = {
	path: ['messaging_product'],
	kind: 'choice',
	required: true,
	choices: ['whatsapp'],
} as const;
const FLAG = { required: true, kind: 'flag' } as const;
const COMMERCE = ['is_cart_enabled', 'is_catalog_visible'] as const;
const CALL_ACTIONS = ['connect', 'pre_accept', 'accept', 'reject', 'terminate'];

/** A link with which somebody opens a chat. */
interface QrCode {
	code: string;
	prefilled_message: string;
	deep_link_url: string;
}

/**
 * What else a number has at Meta and no message needs: settings, the shop's settings, QR codes, calls (Meta, Business phone number
 * settings; Commerce settings; QR codes; Calling). It is kept, and nothing follows from it.
 */
export class NumberEdges {
	readonly #settings = new Map<string, Parameters>();
	readonly #commerce = new Map<string, Parameters>();
	readonly #codes = new Map<string, QrCode[]>();

	clear(): void {
		for (const kept of [this.#settings, this.#commerce, this.#codes]) kept.clear();
	}

	operations(): Operation[] {
		const settings = { on: 'number', edge: 'settings' };
		const commerce = { on: 'number', edge: 'whatsapp_commerce_settings' };
		const codes = { on: 'number', edge: 'message_qrdls' };
		const oneCode = { ...codes, isOne: true } as const;
		return [
			{ ...settings, method: 'GET', run: ({ id }) => ({ ...FIRST_SETTINGS, ...this.#settings.get(id) }) },
			{ ...settings, method: 'POST', run: (call) => this.#change(call) },
			{
				...commerce,
				method: 'GET',
				run: ({ id }) => ({ data: [{ ...FIRST_COMMERCE, ...this.#commerce.get(id), id }] }),
			},
			{ ...commerce, method: 'POST', run: (call) => this.#sell(call) },
			{ ...codes, method: 'GET', run: ({ id }) => ({ data: this.#codesOf(id) }) },
			{ ...codes, method: 'POST', run: (call) => this.#makeCode(call) },
			{ ...oneCode, method: 'GET', run: (call) => ({ data: [this.#code(call)] }) },
			{ ...oneCode, method: 'POST', run: (call) => this.#changeCode(call) },
			{
				...oneCode,
				method: 'DELETE',
				run: (call) => {
					const gone = this.#code(call);
					this.#keepCodes(call.id, (each) => each !== gone);
					return SUCCESS;
				},
			},
			{ on: 'number', edge: 'calls', method: 'POST', run: ({ parameters }) => callOf(parameters) },
		];
	}

	#change({ id, parameters }: GraphCall) {
		const given = Object.keys(FIRST_SETTINGS).filter((name) => isObject(parameters[name]));
		if (given.length === 0) {
			throw invalidParameter(`One of ${Object.keys(FIRST_SETTINGS).join(', ')} is required.`);
		}
		const before = { ...FIRST_SETTINGS, ...this.#settings.get(id) };
		const changed = new Map<string, unknown>(Object.entries(before));
		for (const name of given) changed.set(name, { ...objectAt(before, name), ...objectAt(parameters, name) });
		this.#settings.set(id, Object.fromEntries(changed));
		return SUCCESS;
	}

	#sell({ id, parameters }: GraphCall) {
		const given = COMMERCE.filter((name) => parameters[name] !== undefined);
		check(
			parameters,
			given.map((name) => ({ path: [name], ...FLAG })),
		);
		const changed = new Map<string, unknown>(Object.entries(this.#commerce.get(id) ?? {}));
		for (const name of given) changed.set(name, String(parameters[name]) === 'true');
		this.#commerce.set(id, Object.fromEntries(changed));
		return SUCCESS;
	}

	#codesOf(id: string): QrCode[] {
		return this.#codes.get(id) ?? [];
	}

	#keepCodes(id: string, isKept: (code: QrCode) => boolean, ...added: QrCode[]): void {
		this.#codes.set(id, [...this.#codesOf(id).filter(isKept), ...added]);
	}

	#code({ method, id, item }: GraphCall): QrCode {
		const found = this.#codesOf(id).find(({ code }) => code === item);
		if (!found) throw unknownObject(method, item ?? '');
		return found;
	}

	#makeCode({ id, parameters }: GraphCall) {
		check(parameters, [
			{ path: ['prefilled_message'], kind: 'text', required: true, maxLength: 140 },
			{ path: ['generate_qr_image'], kind: 'choice', choices: ['png', 'svg'] },
		]);
		const code = randomBytes(7).toString('hex').toUpperCase();
		const made = {
			code,
			prefilled_message: textAt(parameters, 'prefilled_message') ?? '',
			deep_link_url: `https://wa.me/message/${code}`,
		};
		this.#keepCodes(id, () => true, made);
		const hasImage = parameters.generate_qr_image !== undefined;
		return hasImage ? { ...made, qr_image_url: `https://scontent.sandbox.example/${code}` } : made;
	}

	#changeCode(call: GraphCall) {
		const { id, parameters } = call;
		check(parameters, [{ path: ['prefilled_message'], kind: 'text', required: true, maxLength: 140 }]);
		const before = this.#code(call);
		const changed = { ...before, prefilled_message: textAt(parameters, 'prefilled_message') ?? '' };
		this.#keepCodes(id, (each) => each !== before, changed);
		return changed;
	}
}

const FIRST_SETTINGS = {
	calling: { status: 'DISABLED', call_icon_visibility: 'DEFAULT', callback_permission_status: 'DISABLED' },
	user_identity_change: { enable_identity_key_check: false },
};
const FIRST_COMMERCE = { is_cart_enabled: true, is_catalog_visible: false };

/** Nobody picks up in the sandbox. */
function callOf(parameters: Parameters) {
	check(parameters, [PRODUCT, { path: ['action'], kind: 'choice', required: true, choices: CALL_ACTIONS }]);
	if (textAt(parameters, 'action') !== 'connect') {
		check(parameters, [{ path: ['call_id'], kind: 'text', required: true }]);
		return { messaging_product: 'whatsapp', ...SUCCESS };
	}
	if (textAt(parameters, 'to') === undefined && textAt(parameters, 'recipient') === undefined) {
		throw invalidParameter('One of to and recipient is required.');
	}
	check(parameters, [{ path: ['session'], kind: 'object', required: true }]);
	const id = `wacid.${randomBytes(16).toString('base64')}`;
	return { messaging_product: 'whatsapp', calls: [{ id }], ...SUCCESS };
}
