import { escapeAttribute, escapeText } from '@chancery/xml';
import type { DateValue, MetadataEdit, NameValue } from '../header/write/metadata-edit.js';
import { metadataPatches } from '../header/write/metadata-patches.js';
import { patched } from '../header/write/source-patch.js';
import { plainWord } from '../plain-word.js';
import { teiNamespace } from '../tei-namespace.js';

/** What is known of a letter when it is begun. */
export interface LetterBegun {
  /** The `xml:id` of its file. */
  readonly id: string;
  /** `letter`, `telegram`. */
  readonly kind: string;
  /** As it stands over the letter; undefined for none. */
  readonly number?: string | undefined;
  /** Over the letter, by whoever it is; undefined for none. */
  readonly title?: { readonly text: string; readonly supplied: boolean } | undefined;
  /** Undefined where the volume names none. */
  readonly language?: string | undefined;
  readonly senders: readonly NameValue[];
  readonly addressees: readonly NameValue[];
  readonly date?: DateValue | undefined;
  /** The pointer to the volume's file. */
  readonly volume: string;
  /** Processing instructions that name the schemas, as the files beside it have them. */
  readonly models: readonly string[];
}

/** The TEI of a letter that is begun: its header as far as it is known, and an empty paragraph to write in. */
export function newLetter(begun: LetterBegun): string {
  const { kind, number, title, senders, addressees, date } = begun;
  const names = (people: readonly NameValue[]) => people.map(({ name }) => name).join(' and ');
  const who = [names(senders), names(addressees)].filter(Boolean).join(' to ');
  const called = title?.text ?? who;
  const heads = [
    number === undefined ? '' : `<head type="number">No. ${escapeText(number)}</head>`,
    title === undefined ? '' : `<head type="title">${escapeText(title.text)}</head>`,
  ].filter(Boolean);
  const lines = (indent: string, of: readonly string[]) => of.map((line) => `${indent}${line}\n`).join('');
  const source = `<?xml version="1.0" encoding="UTF-8"?>
${lines('', begun.models)}<TEI xmlns="${teiNamespace}" xml:id="${begun.id}">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>${escapeText(called || begun.id)}</title>
      </titleStmt>
      <publicationStmt>
        <p>Part of the <ref target="${escapeAttribute(begun.volume, '"')}">volume</ref>.</p>
      </publicationStmt>
      <sourceDesc>
        <bibl/>
      </sourceDesc>
    </fileDesc>
  </teiHeader>
  <text${begun.language === undefined ? '' : ` xml:lang="${escapeAttribute(begun.language, '"')}"`}>
    <body>
      <div type="${escapeAttribute(kind, '"')}">
${lines('        ', heads)}        <p/>
      </div>
    </body>
  </text>
</TEI>
`;
  const edits: MetadataEdit[] = [
    ...(title?.supplied ? [{ field: 'supplied', of: 'title', value: true } as const] : []),
    ...senders.map((value) => ({ field: 'senders', value }) as const),
    ...(date ? [{ field: 'date', type: 'sent', value: date } as const] : []),
    ...addressees.map((value) => ({ field: 'addressees', value }) as const),
  ];
  return edits.reduce((now, edit) => patched(now, metadataPatches(now, edit)), source);
}

/**
 * A name for the file of a letter: by who wrote it and when, as far as that is known.
 *
 * @param isTaken whether another letter has a name already
 * @example
 * nameOfNewLetter({ kind: 'letter', senders: [{ name: 'J. V. Stalin' }], date: { when: '1941-08-04' } }, () => false);
 * // 'stalin-1941-08-04'
 */
export function nameOfNewLetter(
  { kind, senders, date }: Pick<LetterBegun, 'kind' | 'senders' | 'date'>,
  isTaken: (name: string) => boolean,
): string {
  const day = date?.when ?? date?.notBefore ?? date?.notAfter;
  const stem = [plainWord(senders[0]?.name ?? '') ?? plainWord(kind) ?? 'letter', day]
    .filter(Boolean)
    .join('-');
  let name = stem;
  for (let count = 2; isTaken(name); count += 1) name = `${stem}-${count}`;
  return name;
}
