import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ENDINGS = ['', '.ts', '/index.ts'];

/**
 * The files that a file names with a relative path, types included. The key is the parsed file, so that an edit makes a new entry.
 * @type {WeakMap<ts.SourceFile, Map<string, ts.SourceFile>>} by specifier
 */
const known = new WeakMap();

/** @param {ts.Program} program @param {ts.SourceFile} file */
function importsOf(program, file) {
	let imports = known.get(file);
	if (imports) return imports;
	imports = new Map();
	for (const statement of file.statements) {
		if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
		const specifier = statement.moduleSpecifier;
		if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) continue;
		const path = join(dirname(file.fileName), specifier.text);
		const target = ENDINGS.map((ending) => program.getSourceFile(path + ending)).find(Boolean);
		if (target) imports.set(specifier.text, target);
	}
	known.set(file, imports);
	return imports;
}

/** The shortest way by imports from one file to another, both included; undefined where there is none. */
function way(program, from, to) {
	const cameFrom = new Map([[from, undefined]]);
	for (const file of cameFrom.keys()) {
		if (file === to) {
			const files = [];
			for (let each = file; each; each = cameFrom.get(each)) files.unshift(each);
			return files;
		}
		for (const next of importsOf(program, file).values()) if (!cameFrom.has(next)) cameFrom.set(next, file);
	}
	return undefined;
}

/**
 * No file imports one that leads back to it. Types count: two files that know each other's types are one thought as well. (The
 * rule of the same name in the import plugins passes over types.)
 * @type {import('eslint').Rule.RuleModule}
 */
export const noImportCycle = {
	meta: { type: 'problem', schema: [], messages: { cycle: 'Import cycle: {{ way }}' } },
	create(context) {
		const { cwd, filename, sourceCode } = context;
		const { program } = sourceCode.parserServices;
		const file = program.getSourceFile(filename);
		const check = (node) => {
			const target = node.source && importsOf(program, file).get(node.source.value);
			const back = target && way(program, target, file);
			if (!back) return;
			const names = [file, ...back].map(({ fileName }) => relative(cwd, fileName));
			context.report({ node: node.source, messageId: 'cycle', data: { way: names.join(' → ') } });
		};
		return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
	},
};
