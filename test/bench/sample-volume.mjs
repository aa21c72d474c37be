import { readdirSync, readFileSync } from 'node:fs';

const corpus = new URL('../../corpus/', import.meta.url);

const tei = (path) => ({ path, source: readFileSync(new URL(path, corpus), 'utf8') });

/** The sample volume, as `publishEdition` takes it. */
export function sampleVolume() {
  const letters = readdirSync(new URL('letters/', corpus)).sort();
  return { volume: tei('volume.xml'), letters: letters.map((name) => tei(`letters/${name}`)) };
}

/** No. 2 of the sample volume, 5 KB: the letter that the single-letter benches work on. */
export const sampleLetter = tei('letters/roosevelt-churchill-1941-08-15.xml');
