/**
 * The sandbox's world: one business with its app, account and numbers, and the people who write to it. Made-up values; the stand-in
 * of the Graph API accepts nothing else, and the launcher puts the same values into n8n's credential.
 */

export interface SandboxNumber {
	id: string;
	/** E.164 with `+`. */
	phoneNumber: string;
	verifiedName: string;
}

export interface SandboxCustomer {
	/** E.164 with `+`. */
	phoneNumber: string;
	name: string;
	/** Business-scoped user id. */
	userId: string;
}

export interface SandboxWorld {
	accessToken: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	businessAccountId: string;
	businessAccountName: string;
	numbers: SandboxNumber[];
	customers: SandboxCustomer[];
}

export const WORLD: SandboxWorld = {
	accessToken: 'sandbox-access-token',
	appId: '300000000000001',
	appSecret: 'sandbox-app-secret',
	verifyToken: 'sandbox-verify-token',
	businessAccountId: '100000000000001',
	businessAccountName: 'Sunrise Coffee',
	numbers: [
		{ id: '200000000000001', phoneNumber: '+15550100001', verifiedName: 'Sunrise Coffee' },
		{ id: '200000000000002', phoneNumber: '+15550100002', verifiedName: 'Sunrise Coffee Support' },
	],
	customers: [
		{ phoneNumber: '+15550123001', name: 'Ana Ruiz', userId: 'US.1000000000000000001' },
		{ phoneNumber: '+15550123002', name: 'Ben Okafor', userId: 'US.1000000000000000002' },
		{ phoneNumber: '+15550123003', name: 'Chloé Martin', userId: 'US.1000000000000000003' },
	],
};

export const GRAPH_VERSION = 'v25.0';
