/** The libraries that the build takes into the package: which they are, and their terms. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The folder of an npm package that a file lies in, the innermost one. */
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const TERMS = /^(?:licen[cs]e|notice|copying)/i;
/** Lines that name the owner or the licence; what follows is the same for all who chose these words. */
const HEAD = /^\s*(?:\(?the mit license\)?|mit license|copyright .*|)$/i;

/**
 * The packages that esbuild took files of, in the order of their names.
 *
 * @param metafiles what esbuild says of each bundle
 * @returns name, version and licence (SPDX) of each, and its folder relative to the repository
 */
function bundledPackages(metafiles) {
	const inputs = metafiles.flatMap(({ outputs }) =>
		Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
	);
	const folders = new Set(inputs.flatMap((input) => PACKAGE_FOLDER.exec(input)?.[0] ?? []));
	return [...folders]
		.map((folder) => {
			const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
			return { name, version, license, folder };
		})
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** A text of terms in two: the lines that name its owner, and the words that others may share with it. */
function parted(text) {
	const lines = text.trim().split(/\r?\n/);
	const first = lines.findIndex((line) => !HEAD.test(line));
	const at = first === -1 ? lines.length : first;
	return { head: lines.slice(0, at).filter(Boolean).join('\n'), words: lines.slice(at).join('\n') };
}

/** The same words in other lines and with other quotation marks are the same. */
function keyOf(words) {
	return words.replace(/\s+/g, ' ').replaceAll('"', "'");
}

/**
 * The page about the libraries inside the package: a list with versions, and all their terms, equal words once.
 *
 * @throws where a library brings no terms: then it may not be passed on
 */
function thirdPartyPage(packages) {
	const groups = new Map();
	for (const { name, version, folder } of packages) {
		const files = readdirSync(folder)
			.filter((file) => TERMS.test(file))
			.sort();
		if (files.length === 0) throw new Error(`${name} ${version} brings no licence text`);
		for (const file of files) {
			const { head, words } = parted(readFileSync(join(folder, file), 'utf8'));
			const group = groups.get(keyOf(words)) ?? { owners: [], words };
			group.owners.push(`${name} ${version} (${file})${head === '' ? '' : `\n${head}`}`);
			groups.set(keyOf(words), group);
		}
	}
	const list = packages.map(({ name, version, license }) => `- ${name} ${version}: ${license}`);
	const terms = [...groups.values()].map(({ owners, words }) => `${owners.join('\n\n')}\n\n${words}`);
	const introduction = 'Parts of these libraries are inside dist/core. Their terms follow the list.';
	return `${[`${introduction}\n\n${list.join('\n')}`, ...terms].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * package.json and package-lock.json of a project that has the bundled libraries as dependencies: npm's own `sbom` and `audit` then
 * speak of what users get, and not of the tools that made it.
 */
function shippedManifest(packages) {
	const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
	const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
	const dependencies = Object.fromEntries(packages.map((one) => [one.name, one.version]));
	const entries = packages.map((one) => [
		`node_modules/${one.name}`,
		{ ...locked[one.folder], dev: undefined },
	]);
	const manifest = { name, version, license, dependencies };
	return {
		'package.json': manifest,
		'package-lock.json': {
			name,
			version,
			lockfileVersion: 3,
			packages: { '': manifest, ...Object.fromEntries(entries) },
		},
	};
}

module.exports = { bundledPackages, shippedManifest, thirdPartyPage };
