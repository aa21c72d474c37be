import { type PrintOptions, printVolume, readSetting } from '../print/index.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';
import { printProven } from './print-proven.js';

/**
 * The volume as its printer takes it. What is wrong with it is told with the PDF that is read; where that is not made beside it, it is set
 * for it all the same, since sheets are not tagged and nothing can be proven by them.
 */
export const pressPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, images, write, step, asSet }) {
    const letters = edition.documents.flatMap(({ file }) => file ?? []);
    const whole = { volume: edition.volume, letters };
    const setting: PrintOptions = {
      template: options.template,
      figures: (file) => images.figures(file),
      setting: options.typst === undefined ? undefined : readSetting(options.typst),
      ...(options.signal ? { signal: options.signal } : {}),
    };
    const isProof = options.proofOf !== undefined;
    const proven = asSet.edition ?? (isProof ? whole : (await printProven(whole, setting)).edition);
    const printed = await printVolume(proven, {
      ...setting,
      use: 'press',
      proof: isProof,
      marks: options.marks,
      onProgress: () => step('Sheets for the press'),
    });
    await write(partPaths.press, printed.pdf);
    return { published: { path: partPaths.press, pages: printed.pages }, warnings: [] };
  },
};
