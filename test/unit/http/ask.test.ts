import { askerOf } from '../../../core/http/ask';
import { deliveryError } from '../../../core/http/error-table';

const MEANING = { title: 'No', cause: 'unknown', retryable: false, advice: 'Look' } as const;

test.each([0, 1, 2, 3, 4, 5])(
	'of a PIN that %i characters before the end of a long error begins nothing is left',
	async (digits) => {
		const body = `${'x '.repeat(1000).slice(0, 2000 - digits)}482913 and more`.replace(/x482913/, ' 482913');
		const ask = askerOf(
			async () => await Promise.resolve({ outcome: 'answered', status: 400, body }),
			(_status, said) => deliveryError('1', String(said), MEANING),
			'operation',
			() => ['482913'],
		);
		const reply = await ask({ method: 'GET', path: '/' });
		expect(reply.ok ? '' : reply.error.detail).not.toMatch(/4/);
	},
);
