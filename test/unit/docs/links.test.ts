import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** Fenced and inline code may hold brackets that are no links. */
const CODE = /^(`{3,})[\s\S]*?^\1$|`[^`\n]*`/gm;
const LINK = /\[[^\]]*\]\(([^)\s]+)[^)]*\)/g;
const HEADING = /^#{1,6} +(.*)$/gm;
/** Addresses of this repository, as nodes and credentials have them. */
const OWN = /https:\/\/github\.com\/n8n-nodes-messaging-channels\/n8n-nodes-messaging-channels([^\s"'\\]*)/g;

function matches(pattern: RegExp, text: string): string[] {
	return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** The name that GitHub gives to a heading. */
function anchorOf(heading: string): string {
	return heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
		.replaceAll(' ', '-');
}

/** A heading that comes again gets a number. */
function anchorsOf(path: string): Set<string> {
	const anchors = new Set<string>();
	const text = readFileSync(path, 'utf8').replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
	for (const anchor of matches(HEADING, text).map(anchorOf)) {
		let [name, count] = [anchor, 0];
		while (anchors.has(name)) name = `${anchor}-${++count}`;
		anchors.add(name);
	}
	return anchors;
}

/** What is wrong with a link, or nothing. */
function faultOf(from: string, link: string): string | undefined {
	const [path = '', anchor] = decodeURI(link).split('#');
	const target = path === '' ? from : normalize(join(dirname(from), path));
	if (relative('.', target).startsWith('..')) return 'leads out of the repository';
	if (!existsSync(target)) return 'leads nowhere';
	if (anchor === undefined) return undefined;
	if (statSync(target).isDirectory() || !target.endsWith('.md'))
		return 'has an anchor, and no page behind it';
	return anchorsOf(target).has(anchor) ? undefined : 'names a heading that is not there';
}

function faultsIn(path: string): string[] {
	const links = matches(LINK, readFileSync(path, 'utf8').replace(CODE, ''));
	return links
		.filter((link) => !/^[a-z]+:/.test(link))
		.flatMap((link) => {
			const fault = faultOf(path, link);
			return fault === undefined ? [] : [`${link} ${fault}`];
		});
}

const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('{docs,templates}/**/*.md')].sort();

test.each(pages)('%s: every link and anchor is there', (path) => {
	expect(faultsIn(path)).toEqual([]);
});

/** The address of the repository itself shows its README. */
function pathOf(address: string): string {
	return address.replace(/^\/blob\/main\//, '').replace(/^#/, 'README.md#');
}

const sources = globSync('{nodes,credentials}/**/*.{ts,json}')
	.map((path): [string, string[]] => [path, matches(OWN, readFileSync(path, 'utf8')).map(pathOf)])
	.filter(([, links]) => links.length > 0);

test.each(sources)('%s: what the editor links to is there', (_, links) => {
	expect(links.flatMap((link) => faultOf('README.md', link) ?? [])).toEqual([]);
});
