const LINE_END = '\r\n';

/** Fields and files of a form (RFC 7578). What is not well formed is left out. */
export function readForm(contentType: string, body: Buffer): Record<string, string | File> {
	const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
	const boundary = quoted ?? plain;
	if (boundary === undefined) return {};
	const parts = partsOf(body, `--${boundary}`).map(readPart);
	return Object.fromEntries(parts.filter((part) => part !== undefined));
}

/** What is between the delimiters. */
function partsOf(body: Buffer, delimiter: string): Buffer[] {
	const parts: Buffer[] = [];
	let start = body.indexOf(delimiter);
	while (start >= 0) {
		const from = start + delimiter.length + LINE_END.length;
		const end = body.indexOf(LINE_END + delimiter, from - LINE_END.length);
		if (end >= from) parts.push(body.subarray(from, end));
		start = end < 0 ? -1 : end + LINE_END.length;
	}
	return parts;
}

function readPart(part: Buffer): [string, string | File] | undefined {
	const gap = part.indexOf(LINE_END + LINE_END);
	if (gap < 0) return undefined;
	const headers = part.subarray(0, gap).toString();
	const content = part.subarray(gap + 2 * LINE_END.length);
	const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
	const name = attribute(disposition, 'name');
	const fileName = attribute(disposition, 'filename');
	if (name === undefined) return undefined;
	if (fileName === undefined) return [name, content.toString()];
	const type = /^content-type:\s*(.*?)\s*$/im.exec(headers)?.[1] ?? '';
	return [name, new File([new Uint8Array(content)], fileName, { type })];
}

function attribute(disposition: string, name: string): string | undefined {
	const [, quoted, plain] = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(disposition) ?? [];
	return quoted ?? plain;
}
