/** A mail server that takes everything and keeps it, for templates that send mail. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** What each command of SMTP is answered with; anything else gets 250 (RFC 5321). */
const ANSWERS: Readonly<Record<string, string>> = { DATA: '354 Go on', QUIT: '221 Bye' };

function listen(socket: Socket, keep: (mail: string) => void): void {
	let rest = '';
	let isMail = false;
	socket.setEncoding('utf8');
	socket.on('data', (chunk: string) => {
		rest += chunk;
		for (;;) {
			const end = isMail ? '\r\n.\r\n' : '\r\n';
			const at = rest.indexOf(end);
			if (at < 0) return;
			const part = rest.slice(0, at);
			rest = rest.slice(at + end.length);
			if (isMail) keep(part);
			isMail = !isMail && part.toUpperCase() === 'DATA';
			socket.write(`${ANSWERS[part.slice(0, 4).toUpperCase()] ?? '250 OK'}\r\n`);
		}
	});
	socket.write('220 Mailbox\r\n');
}

export class Mailbox {
	/** Mails as they came, head and body. */
	readonly mails: string[] = [];
	readonly #server = createServer((socket) => {
		listen(socket, (mail) => this.mails.push(mail));
	});

	/** Gives the port. */
	async open(): Promise<number> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new Error('The mailbox has no port');
		return address.port;
	}

	close(): void {
		this.#server.close();
	}
}

/** The attachments of a mail by their file names. */
export function attachmentsOf(mail: string): Map<string, { type: string; content: string }> {
	const [, boundary] = /boundary="([^"]+)"/.exec(mail) ?? [];
	const found = new Map<string, { type: string; content: string }>();
	for (const part of mail.split(`--${boundary ?? ''}`)) {
		const [head = '', ...body] = part.split('\r\n\r\n');
		const [, name] = /filename="?([^"\r\n;]+)/.exec(head) ?? [];
		const [, type] = /Content-Type: ([^;\r\n]+)/i.exec(head) ?? [];
		if (name === undefined || type === undefined) continue;
		found.set(name, { type, content: Buffer.from(body.join(''), 'base64').toString('utf8') });
	}
	return found;
}
