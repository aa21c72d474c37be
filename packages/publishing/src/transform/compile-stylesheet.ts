import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** A stylesheet does not compile. The message is the compiler's, which names the file and the line. */
export class StylesheetError extends Error {
  override readonly name = 'StylesheetError';
}

/**
 * Compiles an XSLT 3.0 stylesheet to SEF, SaxonJS's compiled form, as JSON text.
 *
 * The compiler runs in a process of its own: it must read the files that a stylesheet includes, which nothing in this
 * process may. The compiler writes the time of the build into its output, under a checksum; results do not depend on it.
 *
 * @throws {StylesheetError}
 */
export function compileStylesheet(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-sef-'));
  const target = join(folder, 'out.sef.json');
  try {
    const compiler = createRequire(import.meta.url).resolve('xslt3/xslt3.js');
    const options = [`-xsl:${resolve(path)}`, `-export:${target}`, '-nogo', '-relocate:on'];
    execFileSync(process.execPath, [compiler, ...options], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (!existsSync(target)) throw new StylesheetError(`${path}: the compiler wrote nothing`);
    return readFileSync(target, 'utf8');
  } catch (error) {
    if (error instanceof StylesheetError) throw error;
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    throw new StylesheetError(`${path}: ${`${stderr}${stdout}`.trim() || String(error)}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same, kept in a cache by the content of all stylesheets under `root`: the next build, and whoever runs from source
 * without one, find it there.
 *
 * Safe where several processes compile at once: each writes a file of its own and renames it into place.
 */
export function compileCached(path: string, root: string = dirname(path)): string {
  const hash = createHash('sha256').update(compilerVersion()).update(relative(root, path)).update('\0');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.xslt?$/.test(name),
  );
  for (const name of sources.sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  const folder = join(tmpdir(), `chancery-sef-${userInfo().username}`);
  const cached = join(folder, `${hash.digest('hex')}.sef.json`);
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  const compiled = compileStylesheet(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = `${cached}.${randomUUID()}`;
  writeFileSync(temporary, compiled, { flag: 'wx' });
  renameSync(temporary, cached);
  return compiled;
}

function compilerVersion(): string {
  const { version } = createRequire(import.meta.url)('xslt3/package.json') as { version: string };
  return `${version} `;
}
