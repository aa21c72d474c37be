import { elements } from './elements/index.js';
import { toEncodingGuide } from './guide/to-encoding-guide.js';
import { toOdd } from './odd/to-odd.js';
import { toRelaxNg } from './relax-ng/to-relax-ng.js';

/** A file of `schemas/` that is folded out of the table. */
export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

export function generatedFiles(): readonly GeneratedFile[] {
  return [
    { path: 'schemas/letters.rng', text: toRelaxNg(elements) },
    { path: 'schemas/letters.odd', text: toOdd(elements) },
    { path: 'schemas/encoding-guide.html', text: toEncodingGuide(elements) },
  ];
}
