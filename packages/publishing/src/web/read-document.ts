import type { NameUse } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { KeptPerFile } from '../kept-per-file.js';
import { digest, programDigest } from '../reuse/program-digest.js';
import type { Reuse } from '../reuse/reuse.js';
import type { Source } from '../transform/source.js';
import type { Transforms } from '../transform/threads/transforms.js';
import { referencesIn } from './dependencies.js';
import { type EditionFacts, type HeaderFacts, headerFacts, type PlannedEntry } from './document-facts.js';
import { readEntry } from './read-plan.js';
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

/** The same, with what its row says. */
export interface PlannedDocument extends ReadDocument {
  readonly planned: PlannedEntry;
}

/** With what documents are read. */
export interface Reading {
  readonly transforms: Transforms;
  readonly registers: Registers;
  readonly reuse: Reuse;
}

/** A digest of all that the reading of a document depends on. */
export function readingKey(id: string, file: TeiFile, facts: EditionFacts): string {
  // Which names lead to an entry depends on where the registers are, and whether there are any.
  const registered = facts.registers.size === 0 ? '' : facts.path;
  return digest([programDigest(), id, file.path, registered, file.source]);
}

const kept = new KeptPerFile<PlannedDocument & { readonly text: string }>();

/**
 * Reads a document for the plan; while its text is the same, what the last publication read of it is taken over.
 *
 * @param key of {@link readingKey}
 * @throws {SourceError} when it cannot be read
 */
export async function readDocument(
  document: { id: string; file: TeiFile; key: string; source: Source },
  reading: Reading,
): Promise<PlannedDocument> {
  const { id, file, key } = document;
  const { reuse } = reading;
  const known = kept.get(file, key);
  const text = known?.text ?? reuse.take(id, key)?.text ?? JSON.stringify(await readAnew(document, reading));
  reuse.note(id, { key, files: [], warnings: [], text });
  if (known) return known;
  const read = JSON.parse(text) as ReadDocument;
  return kept.set(file, key, { ...read, planned: readEntry(read.entry), text });
}

async function readAnew(
  { id, file, source }: { id: string; file: TeiFile; source: Source },
  { transforms, registers }: Reading,
): Promise<ReadDocument> {
  const { result: entry } = await transforms.run('web/plan', source, { id });
  const tei = parseTree(file.source);
  return {
    entry,
    header: headerFacts(tei, file),
    uses: registers.usesIn(tei, file.path),
    references: [...referencesIn(tei)],
  };
}
