import { digits } from '../../shared/identifiers.ts';
import type { Stage } from '../../shared/stage.ts';
import { GraphError, invalidParameter } from '../errors.ts';
import { page } from '../fields.ts';
import type { GraphCall, Operation } from '../operations.ts';
import { objectsAt, textAt } from '../parameters.ts';
import { check } from '../requirements.ts';
import { adminError } from './errors.ts';

/** People of one call (Meta, Block users). */
const MOST_AT_ONCE = 1_000;
const PHONE_NUMBER = /^\+?[\d\s().-]{5,25}$/;

interface Person {
	input: string;
	wa_id?: string;
	user_id?: string;
}

type Refusal = keyof typeof REFUSALS;

/** Why somebody is not put on the list, with the code of a message's refusal. */
const REFUSALS = {
	silent: {
		code: 131047,
		message: 'Re-engagement message',
		error_data: { details: 'The person has not written within 24 hours.' },
	},
	self: {
		code: 131021,
		message: 'Recipient cannot be sender',
		error_data: { details: 'The phone number is that of the business.' },
	},
	unknown: {
		code: 131009,
		message: 'Parameter value is not valid',
		error_data: { details: 'The user is neither a phone number nor a user id that is known.' },
	},
} as const;

/** Some were moved and some were not: an error that tells of each. */
class PartialFailure extends GraphError {
	readonly #lists: object;

	constructor(lists: object) {
		super(adminError('someNotBlocked').row);
		this.#lists = lists;
	}

	override body() {
		return { messaging_product: 'whatsapp', block_users: this.#lists, ...super.body() };
	}
}

/** `GET`, `POST` and `DELETE /{phone number}/block_users` (Meta, Block users). */
export class BlockList {
	readonly #stage: Stage;
	/** Keys of people by the id of the number. */
	readonly #blocked = new Map<string, Map<string, Person>>();

	constructor(stage: Stage) {
		this.#stage = stage;
	}

	isBlocked(numberId: string, phoneNumber: string): boolean {
		return this.#blocked.get(numberId)?.has(digits(phoneNumber)) === true;
	}

	clear(): void {
		this.#blocked.clear();
	}

	operations(): Operation[] {
		const ofNumber = {
			on: 'number',
			edge: 'block_users',
			needs: 'whatsapp_business_messaging',
		} as const;
		return [
			{ ...ofNumber, method: 'GET', run: (call) => this.#list(call) },
			{ ...ofNumber, method: 'POST', run: (call) => this.#add(call) },
			{ ...ofNumber, method: 'DELETE', run: (call) => this.#remove(call) },
		];
	}

	#listOf(numberId: string): Map<string, Person> {
		const list = this.#blocked.get(numberId) ?? new Map<string, Person>();
		this.#blocked.set(numberId, list);
		return list;
	}

	#list({ id, parameters, address }: GraphCall) {
		const people = [...this.#listOf(id).values()].map(({ wa_id, user_id }) => ({
			messaging_product: 'whatsapp',
			...(wa_id === undefined ? {} : { wa_id }),
			...(user_id === undefined ? {} : { user_id }),
		}));
		return page(people, parameters, address);
	}

	/** Somebody can be blocked within 24 hours after they wrote. */
	#add(call: GraphCall) {
		const { conversations, people, world } = this.#stage;
		const line = world.numbers.find(({ id }) => id === call.id);
		return this.#move(call, 'added_users', (key, person) => {
			if (line && key === digits(line.phoneNumber)) return 'self';
			const customer = people.customer(`+${key}`);
			if (!customer || !conversations.isWindowOpen(call.id, customer.phoneNumber)) return 'silent';
			this.#listOf(call.id).set(key, person);
			return undefined;
		});
	}

	#remove(call: GraphCall) {
		return this.#move(call, 'removed_users', (key) => {
			this.#listOf(call.id).delete(key);
			return undefined;
		});
	}

	#move(
		{ parameters }: GraphCall,
		member: 'added_users' | 'removed_users',
		move: (key: string, person: Person) => Refusal | undefined,
	) {
		check(parameters, [
			{ path: ['messaging_product'], kind: 'choice', required: true, choices: ['whatsapp'] },
			{ path: ['block_users'], kind: 'list', min: 1, max: MOST_AT_ONCE },
		]);
		const users = objectsAt(parameters, 'block_users');
		if (users.length === 0) throw invalidParameter('The parameter block_users is required.');
		const moved: Person[] = [];
		const failed: (Person & { errors: object[] })[] = [];
		for (const user of users) {
			const { key, ...person } = this.#personOf(user);
			const refusal = key === undefined ? 'unknown' : move(key, person);
			if (refusal === undefined) moved.push(person);
			else failed.push({ ...person, errors: [REFUSALS[refusal]] });
		}
		const lists = {
			...(moved.length > 0 ? { [member]: moved } : {}),
			...(failed.length > 0 ? { failed_users: failed } : {}),
		};
		if (failed.length > 0) throw new PartialFailure(lists);
		return { messaging_product: 'whatsapp', block_users: lists };
	}

	/** `{"user"}` or `{"user_id"}`; no key where it can be nobody. */
	#personOf(user: Readonly<Record<string, unknown>>): Person & { key: string | undefined } {
		const { people } = this.#stage;
		const userId = textAt(user, 'user_id');
		const phoneNumber = textAt(user, 'user');
		if (userId !== undefined) {
			const customer = people.customerByUserId(userId);
			return { input: userId, user_id: userId, key: customer && digits(customer.phoneNumber) };
		}
		const input = phoneNumber ?? '';
		if (!PHONE_NUMBER.test(input)) return { input, key: undefined };
		return { input, wa_id: digits(input), key: digits(input) };
	}
}
