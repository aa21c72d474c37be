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
import { fileURLToPath, pathToFileURL } from 'node:url';
import { escapeAttribute } from '@chancery/xml';

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

const confined = fileURLToPath(new URL('../../src/transform/compile-process.mjs', import.meta.url));

/** Longer than any stylesheet takes: one that never ends is given up. */
const patience = 120_000;

/**
 * Compiles a stylesheet that is not Chancery's. The compiler reads stylesheets in its folder and below, and Chancery's own,
 * which it imports as `chancery:web/page.xsl`; no other file, and nothing from the network.
 *
 * @param ours the folder of Chancery's stylesheets
 * @throws {StylesheetError}
 */
export function compileConfined(path: string, ours: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-sef-'));
  try {
    const [driver, target] = [join(folder, 'driver.xsl'), join(folder, 'out.sef.json')];
    // Read by the compiler's own command, so it must be ours. The compiler takes the default namespace of the outermost
    // stylesheet for those that it imports too.
    writeFileSync(
      driver,
      `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="http://www.tei-c.org/ns/1.0"><xsl:import href="${escapeAttribute(pathToFileURL(path).href)}"/></xsl:stylesheet>`,
    );
    execFileSync(process.execPath, [confined, driver, target, dirname(path), ours], {
      encoding: 'utf8',
      env: {},
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
    });
    if (!existsSync(target)) throw new StylesheetError(`${path}: the compiler wrote nothing`);
    return readFileSync(target, 'utf8');
  } catch (error) {
    if (error instanceof StylesheetError) throw error;
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    const [, refused] = /^refused: (.*)$/m.exec(stderr) ?? [];
    const why = refused ?? (`${stderr}${stdout}`.trim() || String(error));
    throw new StylesheetError(`${path}: ${why}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A digest of the compiler and of all stylesheets below folders, for `path`. */
export function stylesheetDigest(path: string, roots: readonly string[]): string {
  const hash = createHash('sha256').update(compilerVersion());
  for (const root of roots) {
    hash.update(relative(root, path)).update('\0');
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => /\.xslt?$/.test(each)).sort())
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(root, name)))
        .update('\0');
  }
  return hash.digest('hex');
}

/**
 * The same, kept in a cache by the content of all stylesheets beside and below it: the next build, and whoever runs from
 * source without one, find it there.
 *
 * Safe where several processes compile at once: each writes a file of its own and renames it into place.
 *
 * @param digest of all that it is compiled from
 */
export function compileCached(
  path: string,
  digest: string = stylesheetDigest(path, [dirname(path)]),
  compile: (path: string) => string = compileStylesheet,
): string {
  const folder = join(tmpdir(), `chancery-sef-${userInfo().username}`);
  const cached = join(folder, `${digest}.sef.json`);
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  const compiled = compile(path);
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
