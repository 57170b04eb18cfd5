import type { Operation } from '../operation';
import { activate } from './activate.operation';
import { buy } from './buy.operation';
import { create } from './create.operation';
import { createSender } from './create-sender.operation';
import { deleteInboundAction } from './delete-inbound-action.operation';
import { deregister } from './deregister.operation';
import { get } from './get.operation';
import { getInboundActions } from './get-inbound-actions.operation';
import { getMany } from './get-many.operation';
import { getQuality } from './get-quality.operation';
import { getSender } from './get-sender.operation';
import { getSenders } from './get-senders.operation';
import { linkToApp } from './link-to-app.operation';
import { migrate } from './migrate.operation';
import { register } from './register.operation';
import { registerSender } from './register-sender.operation';
import { release } from './release.operation';
import { rentAny } from './rent-any.operation';
import { requestCode } from './request-code.operation';
import { requestDisplayName } from './request-display-name.operation';
import { search } from './search.operation';
import { setInboundAction } from './set-inbound-action.operation';
import { setPin } from './set-pin.operation';
import { update } from './update.operation';
import { verifyCode } from './verify-code.operation';

export const NUMBER_OPERATIONS: readonly Operation[] = [
	activate,
	buy,
	create,
	createSender,
	deleteInboundAction,
	deregister,
	get,
	getInboundActions,
	getMany,
	getQuality,
	getSender,
	getSenders,
	linkToApp,
	migrate,
	register,
	registerSender,
	release,
	rentAny,
	requestCode,
	requestDisplayName,
	search,
	setInboundAction,
	setPin,
	update,
	verifyCode,
];
