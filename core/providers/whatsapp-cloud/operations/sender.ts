import { z } from 'zod';
import { CODE_LANGUAGE, codeLanguage, codeMethod, digitsInput } from '../../../operations/input';
import { done, phoneNumberId } from './number-registration';
import { operation, post } from './operation';

const requestCode = operation({
	input: z.object({
		phoneNumberId,
		method: codeMethod,
		/** Meta takes no language without its country. */
		language: codeLanguage.refine((code) => code.includes('_'), CODE_LANGUAGE),
	}),
	run: async ({ phoneNumberId: id, method, language }, context) =>
		await done(context, post(`/${id}/request_code`, { code_method: method, language }), {
			phoneNumberId: id,
			requested: true,
			method,
			nextStep: 'Verify the code within ten minutes.',
		}),
});

const verifyCode = operation({
	input: z.object({ phoneNumberId, code: digitsInput('The code', 6) }),
	secrets: ({ code }) => [code, `${code.slice(0, 3)}-${code.slice(3)}`],
	run: async ({ phoneNumberId: id, code }, context) =>
		await done(context, post(`/${id}/verify_code`, { code }), {
			phoneNumberId: id,
			verified: true,
			nextStep: 'Register the number.',
		}),
});

export const SENDER = { requestCode, verifyCode };
