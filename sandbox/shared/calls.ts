import { setTimeout } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { Answer, Effect, Faults } from './faults.ts';
import type { CallRecord, Ledger } from './ledger.ts';

/** A call of a provider's API that is to be answered. */
export interface ApiCall {
	request: Request;
	response: Response;
	/** For the ledger: without anything secret. */
	path: string;
	/** Sends messages: most faults hit these alone. */
	isSend: boolean;
	run: () => Promise<Answer>;
}

/** Records a call and answers it, late or wrongly where a fault says so. */
export async function answerCall(
	{ faults, ledger }: { faults: Faults; ledger: Ledger },
	{ request, response, path, isSend, run }: ApiCall,
): Promise<void> {
	const record: CallRecord = { at: new Date().toISOString(), method: request.method, path };
	ledger.addCall(record);
	if (faults.latencyMs > 0) await setTimeout(faults.latencyMs);
	const hit = faults.takeForCall(isSend);
	if (hit) record.fault = hit.fault;
	const answer = hit ? await disturb(hit.effect, run, request) : await run();
	if (isSend) ledger.answers.add(String(answer?.status ?? 'none'), String(answer?.code ?? ''));
	if (!answer) return;
	record.status = answer.status;
	if (answer.code !== undefined) record.code = answer.code;
	response.status(answer.status).set(answer.headers ?? {});
	if (answer.body === undefined) response.end();
	else if (typeof answer.body === 'string') response.type('html').send(answer.body);
	else if (Buffer.isBuffer(answer.body)) response.send(answer.body);
	else response.json(answer.body);
}

/** Lets a fault decide. Undefined where no answer is to be sent. */
async function disturb(
	effect: Effect,
	run: () => Promise<Answer>,
	request: Request,
): Promise<Answer | undefined> {
	switch (effect.kind) {
		case 'answer':
			return effect.answer();
		case 'hang':
			if (effect.accepts) await run();
			return undefined;
		case 'reset':
			if (effect.accepts) await run();
			request.socket.resetAndDestroy();
			return undefined;
		case 'other':
			return run();
	}
}
