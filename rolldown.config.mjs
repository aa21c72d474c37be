// Puts what a package is made of into one file for each way into it: a process that looks for some hundred modules one
// after another needs ten times as long as for one that holds them. Run in the package's folder, by its own build.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const waysIn = Object.values(JSON.parse(readFileSync('package.json', 'utf8')).exports);

export default {
  input: Object.fromEntries(waysIn.map((way) => [basename(way.default, '.js'), way.source])),
  // Other packages stay what they are: each is loaded once, whoever asks for it.
  external: /^[^./]/,
  platform: 'neutral',
  output: { dir: 'dist', cleanDir: true, format: 'esm', chunkFileNames: '[name].js', sourcemap: true },
};
