const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
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
}

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
		minifySyntax: true,
		minifyWhitespace: true,
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
