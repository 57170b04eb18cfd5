export const TEMPLATE_STATUSES = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'] as const;

/** A template as the Graph API shows it (Meta, Template components; Template management). */
export interface TemplateDefinition {
	id: string;
	name: string;
	language: string;
	category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
	sub_category?: string | undefined;
	status: (typeof TEMPLATE_STATUSES)[number];
	parameter_format: 'POSITIONAL' | 'NAMED';
	message_send_ttl_seconds?: number | undefined;
	/** A maximum price, with which it goes through `/marketing_messages` alone. */
	optimization_spec?: { bid_amount: number; bid_strategy: string } | undefined;
	components: readonly Component[];
	rejected_reason?: string | undefined;
	quality_score?: { score: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' };
}

/** Samples that the review wants. Sending has no use for them. */
type Example = Readonly<Record<string, unknown>>;

export type Component =
	| { type: 'HEADER'; format: 'TEXT'; text: string; example?: Example | undefined }
	| { type: 'HEADER'; format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF'; example: Example }
	| { type: 'HEADER'; format: 'LOCATION' | 'PRODUCT' }
	| {
			type: 'BODY';
			text: string;
			add_security_recommendation?: boolean | undefined;
			example?: Example | undefined;
	  }
	| { type: 'FOOTER'; text: string; code_expiration_minutes?: number | undefined }
	| { type: 'BUTTONS'; buttons: readonly Button[] }
	| { type: 'LIMITED_TIME_OFFER'; limited_time_offer: { text: string; has_expiration: boolean } }
	| { type: 'CALL_PERMISSION_REQUEST' }
	| { type: 'CAROUSEL'; cards: readonly { components: readonly Component[] }[] };

export type Button = { text: string } & (
	| {
			type:
				'QUICK_REPLY' | 'CATALOG' | 'MPM' | 'SPM' | 'ORDER_DETAILS' | 'VOICE_CALL' | 'REQUEST_CONTACT_INFO';
	  }
	| { type: 'URL'; url: string; example?: readonly string[] | undefined }
	| { type: 'PHONE_NUMBER'; phone_number: string }
	| { type: 'COPY_CODE'; example: readonly string[] }
	| { type: 'OTP'; otp_type: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP'; url: string }
	| { type: 'FLOW'; flow_id: string; flow_action: 'navigate' | 'data_exchange' }
);
