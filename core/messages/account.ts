/** Facts of the credential or of the node's settings that calls of a provider have to name. */
export interface Account {
	/** WhatsApp Cloud: the WhatsApp Business Account. Sinch: the project. */
	accountId?: string;
	/** Sinch: the app of the Conversation API. */
	appId?: string;
	/** Sinch: the service plan of the SMS API. */
	servicePlanId?: string;
	/** Custom: how a message becomes a request, and where the answer says what became of it. */
	requestTemplate?: unknown;
}
