import { NotWellFormed, type OpenLetter, openLetter } from '../open-letter.js';
import { type Origin, originOf } from '../origin.js';
import { DocumentsDiffer } from '../same-document.js';
import type { SourceStep } from '../steps/source-step.js';
import { checkXmlIds } from '../to-tei/check-xml-ids.js';
import { EditRefused } from '../to-tei/edit-refused.js';
import { remember } from '../to-tei/remember.js';
import { refuseOtherRoot } from './refuse-other-root.js';

/**
 * Applies a source step to a letter: the source changes exactly as the step says, and is then opened anew and proved to
 * say what the document says. How elements were written that are not in the letter now is kept, in case they come back.
 *
 * A step that takes the letter back to a source it had, with the same document, takes back all that was known then.
 *
 * @throws {EditRefused} with a code and a plain message; nothing has happened then.
 */
export function applySourceStep(letter: OpenLetter, step: SourceStep): OpenLetter {
  const { doc, failed } = step.apply(letter.doc);
  if (!doc)
    throw new EditRefused('step-does-not-apply', failed ?? 'The edit does not fit the letter as it is.');
  const source = patched(letter, step);
  const { text } = step.change;
  if (text.includes('xml:id') || step.change.old.includes('xml:id')) checkXmlIds(letter.source, source);
  const place = letter.past.findLastIndex(
    (revision) => revision.bySource && revision.source === source && revision.doc.eq(doc),
  );
  const former = letter.past[place];
  const next = proved(() => openLetter(source, { ...letter.options, adopt: doc }));
  refuseOtherRoot(letter.base, next.base);
  if (former) {
    const { base, origins, flattened } = former;
    return { ...next, base, origins, flattened, past: letter.past.slice(0, place) };
  }
  return {
    ...next,
    origins: absentOrigins(letter, next),
    flattened: shifted(letter.flattened, step),
    past: remember(letter, true),
  };
}

function patched({ source, doc, map }: OpenLetter, { from, to, change }: SourceStep): string {
  const start = from > 0 ? (map.ends[from - 1] ?? 0) : 0;
  const end = to < doc.content.size ? (map.starts[to] ?? source.length) : source.length;
  const at = start + change.at;
  if (end - start !== change.length || !source.startsWith(change.old, at)) {
    throw new EditRefused('source-changed', 'The source has changed meanwhile in the same place.');
  }
  return source.slice(0, at) + change.text + source.slice(at + change.old.length);
}

function proved(open: () => OpenLetter): OpenLetter {
  try {
    return open();
  } catch (error) {
    if (error instanceof NotWellFormed) throw new EditRefused('not-well-formed', error.message);
    if (!(error instanceof DocumentsDiffer)) throw error;
    throw new EditRefused(
      'not-lossless',
      `The source would say something else than the text: ${error.message}.`,
    );
  }
}

function absentOrigins(letter: OpenLetter, next: OpenLetter): ReadonlyMap<string, Origin> {
  const absent = new Map<string, Origin>();
  for (const [id, instance] of letter.base.instances) {
    if (!next.base.instances.has(id)) absent.set(id, originOf(letter.base, instance));
  }
  for (const [id, origin] of letter.origins) {
    if (!next.base.instances.has(id)) absent.set(id, origin);
  }
  return absent;
}

function shifted(flattened: ReadonlyMap<number, string>, step: SourceStep): ReadonlyMap<number, string> {
  const moved = new Map<number, string>();
  for (const [position, raw] of flattened) {
    if (position < step.from) moved.set(position, raw);
    else if (position >= step.to) moved.set(position - step.to + step.from + step.slice.size, raw);
  }
  return moved;
}
