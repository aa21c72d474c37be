// Writes the files of schemas/ that are folded out of the element table. Run by `npm run generate -w @chancery/tei`.
import { writeFile } from 'node:fs/promises';
import { generatedFiles } from '@chancery/tei/generated-files';

const repository = new URL('../../', import.meta.url);

for (const { path, text } of generatedFiles()) {
  await writeFile(new URL(path, repository), text);
  process.stdout.write(`${path}\n`);
}
