import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const DIST = join(__dirname, '../../dist');
const REQUIRE = /(?<![\w.])(?:require|import)\(\s*["']([^"']+)["']\s*\)/g;

const built = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.js'))
	.map((path) => ({ path, source: readFileSync(join(DIST, path), 'utf8') }));

function modulesOf({ path, source }: (typeof built)[number]): string[] {
	return [...source.matchAll(REQUIRE)].map(([, name = '']) =>
		name.startsWith('.') ? relative(DIST, join(DIST, path, '..', name)) : name.replace(/^node:/, ''),
	);
}

const panels = built.filter(({ path }) => /^(nodes|credentials)\//.test(path));
const core = built.filter(({ path }) => path.startsWith('core/'));

test('there is something to look at', () => {
	expect(panels.length).toBeGreaterThan(50);
	expect(core.map(({ path }) => path).sort()).toEqual(['core/all.js', 'core/choices.js', 'core/index.js']);
});

test.each(panels)(
	'$path goes through the door, and takes nothing but n8n-workflow from elsewhere',
	(file) => {
		const others = modulesOf(file).filter((name) => !/^(nodes|credentials)\//.test(name));
		const allowed = ['n8n-workflow', 'crypto', 'core', 'core/index', 'core/choices'];
		expect(others.filter((name) => !allowed.includes(name))).toEqual([]);
	},
);

test.each(core)('$path reaches neither n8n nor the world', (file) => {
	const allowed = ['crypto', 'core/all.js', 'core/choices.js'];
	expect(modulesOf(file).filter((name) => !allowed.includes(name))).toEqual([]);
});
