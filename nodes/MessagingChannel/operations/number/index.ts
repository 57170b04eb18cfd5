import type { Operation } from '../operation';
import { activate } from './activate.operation';
import { buy } from './buy.operation';
import { create } from './create.operation';
import { createSender } from './createSender.operation';
import { deleteInboundAction } from './deleteInboundAction.operation';
import { deregister } from './deregister.operation';
import { get } from './get.operation';
import { getInboundActions } from './getInboundActions.operation';
import { getMany } from './getMany.operation';
import { getQuality } from './getQuality.operation';
import { getSender } from './getSender.operation';
import { getSenders } from './getSenders.operation';
import { linkToApp } from './linkToApp.operation';
import { migrate } from './migrate.operation';
import { register } from './register.operation';
import { registerSender } from './registerSender.operation';
import { release } from './release.operation';
import { rentAny } from './rentAny.operation';
import { requestCode } from './requestCode.operation';
import { requestDisplayName } from './requestDisplayName.operation';
import { search } from './search.operation';
import { setInboundAction } from './setInboundAction.operation';
import { setPin } from './setPin.operation';
import { update } from './update.operation';
import { verifyCode } from './verifyCode.operation';

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
