const { execFile } = require('node:child_process');
const { glob, mkdir, readFile, readdir, rm, writeFile } = require('node:fs/promises');
const { basename, dirname, join, resolve } = require('node:path');
const { promisify } = require('node:util');
const { deflateRawSync } = require('node:zlib');
const esbuild = require('esbuild');
const { parallel, series } = require('gulp');
const { bundledPackages, shippedManifest, thirdPartyPage } = require('./release/bundled.js');

const run = promisify(execFile);

/** A project that depends on what is inside the package, for npm's own tools, which name it after its folder. */
const SHIPPED = 'node_modules/.cache/shipped/n8n-nodes-messaging-channels';

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** Tells importers of a default export what this module was; ours export by name alone. */
const MODULE_MARK = /Object\.defineProperty\(exports,"__esModule",\{value:!0\}\)[,;]/;

/** nodes/ and credentials/ stay one file per module: n8n loads them by path and the community scan reads them. */
async function compile() {
	await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json']).catch(
		(failure) => {
			throw new Error(failure.stdout || failure.message);
		},
	);
	await rm('dist/core', { recursive: true, force: true });
	for await (const file of glob('dist/{nodes,credentials}/**/*.js')) {
		const { code } = await esbuild.transform(await readFile(file, 'utf8'), {
			charset: 'utf8',
			minifySyntax: true,
			minifyWhitespace: true,
		});
		await writeFile(file, code.replace(MODULE_MARK, ''));
	}
}

const LANGUAGES = 'core/consent/keywords/languages';
const LANGUAGE_FILE = /[\\/]keywords[\\/]languages[\\/][^\\/]+\.json$/;

/** Value of a JSON file as an expression that opens it. The library's other face asks for Node's `module`, which n8n's scan refuses. */
function packed(value) {
	const data = deflateRawSync(JSON.stringify(value), { level: 9 }).toString('base64');
	return `JSON.parse(strFromU8(inflateSync(Buffer.from('${data}', 'base64'))))`;
}

const UNPACK = "import { inflateSync, strFromU8 } from 'fflate/browser';";

/** The languages would be a third of the package; compressed together, as they are alike, they are a tenth. */
const packedLanguages = {
	name: 'packed-languages',
	setup(build) {
		build.onLoad({ filter: LANGUAGE_FILE }, ({ path }) => ({
			contents: `import { languages } from 'packed:languages'; export default languages[${JSON.stringify(basename(path))}];`,
		}));
		build.onResolve({ filter: /^packed:languages$/ }, ({ path }) => ({ path, namespace: 'packed' }));
		build.onLoad({ filter: /./, namespace: 'packed' }, async () => {
			const names = (await readdir(LANGUAGES)).filter((name) => name.endsWith('.json')).sort();
			const read = async (name) => [name, JSON.parse(await readFile(join(LANGUAGES, name), 'utf8'))];
			const languages = Object.fromEntries(await Promise.all(names.map(read)));
			return {
				contents: `${UNPACK} export const languages = ${packed(languages)};`,
				resolveDir: __dirname,
			};
		});
	},
};

/** What a panel shows of a language; the default replies are shown in English. */
const namedLanguages = {
	name: 'named-languages',
	setup(build) {
		build.onLoad({ filter: LANGUAGE_FILE }, async ({ path }) => {
			const { code, name, replies } = JSON.parse(await readFile(path, 'utf8'));
			return {
				contents: `export default ${JSON.stringify({ code, name, ...(code === 'en' && { replies }) })};`,
				loader: 'js',
			};
		});
	},
};

/** The numbering plans of all countries, which only somebody who reads a phone number opens. */
const numberingPlans = {
	name: 'numbering-plans',
	setup(build) {
		build.onLoad({ filter: /[\\/]metadata\.max\.json\.js$/ }, async ({ path }) => {
			const plans = JSON.parse(await readFile(path.replace(/\.js$/, ''), 'utf8'));
			const members = Object.keys(plans).map((name) => `get ${name}() { return open().${name}; }`);
			const contents = `${UNPACK}
				let opened;
				const open = () => (opened ??= ${packed(plans)});
				export default { ${members.join(', ')} };`;
			return { contents, loader: 'js', resolveDir: __dirname };
		});
	},
};

async function bundle(entry, outfile, languages) {
	const { metafile } = await esbuild.build({
		entryPoints: [entry],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		minify: true,
		plugins: [languages, numberingPlans],
		legalComments: 'eof',
		metafile: true,
	});
	return { names: Object.keys(require(resolve(outfile))), metafile };
}

/**
 * core/ becomes one file with its libraries inside, because a community node may not bring dependencies, and one with the choices
 * alone. Its door opens the first one with the first use: n8n's start should not wait for it.
 */
async function bundleCore() {
	const choices = await bundle('core/choices.ts', 'dist/core/choices.js', namedLanguages);
	const all = await bundle('core/index.ts', 'dist/core/all.js', packedLanguages);
	const door = `
		const open = (names, load) => {
			for (const name of names) {
				Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
			}
		};
		let all;
		open(${JSON.stringify(choices.names)}, () => require('./choices.js'));
		open(${JSON.stringify(all.names.filter((name) => !choices.names.includes(name)))}, () => (all ??= require('./all.js')));`;
	const { code } = await esbuild.transform(door, { minify: true });
	// Never run: it is how ES modules learn the names of a CommonJS module's exports.
	await writeFile('dist/core/index.js', `${code}0 && (module.exports = { ${all.names.join(', ')} });\n`);
	const packages = bundledPackages([choices.metafile, all.metafile]);
	await writeFile('dist/third-party.txt', thirdPartyPage(packages));
	await mkdir(SHIPPED, { recursive: true });
	for (const [name, content] of Object.entries(shippedManifest(packages))) {
		await writeFile(`${SHIPPED}/${name}`, JSON.stringify(content, undefined, '\t'));
	}
}

/** Icons as they are, and what n8n reads beside the nodes without the whitespace of its source. */
async function copyAssets() {
	for await (const file of glob(['icons/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'])) {
		const text = await readFile(file, 'utf8');
		await mkdir(dirname(`dist/${file}`), { recursive: true });
		await writeFile(`dist/${file}`, file.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text);
	}
}

/** docs/reference: what the nodes' panels take and what the providers' error codes mean, as the source has it. */
async function docs() {
	const outfile = 'node_modules/.cache/docs-generator.js';
	await esbuild.build({
		entryPoints: ['docs/generator/index.ts'],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		packages: 'external',
	});
	const { referencePages } = require(resolve(outfile));
	await rm('docs/reference', { recursive: true, force: true });
	await mkdir('docs/reference');
	await Promise.all([...referencePages()].map(([name, text]) => writeFile(`docs/reference/${name}`, text)));
}

exports.clean = clean;
exports.docs = docs;
exports.build = series(clean, compile, parallel(bundleCore, copyAssets));
exports.default = exports.build;
