import { createRequire } from 'node:module';
import { lockDown } from './lock-down.js';

/** A node of SaxonJS's own tree. Only what the messages of a stylesheet are read with. */
export interface SaxonNode {
  readonly nodeType: number;
  readonly localName?: string | null;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<SaxonNode>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
}

export interface SaxonPlatform {
  parseXmlFromString(text: string): SaxonNode;
  [name: string]: unknown;
}

export interface SaxonOptions {
  readonly stylesheetInternal: object;
  readonly sourceNode: SaxonNode;
  readonly destination: 'serialized' | 'raw';
  /** Of a raw result: `xdm` gives the items of XPath as they are. */
  readonly resultForm?: 'xdm';
  readonly stylesheetParams: Readonly<Record<string, unknown>>;
  readonly documentPool: object;
  readonly textResourcePool: object;
  readonly collectionFinder: () => never;
  readonly deliverMessage: (content: SaxonNode, code: unknown) => void;
  readonly deliverResultDocument: () => { readonly destination: 'serialized'; readonly save: () => never };
  readonly logLevel: number;
}

export interface Saxon {
  transform(options: SaxonOptions, execution: 'sync'): { readonly principalResult: unknown };
  getPlatform(): SaxonPlatform;
}

const require = createRequire(import.meta.url);
let loaded: Saxon | undefined;

/**
 * SaxonJS, loaded at the first use (it is two megabytes) and locked down before anything can run in it.
 *
 * The lock is for the whole process and is never lifted: stylesheets are compiled elsewhere, and sources are handed
 * over as text, so nothing of ours needs what is taken away.
 */
export function saxon(): Saxon {
  if (loaded) return loaded;
  const depth = Error.stackTraceLimit;
  const fresh = require('saxon-js') as Saxon;
  Error.stackTraceLimit = depth;
  lockDown(fresh.getPlatform());
  loaded = fresh;
  return fresh;
}
