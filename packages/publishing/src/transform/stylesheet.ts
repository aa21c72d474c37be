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
  #settled = false;

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

  /** Ends what SaxonJS does anew at each run and needs to do once. To be called after the first run. */
  settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    for (const component of this.#sef.C ?? []) {
      if (component.N !== 'co' || !component.C) continue;
      Object.setPrototypeOf(component.C, Closed.prototype);
      for (const mode of component.C)
        if (mode.N === 'mode' && mode.C) Object.setPrototypeOf(mode.C, Rules.prototype);
    }
  }
}

/**
 * The one child of a component, a template or function, as SaxonJS reads it: by its index.
 *
 * At each run SaxonJS walks the whole tree by `forEach`, twice, for nested packages, which the compiler never writes
 * (SaxonJS2N.js 2.7, the function that makes the context). That took more time than a short letter. The walk ends here.
 * The first run must go all the way: it checks the checksum and sets the parents.
 */
class Closed extends Array<SefNode> {
  /** What is made of it by `filter` and the like is an ordinary array. */
  static override get [Symbol.species]() {
    return Array;
  }

  override forEach(): void {}
}

const made = new WeakMap<Rules, readonly unknown[]>();

/**
 * The template rules of a mode, of which SaxonJS prepares the patterns anew at each run (the constructor of its modes), by
 * `map` and with the same outcome. They are prepared once; each run sorts a list of its own.
 */
class Rules extends Array<SefNode> {
  static override get [Symbol.species]() {
    return Array;
  }

  override map<Made>(make: (rule: SefNode, index: number, rules: SefNode[]) => Made): Made[] {
    const known = (made.get(this) as readonly Made[] | undefined) ?? super.map(make);
    made.set(this, known);
    return [...known];
  }
}

/**
 * The folder of our own stylesheets. Each `FOLDER/NAME.xsl` is one to run; what they include is a folder deeper, in the
 * same FOLDER.
 */
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
