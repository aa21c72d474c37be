import { readSource } from '@chancery/importing';
import { type FoundFile, loadFile } from '@chancery/importing/node';
import { drawEdit, type OpenLetter, openLetter, seededRandom, Unproved } from '@chancery/prosemirror-tei';
import type { broughtFindings, Finding, Validator } from '@chancery/validation';
import { checkWellFormed, type DecodedXml, decode, encode, writableIn } from '@chancery/xml';

/** A file that did not come back as it was, or an edit that was not proved. `seed` makes the same edits again. */
export interface Failure {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly seed: number | null;
}

/** Why a file cannot be opened in the editor, with the place in it. */
export interface Malformed {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What came of one file. */
export interface FileProof {
  readonly malformed?: Malformed;
  readonly identical: boolean;
  readonly edits: number;
  readonly exact: number;
  readonly failures: readonly Failure[];
}

/** How a file is edited at random. */
export interface EditPlan {
  readonly edits: number;
  readonly seed: number;
  /** Tells the errors of a source; what it finds an edit may not add to. */
  readonly validator: Validator;
  /** Tells which of the errors after an edit are new. */
  readonly brought: typeof broughtFindings;
}

const unproved = { identical: false, edits: 0, exact: 0, failures: [] };

/**
 * Opens a file as the editor does and saves it again in memory: the bytes must be the same. Then, if there is a plan, makes
 * random edits one after the other and proves each of them. Nothing on disk is changed.
 */
export async function proveFile(found: FoundFile, plan: EditPlan | undefined): Promise<FileProof> {
  const file = found.location;
  const input = await loadFile(found);
  const read = readSource(input);
  if ('refused' in read) return { ...unproved, malformed: malformedBy(file, read.refused) };
  const fault = checkWellFormed(read.text);
  if (fault) return { ...unproved, malformed: malformedBy(file, fault) };
  const failures: Failure[] = [];
  const fail = (code: string, message: string, seed: number | null = null) => {
    failures.push({ file, code, message, seed });
  };
  const letter = open(read, fail);
  if (letter === undefined) return { ...unproved, failures };
  const at = 'bytes' in input ? firstDifference(input.bytes, encode(letter.source, read)) : 0;
  if (at !== undefined) fail('not-identical', `The bytes differ from byte ${at} on.`);
  const proved = plan ? edit(letter, read, plan, fail) : { edits: 0, exact: 0 };
  return { identical: at === undefined, ...proved, failures };
}

function malformedBy(file: string, fault: Omit<Malformed, 'file'> & { readonly advice: string }): Malformed {
  const { code, line, column } = fault;
  return { file, code, message: `${fault.message} ${fault.advice}`, line, column };
}

type Fail = (code: string, message: string, seed?: number) => void;

function open(read: DecodedXml, fail: Fail): OpenLetter | undefined {
  try {
    const letter = openLetter(read.text, { writable: writableIn(read.encoding) });
    if (letter.map.starts.length === letter.doc.content.size) return letter;
    fail('map-incomplete', 'The map of the source does not cover the document.');
  } catch (error) {
    fail('not-opened', messageOf(error));
  }
  return undefined;
}

function edit(
  opened: OpenLetter,
  read: DecodedXml,
  { edits, seed, validator, brought }: EditPlan,
  fail: Fail,
): { edits: number; exact: number } {
  const random = seededRandom(seed);
  const done = { edits: 0, exact: 0 };
  let letter = opened;
  let errors = errorsOf(validator, letter.source);
  for (let count = 1; count <= edits; count += 1) {
    const drawn = drawEdit(letter, random);
    if (!drawn) continue;
    done.edits += 1;
    const place = `Edit ${count} (${drawn.kind}):`;
    try {
      const after = drawn.prove();
      if (decode(encode(after.source, read)).text !== after.source) {
        fail('not-encoded', `${place} The file’s encoding cannot hold what was written.`, seed);
        continue;
      }
      letter = after;
      const errorsAfter = errorsOf(validator, after.source);
      const [fresh] = brought(errors, errorsAfter);
      errors = errorsAfter;
      if (fresh) fail('new-error', `${place} ${fresh.message} (${fresh.path})`, seed);
      else done.exact += 1;
    } catch (error) {
      fail(error instanceof Unproved ? error.code : 'engine-broke', `${place} ${messageOf(error)}`, seed);
    }
  }
  return done;
}

function errorsOf(validator: Validator, source: string): Finding[] {
  return validator.validate(source).filter(({ severity }) => severity === 'error');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function firstDifference(left: Uint8Array, right: Uint8Array): number | undefined {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) if (left[at] !== right[at]) return at;
  return left.length === right.length ? undefined : length;
}
