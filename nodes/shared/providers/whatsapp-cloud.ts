import { WhatsAppCloudApi } from '../../../credentials/WhatsAppCloudApi.credentials';
import { isMediaUrl } from '../../../core';
import { chosenFrom } from '../locator';
import { replyToId } from '../message-fields';
import { isSandbox, readUrl, splitSecrets, type ProviderAccess } from './access';
import { textField } from '../fields';

interface Fields {
	accessToken?: string;
	businessAccountId?: string;
	appId?: string;
	appSecret?: string;
	verifyToken?: string;
	apiVersion?: string;
	baseUrl?: string;
}

const GRAPH_API = 'https://graph.facebook.com';
const GRAPH_VERSION = 'v27.0';

export const whatsAppCloud: ProviderAccess = {
	displayName: 'WhatsApp Cloud',
	offers: [
		'receive',
		'register',
		'listNumbers',
		'send',
		'upload',
		'markAsRead',
		'showTyping',
		'fallBack',
		'optimise',
		'setUp',
	],
	credential: new WhatsAppCloudApi(),
	byHand:
		'Enter the Production URL and the Webhook Verify Token of the credential in the Meta App Dashboard under WhatsApp → Configuration, and subscribe to the field <b>messages</b>.',
	sender: {
		displayName: 'Sender',
		name: 'sender',
		required: true,
		...chosenFrom({
			method: 'searchPhoneNumbers',
			select: 'Select a number…',
			byHand: 'By ID',
			placeholder: 'e.g. 106540352242922',
			hint: 'The phone number ID of the API Setup page. Events of the trigger hold it as channelId',
			pattern: ['^[0-9]+$', 'A phone number ID consists of digits only'],
		}),
		description: 'Your number that the message comes from',
	},
	ownSide: 'channelId',
	channel: 'whatsapp',
	messageTypes: [
		'addressRequest',
		'callButton',
		'callRequest',
		'carousel',
		'catalogue',
		'contactRequest',
		'contacts',
		'flow',
		'list',
		'location',
		'locationRequest',
		'orderDetails',
		'orderStatus',
		'product',
		'productList',
		'reaction',
		'sticker',
		'urlButton',
		'voice',
	],
	options: [
		replyToId,
		textField('Group ID', 'groupId', { description: 'Writes to this group instead of a person' }),
		textField('Identity Hash', 'identityHash', {
			placeholder: 'e.g. ={{ $json.fromIdentityHash }}',
			description: 'Reaches the phone that the person used then and no other, by the hash on the event',
		}),
	],
	ownsUrl: (url, { hosts }) => isMediaUrl(url, hosts.main),
	async connect(source) {
		const fields = await source.getCredentials<Fields>('whatsAppCloudApi');
		const appSecrets = splitSecrets(fields.appSecret);
		const { verifyToken = '', appId = '', businessAccountId: accountId = '', accessToken = '' } = fields;
		// The version has a field of its own, and is pasted along with the address.
		const baseUrl = readUrl(fields.baseUrl, GRAPH_API).replace(/\/v\d+\.\d+$/, '');
		return {
			hosts: { main: `${baseUrl}/${fields.apiVersion || GRAPH_VERSION}` },
			accountId,
			account: { accountId },
			accessToken,
			webhook: {
				secrets: { whatsAppCloud: { appSecrets } },
				verifyToken,
				handOverKeys: appSecrets,
				isOpen: false,
				missing: [
					...(appSecrets.length === 0 ? ['App Secret'] : []),
					...(verifyToken === '' ? ['Webhook Verify Token'] : []),
				],
			},
			registrationTarget: ({
				senders,
				callbackUrl,
				siblingUrl,
				purpose,
				kinds,
				accountEvents,
				neighbourUrls,
			}) => ({
				provider: 'whatsAppCloud',
				callbackUrl,
				...(siblingUrl !== undefined && { siblingUrl }),
				purpose,
				kinds,
				...(accountEvents !== undefined && { accountEvents }),
				...(neighbourUrls !== undefined && { neighbourUrls }),
				accountId,
				verifyToken,
				hasAppSecret: appSecrets.length > 0,
				isSandbox: isSandbox(baseUrl),
				...(appId !== '' && { appId }),
				// One number alone has a webhook of its own at Meta, several have the account's.
				...(senders.length === 1 && senders[0] !== undefined && { phoneNumberId: senders[0] }),
			}),
		};
	},
};
