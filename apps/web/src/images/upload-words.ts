import { counted } from '../letters/counted.js';
import type { Upload } from './uploads.js';

/** What became of files that are all settled: “97 files added, 2 there already, 1 not added.” */
export function uploadsWords(all: readonly Pick<Upload, 'state'>[]): string {
  const count = (kind: Upload['state']['kind']) => all.filter(({ state }) => state.kind === kind).length;
  const [added, there, failed] = [count('done'), count('there'), count('failed')];
  return [
    `${counted(added, 'file')} added`,
    ...(there > 0 ? [`${there} there already`] : []),
    ...(failed > 0 ? [`${failed} not added`] : []),
  ]
    .join(', ')
    .concat('.');
}
