import type { Button, Component, TemplateDefinition } from './template-definition.ts';

const SAMPLE = ['4::aW1hZ2U='];

function template(
	id: string,
	name: string,
	category: TemplateDefinition['category'],
	components: Component[],
	more: Partial<TemplateDefinition> = {},
): TemplateDefinition {
	return {
		id,
		name,
		language: 'en_US',
		category,
		status: 'APPROVED',
		parameter_format: 'POSITIONAL',
		components,
		...more,
	};
}

const body = (text: string, ...examples: string[]): Component => ({
	type: 'BODY',
	text,
	...(examples.length === 0 ? {} : { example: { body_text: [examples] } }),
});
const buttons = (...list: Button[]): Component => ({ type: 'BUTTONS', buttons: list });
const photo: Component = { type: 'HEADER', format: 'IMAGE', example: { header_handle: SAMPLE } };
const card = (text: string): { components: Component[] } => ({
	components: [
		photo,
		body(text, 'house blend'),
		buttons(
			{ type: 'QUICK_REPLY', text: 'Tell me more' },
			{ type: 'URL', text: 'Order', url: 'https://sunrise.example/order/{{1}}', example: ['blend-1'] },
		),
	],
});

/** The business's templates: every kind of component that can be sent, and every status that decides whether it can. */
export const TEMPLATES: readonly TemplateDefinition[] = [
	template('500000000000001', 'welcome', 'MARKETING', [
		{ type: 'HEADER', format: 'TEXT', text: 'Welcome to Sunrise Coffee' },
		body('Good to have you here. Reply *STOP* at any time to hear no more from us.'),
		{ type: 'FOOTER', text: 'Sunrise Coffee, 1 Market Street' },
		buttons({ type: 'QUICK_REPLY', text: 'See the menu' }, { type: 'QUICK_REPLY', text: 'Stop promotions' }),
	]),
	template(
		'500000000000002',
		'welcome',
		'MARKETING',
		[
			{ type: 'HEADER', format: 'TEXT', text: 'Bienvenido a Sunrise Coffee' },
			body('Qué gusto tenerte aquí. Responde *STOP* cuando quieras para no recibir más mensajes.'),
			buttons({ type: 'QUICK_REPLY', text: 'Ver el menú' }),
		],
		{ language: 'es' },
	),
	template('500000000000003', 'order_update', 'UTILITY', [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['A-1001'] } },
		body('Hi {{1}}, your order is {{2}}. It will be with you by {{3}}.', 'Ana', 'on its way', 'Friday'),
		buttons(
			{ type: 'URL', text: 'Track order', url: 'https://sunrise.example/track/{{1}}', example: ['A-1001'] },
			{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550100001' },
		),
	]),
	template(
		'500000000000004',
		'appointment_reminder',
		'UTILITY',
		[
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'See you at {{place}}',
				example: { header_text_named_params: [{ param_name: 'place', example: 'Market Street' }] },
			},
			{
				type: 'BODY',
				text: 'Hello {{first_name}}, your tasting is on {{day}}. Shall we keep your seat?',
				example: {
					body_text_named_params: [
						{ param_name: 'first_name', example: 'Ana' },
						{ param_name: 'day', example: 'Friday' },
					],
				},
			},
			buttons({ type: 'QUICK_REPLY', text: 'Yes, keep it' }, { type: 'QUICK_REPLY', text: 'No, cancel it' }),
		],
		{ parameter_format: 'NAMED' },
	),
	template('500000000000005', 'new_blend', 'MARKETING', [
		photo,
		body(
			'{{1}}, our _{{2}}_ is here. *Fresh from the roaster*, and yours to try first.',
			'Ana',
			'winter blend',
		),
		{ type: 'FOOTER', text: 'Reply STOP to opt out' },
		buttons({ type: 'QUICK_REPLY', text: 'Reserve a bag' }),
	]),
	template('500000000000006', 'receipt', 'UTILITY', [
		{ type: 'HEADER', format: 'DOCUMENT', example: { header_handle: SAMPLE } },
		body('Thank you. Your receipt over {{1}} is attached.', '$12.50'),
	]),
	template('500000000000007', 'barista_class', 'MARKETING', [
		{ type: 'HEADER', format: 'VIDEO', example: { header_handle: SAMPLE } },
		body('Learn to pour a rosetta in an evening.'),
		buttons({ type: 'FLOW', text: 'Book a place', flow_id: '700000000000001', flow_action: 'navigate' }),
	]),
	template('500000000000008', 'store_opening', 'MARKETING', [
		{ type: 'HEADER', format: 'LOCATION' },
		body('We open around the corner on {{1}}. The first cup is on us.', 'Saturday'),
		buttons({ type: 'CATALOG', text: 'View catalog' }),
	]),
	template('500000000000009', 'sign_in_code', 'AUTHENTICATION', [
		{
			type: 'BODY',
			text: '*{{1}}* is your verification code. For your security, do not share this code.',
			add_security_recommendation: true,
			example: { body_text: [['123456']] },
		},
		{ type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
		buttons({
			type: 'OTP',
			otp_type: 'COPY_CODE',
			text: 'Copy code',
			url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
		}),
	]),
	template('500000000000010', 'limited_offer', 'MARKETING', [
		photo,
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: '25% off all beans', has_expiration: true } },
		body('Stock up, {{1}}: use your code before it runs out.', 'Ana'),
		buttons(
			{ type: 'COPY_CODE', text: 'Copy offer code', example: ['BEANS25'] },
			{ type: 'URL', text: 'Shop', url: 'https://sunrise.example/beans?code={{1}}', example: ['BEANS25'] },
		),
	]),
	template('500000000000011', 'menu_carousel', 'MARKETING', [
		body('Three coffees for {{1}}, picked by our roaster.', 'Ana'),
		{
			type: 'CAROUSEL',
			cards: [
				card('The {{1}}: round and sweet.'),
				card('The {{1}}: bright and fruity.'),
				card('The {{1}}: dark.'),
			],
		},
	]),
	template('500000000000012', 'product_picks', 'MARKETING', [
		{ type: 'HEADER', format: 'TEXT', text: 'Picked for you' },
		body('{{1}}, have a look at these.', 'Ana'),
		buttons({ type: 'MPM', text: 'View items' }),
	]),
	template('500000000000013', 'spring_menu', 'MARKETING', [body('The spring menu is here.')], {
		status: 'PENDING',
	}),
	template(
		'500000000000014',
		'win_back',
		'MARKETING',
		[body('We miss you, {{1}}. Come back for a cup.', 'Ana')],
		{
			status: 'PAUSED',
			quality_score: { score: 'RED' },
		},
	),
	template('500000000000015', 'lottery', 'MARKETING', [body('You have won. Send us your card number.')], {
		status: 'REJECTED',
		rejected_reason: 'SCAM',
	}),
	template('500000000000016', 'daily_deals', 'MARKETING', [body('Every day another deal.')], {
		status: 'DISABLED',
		quality_score: { score: 'RED' },
	}),
	template('500000000000017', 'order_to_pay', 'UTILITY', [
		body('{{1}}, here is what you ordered.', 'Ana'),
		buttons({ type: 'ORDER_DETAILS', text: 'Review and pay' }),
	]),
	template('500000000000018', 'order_progress', 'UTILITY', [body('News of your order, {{1}}.', 'Ana')], {
		sub_category: 'ORDER_STATUS',
	}),
	template('500000000000019', 'talk_to_us', 'UTILITY', [
		body('Our roaster answers your questions, {{1}}.', 'Ana'),
		buttons({ type: 'VOICE_CALL', text: 'Call us' }),
	]),
];
