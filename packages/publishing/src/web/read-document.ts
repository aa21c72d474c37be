import type { NameUse } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { digest, programDigest } from '../reuse/program-digest.js';
import type { Reuse } from '../reuse/reuse.js';
import type { Source } from '../transform/source.js';
import { transform } from '../transform/transform.js';
import { referencesIn } from './dependencies.js';
import { type EditionFacts, type HeaderFacts, headerFacts } from './document-facts.js';
import type { Registers } from './register-pages.js';

/** All that the plan of an edition takes from the text of one document. */
export interface ReadDocument {
  /** Its row of the plan, as `web/plan` makes it. */
  readonly entry: string;
  readonly header: HeaderFacts;
  /** The names in it that may lead to an entry of a register. */
  readonly uses: readonly NameUse[];
  /** All values of attributes in it, each once. */
  readonly references: readonly string[];
}

/** With what documents are read. */
export interface Reading {
  /** The document parsed for the stylesheets. */
  readonly read: () => Source;
  readonly registers: Registers;
  readonly facts: EditionFacts;
  readonly reuse: Reuse;
}

/** Reads a document for the plan; while its text is the same, what the last publication read of it is taken over. */
export function readDocument(
  id: string,
  file: TeiFile,
  { read, registers, facts, reuse }: Reading,
): ReadDocument {
  // Which names lead to an entry depends on where the registers are, and whether there are any.
  const registered = facts.registers.size === 0 ? '' : facts.path;
  const key = digest([programDigest(), id, file.path, registered, file.source]);
  const known = reuse.take(id, key)?.text;
  if (known !== undefined) return JSON.parse(known) as ReadDocument;
  const tei = parseTree(file.source);
  const made: ReadDocument = {
    entry: transform('web/plan', read(), { id }).result,
    header: headerFacts(tei, file),
    uses: registers.usesIn(tei, file.path),
    references: [...referencesIn(tei)],
  };
  reuse.note(id, { key, files: [], warnings: [], text: JSON.stringify(made) });
  return made;
}
