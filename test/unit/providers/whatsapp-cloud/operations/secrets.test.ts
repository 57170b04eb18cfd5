import fc from 'fast-check';
import type { OperationOutcome } from '../../../../../core/operations/contract';
import type { ApiRequest } from '../../../../../core/http/api';
import { ADMINISTERED, operationOf, toolsFor } from '../../../operations/cases';

const NUMBER = '106540352242922';

const number = { phoneNumberId: NUMBER };

type Secrets = {
	pin: string;
	code: string;
	token: string;
	word: string;
};

/** Operations that are given something secret. */
const INPUTS: Record<string, (secrets: Secrets) => object> = {
	'account.completeEmbeddedSignup': ({ pin, token, word }) => ({ code: token, appSecret: word, pin }),
	'account.subscribeApp': ({ token, word }) => ({
		overrideCallbackUrl: `https://n8n.shop.com/hook?token=${encodeURIComponent(token)}`,
		verifyToken: word,
	}),
	'number.verifyCode': ({ code }) => ({ ...number, code }),
	'number.register': ({ pin }) => ({ ...number, pin }),
	'number.setPin': ({ pin }) => ({ ...number, pin }),
	'number.migrate': ({ pin, token, word }) => ({
		...number,
		pin,
		backupData: token,
		backupPassword: word,
	}),
	'webhook.set': ({ token, word }) => ({
		level: 'account',
		callbackUrl: `https://n8n.shop.com/hook?token=${encodeURIComponent(token)}`,
		verifyToken: word,
	}),
	'channel.check': ({ token, word }) => ({
		...number,
		accessToken: token,
		verifyToken: word,
		hasAppSecret: true,
	}),
};

/** Part of an ID, digits are no PIN. */
const IDS = JSON.stringify([NUMBER, ADMINISTERED['whatsapp-cloud'].line]);
const sixDigits = fc.stringMatching(/^[1-9]\d{5}$/).filter((digits) => !IDS.includes(digits));

const secretsOf: fc.Arbitrary<Secrets> = fc.record({
	pin: sixDigits,
	code: sixDigits,
	token: fc.stringMatching(/^EAA[\w"\\/+= $.*-]{20,40}$/),
	word: fc.stringMatching(/^[a-z][\w"$.*+()-]{9,14}[a-z]$/),
});

function tokenOf({ actAs }: ApiRequest): string {
	return typeof actAs === 'object' ? actAs.token : '';
}

/** A provider that repeats all that it is told, in words and where values belong. */
function echo(request: ApiRequest, status: number) {
	const said = [JSON.stringify(request.body ?? {}), ...Object.values(request.query ?? {})].join(' | ');
	const told = `${said} ${tokenOf(request)}`;
	const rows = [
		{
			id: NUMBER,
			name: told,
			display_phone_number: told,
			whatsapp_business_api_data: { id: '1', name: told },
		},
	];
	const data = {
		is_valid: true,
		granular_scopes: [{ scope: 'whatsapp_business_management', target_ids: ['88'] }],
	};
	return status === 200
		? {
				success: true,
				name: told,
				verified_name: told,
				access_token: 'EAAfreshTokenOfACustomer',
				data: request.path === '/debug_token' ? data : rows,
			}
		: { error: { code: 100, message: told, error_user_msg: told, error_data: { details: told } } };
}

async function outcomeOf(name: string, input: object, status: number): Promise<OperationOutcome> {
	const operation = operationOf('whatsapp-cloud', name);
	const { tools } = toolsFor({}, ADMINISTERED['whatsapp-cloud'].line);
	return await operation.run(input, {
		...tools,
		call: async (request) =>
			await Promise.resolve(
				status === 0
					? { outcome: 'unknown', reason: `failed: ${JSON.stringify(request)} ${tokenOf(request)}` }
					: { outcome: 'answered', status, body: echo(request, status) },
			),
	});
}

test.each(Object.keys(INPUTS))('%s gives no secret away', async (name) => {
	await fc.assert(
		fc.asyncProperty(secretsOf, fc.constantFrom(0, 200, 400), async (secrets, status) => {
			const input = INPUTS[name]?.(secrets) ?? {};
			const shown = JSON.stringify(await outcomeOf(name, input, status));
			const given = JSON.stringify(input);
			const mine = [...Object.values(secrets), 'EAAfreshTokenOfACustomer'].filter(
				(secret) => given.includes(JSON.stringify(secret).slice(1, -1)) || secret.startsWith('EAAfresh'),
			);
			for (const secret of mine) {
				expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
				expect(shown).not.toContain(encodeURIComponent(secret));
			}
		}),
	);
});

test('a PIN that is part of an id leaves the id whole', async () => {
	const outcome = await outcomeOf('number.register', { phoneNumberId: '1048291399', pin: '482913' }, 200);
	expect(outcome).toMatchObject({ items: [{ phoneNumberId: '1048291399' }] });
});
