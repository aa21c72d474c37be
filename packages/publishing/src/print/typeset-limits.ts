import { totalmem } from 'node:os';

/** What is set: text is to be read, the rest are pictures. */
type Files = Readonly<Record<string, string | Uint8Array>>;

const leastTime = 120_000;
const timePerMillion = 60_000;
const leastMemory = 2048;
const memoryPerMillion = 512;
/** What a computer keeps for everybody else. */
const mostOfMemory = 0.6;

/**
 * How long the typesetter may take for files, in milliseconds: two minutes, and a minute more for each million characters that it reads, so that a
 * large edition ends on a slow or busy computer, too.
 */
export function timeLimit(files: Files): number {
  return leastTime + Math.round((charactersIn(files) / 1e6) * timePerMillion);
}

/**
 * How many megabytes the typesetter may take for files: 2048, and for each whole million characters that it reads 512 more, so that a series of
 * volumes is set at once where the computer has the memory for it; never more than three fifths of that.
 */
export function memoryLimit(files: Files, computer = totalmem()): number {
  const wanted = leastMemory + Math.floor(charactersIn(files) / 1e6) * memoryPerMillion;
  const most = Math.floor((computer / 1024 / 1024) * mostOfMemory);
  return Math.max(leastMemory, Math.min(wanted, most));
}

function charactersIn(files: Files): number {
  return Object.values(files).reduce((sum, file) => sum + (typeof file === 'string' ? file.length : 0), 0);
}
