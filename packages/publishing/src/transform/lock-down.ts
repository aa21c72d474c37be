/** A stylesheet reached for something outside the inputs that it was given. */
export class EscapeAttempt extends Error {
  override readonly name = 'EscapeAttempt';
  /** What it reached for, in SaxonJS's or XSLT's own name: `readFile`, `doc`, `xsl:result-document`. */
  readonly means: string;

  constructor(means: string) {
    super(`The stylesheet may read only what it is given and write only its result; it tried ${means}.`);
    this.means = means;
  }
}

/** A function that refuses, whatever it is called with. */
export function refuse(means: string): () => never {
  return () => {
    throw new EscapeAttempt(means);
  };
}

/** SaxonJS's doors to files, the network and the console (SaxonJS2N.js, the object named "Node.js"). */
const doors = [
  'readFile',
  'writeFileAsync',
  'writeFileSync',
  'resourcePromise',
  'makeHttpRequest',
  'getStdOut',
] as const;

/**
 * Replaces the platform functions by which SaxonJS reaches beyond its inputs with functions that throw
 * {@link EscapeAttempt}. Questions about where the process runs get an answer that tells nothing. The global object, through which the interactive extensions call any JavaScript, becomes an
 * empty one.
 */
export function lockDown(platform: Record<string, unknown>): void {
  for (const door of doors) {
    if (typeof platform[door] !== 'function')
      throw new Error(`SaxonJS has no ${door}; the lock must be looked at anew`);
    platform[door] = refuse(door);
  }
  platform.cwd = () => '/';
  platform.baseURL = () => 'chancery:/';
  platform.globalObject = Object.freeze(Object.create(null));
}
