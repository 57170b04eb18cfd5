import type { SandboxLine } from '../settings.ts';
import { type Directory, displayPhoneNumber } from './directory.ts';
import { unknownObject } from './errors.ts';
import { type GraphNode, page, pickFields } from './fields.ts';
import type { GraphCall, Operation } from './operations.ts';

const HEALTHY = { can_send_message: 'AVAILABLE' };

/** Reading the WhatsApp business account and its numbers (Meta, Business phone numbers; OpenAPI of the Business Messaging API). */
export function accountOperations(
	directory: Directory,
	webhookConfiguration: (call: GraphCall) => Record<string, string>,
): Operation[] {
	const { world } = directory;
	const numberOf = (call: GraphCall): SandboxLine => {
		const number = directory.number(call.id);
		if (!number) throw unknownObject(call.method, call.id);
		return number;
	};
	return [
		{
			on: 'account',
			method: 'GET',
			run: ({ parameters }) => pickFields(accountNode(directory), parameters),
		},
		{
			on: 'account',
			method: 'GET',
			edge: 'phone_numbers',
			run: ({ parameters, address }) => {
				const numbers = directory.numbers.map((number) =>
					pickFields(numberNode(number, world.businessAccountId), parameters),
				);
				return page(numbers, parameters, address);
			},
		},
		{
			on: 'number',
			method: 'GET',
			run: (call) => {
				const node = numberNode(numberOf(call), world.businessAccountId);
				const fields = { ...node.fields, webhook_configuration: webhookConfiguration(call) };
				return pickFields({ ...node, fields }, call.parameters);
			},
		},
		{
			on: 'app',
			method: 'GET',
			takes: 'any',
			run: ({ parameters }) =>
				pickFields(
					{
						type: 'Application',
						fields: { id: world.appId, name: `${world.businessAccountName} app`, link: appLink(world.appId) },
						defaults: ['link', 'name', 'id'],
					},
					parameters,
				),
		},
	];
}

export function appLink(appId: string): string {
	return `https://www.facebook.com/games/?app_id=${appId}`;
}

function accountNode({ world }: Directory): GraphNode {
	return {
		type: 'WhatsAppBusinessAccount',
		fields: {
			id: world.businessAccountId,
			name: world.businessAccountName,
			timezone_id: '1',
			currency: 'USD',
			country: 'US',
			message_template_namespace: `sandbox_${world.businessAccountId}`,
			account_review_status: 'APPROVED',
			business_verification_status: 'verified',
			ownership_type: 'SELF',
			primary_business_location: 'US',
			health_status: {
				...HEALTHY,
				entities: [{ entity_type: 'WABA', id: world.businessAccountId, ...HEALTHY }],
			},
		},
		defaults: ['id', 'name', 'timezone_id', 'message_template_namespace'],
	};
}

function numberNode(number: SandboxLine, businessAccountId: string): GraphNode {
	return {
		type: 'WhatsAppBusinessPhoneNumber',
		fields: {
			id: number.id,
			verified_name: number.verifiedName,
			display_phone_number: displayPhoneNumber(number.phoneNumber),
			quality_rating: 'GREEN',
			quality_score: { score: 'GREEN' },
			code_verification_status: 'VERIFIED',
			status: 'CONNECTED',
			name_status: 'APPROVED',
			account_mode: 'LIVE',
			platform_type: 'CLOUD_API',
			throughput: { level: 'STANDARD' },
			is_pin_enabled: true,
			is_official_business_account: false,
			is_on_biz_app: false,
			whatsapp_business_manager_messaging_limit: 'TIER_2K',
			health_status: {
				...HEALTHY,
				entities: [
					{ entity_type: 'PHONE_NUMBER', id: number.id, ...HEALTHY },
					{ entity_type: 'WABA', id: businessAccountId, ...HEALTHY },
				],
			},
		},
		defaults: [
			'verified_name',
			'code_verification_status',
			'display_phone_number',
			'quality_rating',
			'platform_type',
			'throughput',
			'id',
		],
	};
}
