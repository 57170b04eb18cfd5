import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** Lints lines as if they stood in these files, with the walls alone. */
function problemsIn(lines: readonly (readonly [file: string, line: string])[]): string[][] {
	const script = `
		import { Linter } from 'eslint';
		import tseslint from 'typescript-eslint';
		import { walls } from './eslint/walls.mjs';
		const config = [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...walls];
		const linter = new Linter({ cwd: process.cwd() });
		const found = ${JSON.stringify(lines)}.map(([filename, code]) =>
			linter.verify(code, config, { filename }).map(({ ruleId, message }) => ruleId ?? message));
		console.log(JSON.stringify(found));`;
	const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
	const found: string[][] = JSON.parse(output.toString());
	return found;
}

const REFUSED = [
	['core/lib/a.ts', "import { readFile } from 'node:fs/promises';"],
	['core/http/a.ts', "import { request } from 'node:https';"],
	['core/messages/a.ts', "import axios from 'axios';"],
	['core/consent/a.ts', "import type { IDataObject } from 'n8n-workflow';"],
	['core/webhooks/a.ts', "import { transport } from '../../nodes/shared/transport';"],
	['core/operations/a.ts', "import { infobip } from '../providers/infobip';"],
	['core/whatsapp/templates/a.ts', "import { templates } from '../../providers/sinch/outbound/templates';"],
	['core/provider.ts', "import { PROVIDERS } from './providers';"],
	['core/delivery/a.ts', "export const answer = fetch('https://example.com');"],
	['core/delivery/a.ts', 'setTimeout(() => {}, 1);'],
	['core/lib/a.ts', 'export const level = process.env.LEVEL;'],
	['core/providers/sinch/operations/a.ts', "import { infobip } from '../../infobip';"],
	['core/providers/infobip/a.ts', "import { operations } from '../whatsapp-cloud/operations';"],
	['nodes/shared/a.ts', "import { compact } from '../../core/lib/json';"],
	['nodes/MessagingSend/a.ts', "import { PROVIDERS } from '../../core/providers';"],
	['credentials/A.credentials.ts', "import { phone } from '../core/lib/phone';"],
] as const;

const ALLOWED = [
	['core/lib/a.ts', "import { createHash } from 'node:crypto';"],
	['core/providers/sinch/inbound/a.ts', "import { compact } from '../../../lib/json';"],
	['core/providers/sinch/inbound/a.ts', "import { errors } from '../errors';"],
	['core/providers/index.ts', "import { sinch } from './sinch';"],
	['nodes/shared/a.ts', "import { parseWebhook } from '../../core';"],
	['nodes/shared/a.ts', "import { LANGUAGE_CHOICES } from '../../core/choices';"],
] as const;

const refused = problemsIn(REFUSED);
const allowed = problemsIn(ALLOWED);

test.each(REFUSED.map(([file, line], index) => [file, line, refused[index]] as const))(
	'%s may not hold: %s',
	(_file, _line, problems) => {
		expect(problems).toHaveLength(1);
		expect(problems?.[0]).toMatch(/^no-restricted-(imports|globals)$/);
	},
);

test.each(ALLOWED.map(([file, line], index) => [file, line, allowed[index]] as const))(
	'%s may hold: %s',
	(_file, _line, problems) => {
		expect(problems).toEqual([]);
	},
);
