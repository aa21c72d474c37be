import { printVolume, readSetting } from '../print/index.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';

/** The volume as its printer takes it. What is wrong with it is told with the PDF that is read. */
export const pressPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, write, step }) {
    const letters = edition.documents.flatMap(({ file }) => file ?? []);
    const printed = await printVolume(
      { volume: edition.volume, letters },
      {
        use: 'press',
        proof: options.proofOf !== undefined,
        template: options.template,
        setting: options.typst === undefined ? undefined : readSetting(options.typst),
        marks: options.marks,
        ...(options.signal ? { signal: options.signal } : {}),
        onProgress: () => step('Sheets for the press'),
      },
    );
    await write(partPaths.press, printed.pdf);
    return { published: { path: partPaths.press, pages: printed.pages }, warnings: [] };
  },
};
