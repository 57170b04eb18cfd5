import type { Operation } from '../operation';
import { completeEmbeddedSignup } from './completeEmbeddedSignup.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getSenders } from './getSenders.operation';
import { getSubscriptions } from './getSubscriptions.operation';
import { subscribeApp } from './subscribeApp.operation';
import { unsubscribeApp } from './unsubscribeApp.operation';

export const ACCOUNT_OPERATIONS: readonly Operation[] = [
	completeEmbeddedSignup,
	get,
	getMany,
	getSenders,
	getSubscriptions,
	subscribeApp,
	unsubscribeApp,
];
