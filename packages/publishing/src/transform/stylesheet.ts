import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCached } from './compile-stylesheet.js';
import { refuseEscapes, type SefNode } from './refuse-escapes.js';

/** A compiled stylesheet, known to hold no way out of its inputs. */
export class Stylesheet {
  /** What messages call it: `web/letter`, or the path of a file. */
  readonly name: string;
  readonly #sef: SefNode;

  private constructor(name: string, sef: SefNode) {
    this.name = name;
    this.#sef = sef;
  }

  /**
   * Takes the compiled form (SEF, JSON text).
   *
   * @throws {EscapeAttempt} if it could read or write anything but what it is given.
   */
  static fromSef(name: string, text: string): Stylesheet {
    const sef = JSON.parse(text) as SefNode;
    refuseEscapes(sef);
    return new Stylesheet(name, sef);
  }

  /** Compiles the XSLT file at `path`. Needs the compiler, which a production install leaves out. */
  static fromFile(path: string): Stylesheet {
    return Stylesheet.fromSef(path, compileCached(path));
  }

  /** The expression tree. SaxonJS prepares it at the first run and reuses it at the next. */
  get sef(): object {
    return this.#sef;
  }
}

/** The folder of our own stylesheets. Each `FOLDER/NAME.xsl` is one to run; what they include is a folder deeper,
 * in the same FOLDER. */
export const stylesheetRoot = fileURLToPath(new URL('../../xslt/', import.meta.url));

/** Where the build leaves them compiled. Running from source there is no such folder beside this file. */
const compiledRoot = fileURLToPath(new URL('../sef/', import.meta.url));

const loaded = new Map<string, Stylesheet>();

/** One of our own stylesheets by its name, `web/letter` for `xslt/web/letter.xsl`; loaded once. */
export function stylesheet(name: string): Stylesheet {
  const known = loaded.get(name);
  if (known) return known;
  if (!/^[a-z-]+\/[a-z-]+$/.test(name)) throw new RangeError(`No stylesheet is called “${name}”.`);
  const built = join(compiledRoot, `${name}.sef.json`);
  const sef = existsSync(built)
    ? readFileSync(built, 'utf8')
    : compileCached(join(stylesheetRoot, `${name}.xsl`));
  const fresh = Stylesheet.fromSef(name, sef);
  loaded.set(name, fresh);
  return fresh;
}

/** The names of all stylesheets to be run, sorted. */
export function stylesheetNames(): string[] {
  return readdirSync(stylesheetRoot, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(stylesheetRoot, folder.name))
        .filter((file) => file.endsWith('.xsl'))
        .map((file) => `${folder.name}/${file.slice(0, -'.xsl'.length)}`),
    )
    .sort();
}
