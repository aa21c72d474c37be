import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCached } from './transform/compile-stylesheet.js';
import { Stylesheet, stylesheetNames, stylesheetRoot } from './transform/stylesheet.js';

/** Part of the build: compiles each stylesheet under xslt/ to dist/sef/, and refuses one that could reach outside. */
const target = fileURLToPath(new URL('./sef/', import.meta.url));
for (const name of stylesheetNames()) {
  const sef = compileCached(join(stylesheetRoot, `${name}.xsl`));
  Stylesheet.fromSef(name, sef);
  const file = join(target, `${name}.sef.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sef);
}
