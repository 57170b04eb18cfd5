import { readdirSync, readFileSync } from 'node:fs';
import { referencePages } from '../../../docs/generator';

const FOLDER = 'docs/reference';

const pages = [...referencePages()];

test.each(pages)('%s says what the source says (npx gulp docs writes it anew)', (name, text) => {
	expect(readFileSync(`${FOLDER}/${name}`, 'utf8')).toBe(text);
});

test('there is no page of something that is gone', () => {
	expect(readdirSync(FOLDER).sort()).toEqual(pages.map(([name]) => name).sort());
});
