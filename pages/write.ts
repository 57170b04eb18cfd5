/** Writes the pages of the templates into their workflows. Run by `npm run pages`. */
import { writeFile } from 'node:fs/promises';
import { servingFiles, templatesWithPage } from './workflows.ts';

for (const name of await templatesWithPage()) {
	for (const { file, present, due } of await servingFiles(name)) {
		if (present === due) continue;
		await writeFile(file, due);
		console.log(`${file}: ${(due.length / 1024).toFixed(0)} KB`);
	}
}
