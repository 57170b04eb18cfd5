const { execFile } = require('node:child_process');
const { glob, readFile, rm, writeFile } = require('node:fs/promises');
const { dirname } = require('node:path');
const { promisify } = require('node:util');
const { runInNewContext } = require('node:vm');
const { deflateRawSync } = require('node:zlib');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

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
		await writeFile(file, code);
	}
}

/** The vocabularies of 32 languages would be a third of the package; compressed, they are a tenth. */
const packedVocabularies = {
	name: 'packed vocabularies',
	setup(build) {
		build.onLoad({ filter: /[\\/]consent[\\/]languages[\\/]index\.ts$/ }, async ({ path }) => {
			const built = await esbuild.build({
				entryPoints: [path],
				bundle: true,
				format: 'cjs',
				write: false,
			});
			const module = { exports: {} };
			runInNewContext(built.outputFiles[0].text, { module });
			const json = JSON.stringify(module.exports.LANGUAGES);
			const packed = deflateRawSync(json, { level: 9 }).toString('base64');
			const contents = `import { inflateSync, strFromU8 } from 'fflate';
				export const LANGUAGES = JSON.parse(strFromU8(inflateSync(Buffer.from('${packed}', 'base64'))));`;
			return { contents, loader: 'js', resolveDir: dirname(path) };
		});
	},
};

/** core/ becomes one file with its libraries inside, because a community node may not bring dependencies. */
async function bundleCore() {
	await esbuild.build({
		entryPoints: ['core/index.ts'],
		outfile: 'dist/core/index.js',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		minify: true,
		plugins: [packedVocabularies],
		legalComments: 'eof',
	});
}

function copyAssets() {
	return src(['icons/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: '.' }).pipe(
		dest('dist'),
	);
}

exports.clean = clean;
exports.build = series(clean, compile, parallel(bundleCore, copyAssets));
exports.default = exports.build;
