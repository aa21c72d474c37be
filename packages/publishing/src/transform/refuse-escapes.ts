import { EscapeAttempt } from './lock-down.js';

/** A node of a compiled stylesheet: the expression tree of the SEF format, as JSON. */
export interface SefNode {
  readonly N: string;
  readonly name?: string;
  readonly C?: readonly SefNode[];
}

const core = 'http://www.w3.org/2005/xpath-functions';

/** Namespaces whose functions compute and do nothing else. All others (ixsl, js, saxon, EXPath) are refused. */
const pure = new Set([
  core,
  `${core}/map`,
  `${core}/array`,
  `${core}/math`,
  'http://www.w3.org/2001/XMLSchema',
]);

/** Functions of other namespaces that the compiler itself writes into its output: `$f(…)` becomes `saxon:apply`. */
const compilerMade = new Set(['Q{http://saxon.sf.net/}apply']);

/**
 * Core functions that read the world (XPath Functions 3.1 §14.6, §14.8; XSLT 3.0 §20), compile code at run time, or
 * answer differently from one call to the next, which would make two builds of one edition differ.
 */
const impure = new Set([
  'doc',
  'doc-available',
  'document',
  'unparsed-text',
  'unparsed-text-lines',
  'unparsed-text-available',
  'json-doc',
  'collection',
  'uri-collection',
  'stream-available',
  'environment-variable',
  'available-environment-variables',
  'system-property',
  'available-system-properties',
  'function-lookup',
  'load-xquery-module',
  'transform',
  'current-date',
  'current-dateTime',
  'current-time',
  'random-number-generator',
]);

/** Instructions that write elsewhere than to the result, or run what was not compiled. */
const instructions: Readonly<Record<string, string>> = {
  resultDoc: 'xsl:result-document',
  evaluate: 'xsl:evaluate',
};

/**
 * Looks through a compiled stylesheet for every call, reference or instruction that could leave its inputs.
 *
 * This is the first of two locks: the second is in the platform, and holds where this one was wrong.
 *
 * @throws {EscapeAttempt} naming the first one found.
 */
export function refuseEscapes(stylesheet: SefNode): void {
  const [means] = findEscapes(stylesheet);
  if (means !== undefined) throw new EscapeAttempt(means);
}

/** Every way out that a compiled stylesheet holds, by its name in XSLT or XPath, each once and sorted. */
export function findEscapes(stylesheet: SefNode): string[] {
  const own = new Set<string>();
  for (const node of walk(stylesheet)) if (node.N === 'function' && node.name) own.add(node.name);
  const found = new Set<string>();
  for (const node of walk(stylesheet)) {
    const means = escapeOf(node, own);
    if (means !== undefined) found.add(means);
  }
  return [...found].sort();
}

function* walk(root: SefNode): Generator<SefNode> {
  const pending: SefNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if (node.C) pending.push(...node.C);
  }
}

function escapeOf(node: SefNode, own: ReadonlySet<string>): string | undefined {
  const { N: kind, name = '' } = node;
  if (Object.hasOwn(instructions, kind)) return instructions[kind];
  if (kind === 'fn') return impure.has(name) ? name : undefined;
  if (kind !== 'ifCall' && kind !== 'fnRef') return undefined;
  if (compilerMade.has(name) || own.has(name)) return undefined;
  const [, namespace = '', local = ''] = /^Q\{([^}]*)\}(.*)$/.exec(name) ?? [];
  if (!pure.has(namespace)) return name;
  return namespace === core && impure.has(local) ? local : undefined;
}
