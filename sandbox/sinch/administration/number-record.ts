import type { SandboxLine, SinchAccount } from '../../settings.ts';
import { digits } from '../../shared/identifiers.ts';

type NumberType = 'LOCAL' | 'MOBILE' | 'TOLL_FREE';
type Capability = 'SMS' | 'VOICE';

/** A link with a service plan, or its end, that is under way or failed. */
interface Scheduled {
	servicePlanId: string;
	campaignId: string;
	status: 'WAITING' | 'IN_PROGRESS' | 'FAILED';
	errorCodes: readonly string[];
	/** Milliseconds since 1970. */
	changedAt: number;
}

/** What Sinch holds of a number, be it the project's or for rent (Sinch SDK for Node.js, numbers models). */
export interface NumberRecord {
	readonly line: SandboxLine;
	readonly regionCode: string;
	readonly type: NumberType;
	capability: readonly Capability[];
	/** In US dollars. */
	readonly price: { setup: string; monthly: string };
	displayName: string;
	/** Of the service plan that it is linked with; empty for none. */
	servicePlanId: string;
	campaignId: string;
	scheduled: Scheduled | undefined;
	/** For events of the number itself. */
	callbackUrl: string;
	/** Milliseconds since 1970. */
	nextChargeAt: number;
}

type Offer = Partial<Pick<NumberRecord, 'capability' | 'price'>>;

const CHARGED_AT = Date.parse('2026-12-15T09:00:00Z');

function record(line: SandboxLine, regionCode: string, type: NumberType, more: Offer = {}): NumberRecord {
	return {
		line,
		regionCode,
		type,
		capability: ['SMS', 'VOICE'],
		price: { setup: '0.80', monthly: '0.80' },
		displayName: '',
		servicePlanId: '',
		campaignId: '',
		scheduled: undefined,
		callbackUrl: '',
		nextChargeAt: CHARGED_AT,
		...more,
	};
}

export function firstNumbers({ lines, servicePlanId }: SinchAccount): NumberRecord[] {
	return lines
		.filter(({ channel }) => channel === 'sms')
		.map((line) => ({
			...record(line, 'US', 'LOCAL'),
			servicePlanId,
			displayName: line.verifiedName,
		}));
}

/** Numbers that are reserved for fiction, and the prices of this world. */
const OFFERS: readonly (readonly [phoneNumber: string, region: string, type: NumberType, more?: Offer])[] = [
	['+15550100121', 'US', 'LOCAL'],
	['+15550100122', 'US', 'LOCAL', { capability: ['SMS'] }],
	['+15550100123', 'US', 'LOCAL', { capability: ['VOICE'] }],
	['+18005550124', 'US', 'TOLL_FREE'],
	['+447700900121', 'GB', 'MOBILE'],
	['+46701740621', 'SE', 'MOBILE', { price: { setup: '0.00', monthly: '2.50' } }],
	['+46701740622', 'SE', 'MOBILE'],
];

export function firstOffers(verifiedName: string): NumberRecord[] {
	return OFFERS.map(([phoneNumber, region, type, more]) => {
		const id = `sinch-${digits(phoneNumber)}`;
		const line: SandboxLine = { id, provider: 'sinch', channel: 'sms', phoneNumber, verifiedName };
		return record(line, region, type, more);
	});
}

const money = (amount: string) => ({ currencyCode: 'USD', amount });

/** A number for rent, as Sinch shows it. */
export function shownOffer({ line, regionCode, type, capability, price }: NumberRecord) {
	return {
		phoneNumber: line.phoneNumber,
		regionCode,
		type,
		capability,
		setupPrice: money(price.setup),
		monthlyPrice: money(price.monthly),
		paymentIntervalMonths: 1,
		supportingDocumentationRequired: false,
	};
}

/** A number of the project, as Sinch shows it. */
export function shownNumber(projectId: string, number: NumberRecord) {
	const { line, regionCode, type, capability, price, displayName, scheduled, callbackUrl } = number;
	return {
		phoneNumber: line.phoneNumber,
		projectId,
		displayName,
		regionCode,
		type,
		capability,
		money: money(price.monthly),
		paymentIntervalMonths: 1,
		nextChargeDate: new Date(number.nextChargeAt).toISOString(),
		expireAt: null,
		smsConfiguration: {
			servicePlanId: number.servicePlanId,
			campaignId: number.campaignId,
			scheduledProvisioning: scheduled ? shownSchedule(scheduled) : null,
		},
		voiceConfiguration: null,
		callbackUrl,
	};
}

function shownSchedule({ changedAt, ...scheduled }: Scheduled) {
	return { ...scheduled, lastUpdatedTime: new Date(changedAt).toISOString() };
}
