import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { compileCached, compileConfined, StylesheetError, stylesheetDigest } from './compile-stylesheet.js';
import { Stylesheet, stylesheetRoot } from './stylesheet.js';

/** A stylesheet that an edition has in the place of one of Chancery's, which it most often imports. */
export interface OwnStylesheet {
  readonly stylesheet: Stylesheet;
  /** Of all that it is made of: what one made, another does not take over. */
  readonly digest: string;
}

/**
 * Compiles an edition's own stylesheet. It is under the same locks as Chancery's: as it is compiled it reads stylesheets of
 * its own folder and ours alone, and one that could read or write anything when it runs is refused.
 *
 * @param path of the XSLT file
 * @throws {StylesheetError} when it is not there or does not compile
 * @throws {EscapeAttempt} when it could reach outside
 */
export function ownStylesheet(path: string): OwnStylesheet {
  const file = existing(path);
  const digest = stylesheetDigest(file, [dirname(file), stylesheetRoot]);
  const sef = compileCached(file, digest, (each) => compileConfined(each, stylesheetRoot));
  return { stylesheet: Stylesheet.fromSef(path, sef), digest };
}

function existing(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new StylesheetError(`${path}: there is no such stylesheet`, { cause: error });
  }
}
