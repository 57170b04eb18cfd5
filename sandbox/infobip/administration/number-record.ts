import type { InfobipAccount, SandboxLine } from '../../settings.ts';
import { digits } from '../../shared/identifiers.ts';

type Capability = 'SMS' | 'VOICE' | 'MMS' | 'WHATSAPP' | 'WHATSAPP_VOICE';

/** What Infobip holds of a number, be it the account's or for sale (Infobip OpenAPI 3.210.0, numbers). */
export interface NumberRecord {
	readonly numberKey: string;
	readonly line: SandboxLine;
	readonly country: string;
	/** For numbers in the US. */
	readonly state?: string;
	capabilities: readonly Capability[];
	readonly pricePerMonth: number;
	readonly setupPrice: number;
	/** Of a purchase that is not through, or that failed. */
	reservation?: 'PENDING' | 'BILLING_FAILED' | 'RESERVATION_FAILED' | undefined;
	platform: { applicationId?: string | undefined; entityId?: string | undefined };
	/** Somebody else buys it in the moment in which it is bought here. */
	readonly isContested?: true;
}

const CURRENCY = 'EUR';
const COUNTRIES: Readonly<Record<string, string>> = {
	GB: 'United Kingdom',
	SE: 'Sweden',
	US: 'United States',
};

type Offer = Partial<
	Pick<NumberRecord, 'state' | 'capabilities' | 'pricePerMonth' | 'setupPrice' | 'isContested'>
>;

function record(line: SandboxLine, country: string, more: Offer = {}): NumberRecord {
	return {
		numberKey: `5A0D${digits(line.phoneNumber).padStart(28, '0')}`,
		line,
		country,
		capabilities: ['SMS'],
		pricePerMonth: 5,
		setupPrice: 0,
		platform: {},
		...more,
	};
}

/** A number that can send and receive SMS once it is bought. */
function smsLine(phoneNumber: string, verifiedName: string): SandboxLine {
	const id = `infobip-${digits(phoneNumber)}`;
	return { id, provider: 'infobip', channel: 'sms', phoneNumber, verifiedName };
}

export function firstNumbers({ lines }: InfobipAccount): NumberRecord[] {
	return lines.map((line) =>
		record(line, 'US', {
			state: 'NY',
			capabilities: line.channel === 'sms' ? ['SMS', 'MMS'] : ['VOICE', 'WHATSAPP'],
		}),
	);
}

/** Numbers that are reserved for fiction, and the prices of this world. */
const OFFERS: readonly (readonly [phoneNumber: string, country: string, more?: Offer])[] = [
	['+15550100111', 'US', { state: 'NY', capabilities: ['SMS', 'MMS', 'VOICE'] }],
	['+15550100112', 'US', { state: 'NY' }],
	['+15550100113', 'US', { state: 'CA', capabilities: ['VOICE'] }],
	['+447700900111', 'GB', { capabilities: ['SMS', 'VOICE'] }],
	['+447700900112', 'GB', { pricePerMonth: 20, setupPrice: 980 }],
	['+447700900113', 'GB', { isContested: true }],
	['+46701740611', 'SE', { capabilities: ['SMS'] }],
];

export function firstOffers(verifiedName: string): NumberRecord[] {
	return OFFERS.map(([phoneNumber, country, more]) =>
		record(smsLine(phoneNumber, verifiedName), country, more),
	);
}

/** As Infobip shows it. */
export function shown({ numberKey, line, country, capabilities, platform, ...more }: NumberRecord) {
	const { pricePerMonth, setupPrice, reservation } = more;
	return {
		numberKey,
		number: digits(line.phoneNumber),
		country,
		countryName: COUNTRIES[country],
		type: 'VIRTUAL_LONG_NUMBER',
		capabilities,
		shared: false,
		price: { pricePerMonth, setupPrice, currency: CURRENCY },
		additionalSetupRequired: false,
		editPermissions: { canEditNumber: true, canEditConfiguration: true },
		...(reservation === undefined ? {} : { reservationStatus: reservation }),
		...platform,
	};
}
