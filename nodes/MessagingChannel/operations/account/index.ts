import type { Operation } from '../operation';
import { completeEmbeddedSignup } from './complete-embedded-signup.operation';
import { get } from './get.operation';
import { getMany } from './get-many.operation';
import { getSenders } from './get-senders.operation';
import { getSubscriptions } from './get-subscriptions.operation';
import { subscribeApp } from './subscribe-app.operation';
import { unsubscribeApp } from './unsubscribe-app.operation';

export const ACCOUNT_OPERATIONS: readonly Operation[] = [
	completeEmbeddedSignup,
	get,
	getMany,
	getSenders,
	getSubscriptions,
	subscribeApp,
	unsubscribeApp,
];
