import { calendarDay } from './calendar-day.js';
import type { Context } from './context.js';
import { freeName } from './free-name.js';
import { inSmallLetters, namesIn, type Persons } from './names.js';
import { type ProposedDocument, type ProposedName, titleOfFile } from './proposed-document.js';

/** A letter of a file is kept under the name of its file; of the others, writers and day make the name. */
function stemOf(document: ProposedDocument): string {
  const ofFile = document.file === undefined ? '' : identifierOf(titleOfFile(document.file));
  if (ofFile !== '') return ofFile;
  const writers = document.senders.map(({ id }) => id).join('-');
  const day = calendarDay(document);
  return [writers || document.kind, ...(day === undefined ? [] : [day])].join('-');
}

/** Words as an `xml:id`, as far as they have letters and figures. */
function identifierOf(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return /^\d/.test(name) ? `letter-${name}` : name;
}

/** Says of each document who wrote it to whom, of which kind it is, and under which name it is kept. */
export function describeDocuments(
  documents: readonly ProposedDocument[],
  persons: Persons,
  { rules }: Pick<Context, 'rules'>,
): void {
  for (const document of documents) {
    const { title } = document;
    const named = (place: readonly [number, number] | undefined): ProposedName[] =>
      place && title
        ? namesIn(withoutCallouts(title.flow.text.slice(...place))).map((name) => persons.person(name))
        : [];
    document.senders = named(title?.senders);
    document.addressees = named(title?.addressees);
    if (document.kind === 'message' && document.salute) document.kind = 'letter';
    // The register has the fullest form of each name, which is often that of the signature.
    for (const part of document.closing)
      if (part.type === 'signed') {
        const name = inSmallLetters(part.flow.text);
        if (persons.known(name)) persons.person(name);
      }
  }
  const taken = new Set<string>();
  for (const document of documents) {
    document.id = freeName(stemOf(document), taken);
    taken.add(document.id);
  }

  function withoutCallouts(words: string): string {
    return rules
      .matchAll('callout', words)
      .reduceRight(
        (text, { 0: sign, index }) => text.slice(0, index) + text.slice(index + sign.length),
        words,
      );
  }
}
