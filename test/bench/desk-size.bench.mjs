import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { report } from './report.mjs';

const dist = new URL('../../apps/web/dist/', import.meta.url);

const read = (path) => readFileSync(new URL(path, dist), 'utf8');

/** The modules that a module cannot run without. What it imports by calling `import()` is loaded later, if at all. */
function needs(path) {
  const found = read(path).matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g);
  return Array.from(found, ([, specifier]) => resolve(specifier, path));
}

/** The modules that a module loads later. */
function mayLoad(path) {
  const found = read(path).matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)/g);
  return Array.from(found, ([, specifier]) => resolve(specifier, path));
}

const resolve = (specifier, from) => new URL(specifier, `http://dist/${from}`).pathname.slice(1);

function withNeeds(paths) {
  const all = new Set(paths);
  for (const path of all) for (const needed of needs(path)) all.add(needed);
  return all;
}

function compressed(paths) {
  let [bytes, plain] = [0, 0];
  for (const path of paths) {
    const content = readFileSync(new URL(path, dist));
    bytes += gzipSync(content).length;
    plain += content.length;
  }
  return { value: bytes / 1000, peer: { name: 'not compressed', value: plain / 1000 } };
}

const page = read('index.html');
const scripts = Array.from(
  page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+\.js)"/g),
  ([, path]) => path,
);
if (scripts.length === 0) throw new Error('The desk’s page loads no script.');
const calendar = withNeeds(scripts);
const letterPage = [...calendar].flatMap(mayLoad).find((path) => path.includes('letter-page'));
if (!letterPage) throw new Error('The letter desk was not found among the modules that are loaded later.');

const figure = (name, paths) => ({ name, unit: 'KB', goal: { atMost: 400 }, ...compressed(paths) });
report(
  figure('Desk, JavaScript of the calendar (gzip)', calendar),
  figure('Desk, JavaScript with a letter open (gzip)', withNeeds([...calendar, letterPage])),
);
