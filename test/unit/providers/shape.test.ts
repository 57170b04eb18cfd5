import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROVIDERS } from '../../../core/providers';

const CORE = join(__dirname, '../../../core/providers');
const FIXTURES = join(__dirname, '../../fixtures');

const ROOMS = ['inbound', 'outbound', 'errors'];
/** Rooms that a provider has where its API offers what is in them. */
const OPTIONAL_ROOMS = ['registration', 'operations'];
/** Rooms of one provider alone. */
const OWN_ROOMS: Readonly<Record<string, readonly string[]>> = { custom: ['language', 'ready'] };

const foldersIn = (path: string) =>
	readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);

/** Folders are written with hyphens, `whatsapp-cloud`, and the table's names without, `whatsAppCloud`. */
const plain = (name: string) => name.replaceAll('-', '').toLowerCase();

const folders = foldersIn(CORE);
const table = new Map<string, object>(
	Object.entries(PROVIDERS).map(([name, provider]) => [plain(name), provider]),
);

function exportedBy(path: string, name: string): unknown {
	const file: unknown = existsSync(join(path, 'index.ts')) ? jest.requireActual(path) : undefined;
	return typeof file === 'object' && file !== null ? Reflect.get(file, name) : undefined;
}

/** What is missing in a provider's folder or too much there, each as a sentence that says what to do. */
function faultsOf(folder: string): string[] {
	const place = `core/providers/${folder}`;
	const provider = table.get(plain(folder));
	if (provider === undefined) return [`${place} is not in PROVIDERS: add it in core/providers/index.ts`];
	const members = Object.keys(provider);
	const rooms = foldersIn(join(CORE, folder));
	const allowed = [...ROOMS, ...OPTIONAL_ROOMS];
	const wanted = [...ROOMS, ...members.filter((member) => OPTIONAL_ROOMS.includes(member))];
	return [
		...wanted
			.filter((room) => exportedBy(join(CORE, folder, room), room) === undefined)
			.map((room) => `${place}/${room}/index.ts has to export a const "${room}"`),
		...ROOMS.filter((room) => !members.includes(room)).map((room) => `${place}/index.ts lacks "${room}"`),
		...members
			.filter((member) => !allowed.includes(member))
			.map((member) => `${place}/index.ts has "${member}", which core/provider.ts does not know`),
		...rooms
			.filter((room) => !wanted.includes(room) && OWN_ROOMS[folder]?.includes(room) !== true)
			.map((room) => `${place}/${room} is not a room of a provider, or ${place}/index.ts lacks "${room}"`),
		...(existsSync(join(FIXTURES, folder)) ? [] : [`test/fixtures/${folder} is missing: put payloads there`]),
	];
}

test.each(folders)('%s has the rooms of a provider', (folder) => {
	expect(faultsOf(folder)).toEqual([]);
});

test('every provider of the table has a folder', () => {
	expect([...table.keys()].sort()).toEqual(folders.map(plain).sort());
});

test.each(folders)('what %s exports from a room is the member of that name', (folder) => {
	for (const [room, member] of Object.entries(table.get(plain(folder)) ?? {})) {
		expect(exportedBy(join(CORE, folder, room), room)).toBe(member);
	}
});
