const least = 120_000;
const perMillion = 60_000;

/**
 * How long the typesetter may take for files, in milliseconds: two minutes, and a minute more for each million characters that it reads, so that a
 * large edition ends on a slow or busy computer, too.
 */
export function timeLimit(files: Readonly<Record<string, string | Uint8Array>>): number {
  const characters = Object.values(files).reduce(
    (sum, file) => sum + (typeof file === 'string' ? file.length : 0),
    0,
  );
  return least + Math.round((characters / 1e6) * perMillion);
}
