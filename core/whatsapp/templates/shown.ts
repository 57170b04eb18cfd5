import { keyOn } from './keys';
import { BLANK } from './text';
import type { MessageTemplate } from './template';

const CARD = /^Card (\d+):$/;

/**
 * A template as the person reads it, one line for each part.
 *
 * @param valueOf what stands in a blank, by its key; `undefined` shows the blank as a box
 */
export function shownTemplate(
	{ preview, blanks }: MessageTemplate,
	valueOf: (key: string) => string | undefined,
): string {
	const keys = new Set(blanks.map(({ key }) => key));
	let card: number | undefined;
	const shown = preview.split('\n').map((line, index) => {
		const number = CARD.exec(line)?.[1];
		if (number !== undefined) card = Number(number) - 1;
		return line.replace(BLANK, (_blank, name: string) => {
			// A header comes first. Of a one-time password WhatsApp writes the text itself.
			const candidates = [
				...(index === 0 ? [`header_text_${name}`] : []),
				keyOn(card, `body_${name}`),
				'otp_code',
			];
			const key = candidates.find((candidate) => keys.has(candidate));
			return (key === undefined ? undefined : valueOf(key)) ?? '▢';
		});
	});
	return shown.join('\n');
}
