/** Characters of the GSM 03.38 alphabet, which fit 160 into a text message; any other makes it UCS-2 with 70. */
const GSM = /^[\n\r -_a-~£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜ§¿äöñüà¡€]*$/;

export function isGsm(text: string): boolean {
	return GSM.test(text);
}

/** How many text messages a text takes. */
export function smsParts(text: string): number {
	const [single, part] = isGsm(text) ? [160, 153] : [70, 67];
	return text.length <= single ? 1 : Math.ceil(text.length / part);
}
