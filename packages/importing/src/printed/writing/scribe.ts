import type { LedgerBuilder } from '../ledger.js';
import type { FootnoteItem } from '../proposing/item.js';
import type { ProposedDocument } from '../proposing/proposed-document.js';
import { partOfNote, type ResolvedNotes } from '../proposing/resolve-notes.js';
import type { Flow } from '../reading/flow.js';
import { readPrintedDate } from '../reading/printed-date.js';
import type { CompiledRules } from '../rules/compile-rules.js';
import { inline, type Span } from './inline.js';

/** What the writers of all files work with. */
export interface Script {
  readonly rules: CompiledRules;
  readonly ledger: LedgerBuilder;
  readonly notes: ResolvedNotes;
  /** The documents by the number that they bear. */
  readonly byNumber: ReadonlyMap<string, ProposedDocument>;
  /** The `xml:id` of the volume. */
  readonly volumeId: string;
}

/** Writes the flows of one file, and keeps account of them. */
export class Scribe {
  constructor(
    private readonly script: Script,
    /** The file's path in the volume: `letters/stalin-1941-08-04.xml`. */
    readonly path: string,
    /** The relative path to the volume's own file; empty within it. */
    readonly volume: string,
  ) {}

  /** A flow with the notes that it calls and the documents that it refers to. */
  running(flow: Flow, part: string, italics: 'title' | 'hi' | 'none', spans: readonly Span[] = []): string {
    const written = this.line(flow, part, italics, [
      ...spans,
      ...this.#callouts(flow),
      ...this.#references(flow),
      ...dates(flow),
    ]);
    const behind = this.script.notes.uncalled.get(flow) ?? [];
    return written + behind.map((note) => this.footnote(note, note.label)).join('');
  }

  /** A flow as it stands, with nothing but the spans given. */
  line(flow: Flow, part: string, italics: 'title' | 'hi' | 'none', spans: readonly Span[] = []): string {
    return inline(flow, {
      italics,
      spans,
      use: (offsets, as) => this.script.ledger.use(offsets, this.path, part, as),
    });
  }

  /** The units of a flow stand in the file as something that is generated. */
  generated(flow: Flow, part: string): void {
    this.script.ledger.use(flow.at, this.path, part, '');
  }

  footnote(note: FootnoteItem, label: string): string {
    this.generated(partOfNote(note, 'label'), 'footnote');
    const text = partOfNote(note, 'text');
    const words = this.line(text, 'footnote', 'title', [...this.#references(text), ...dates(text)]);
    return `<note type="footnote" place="bottom" n="${label}">${words}</note>`;
  }

  #callouts(flow: Flow): Span[] {
    return (this.script.notes.callouts.get(flow) ?? []).flatMap(({ from, to, calls }): Span[] => {
      if (calls?.kind === 'endnote')
        return [
          { from, to, instead: `<ptr type="endnote" target="${this.volume}#endnote-${calls.value}"/>` },
        ];
      if (calls?.kind !== 'footnote') return [];
      // The note is written where its callout stands, and only then.
      return [{ from, to, instead: () => this.footnote(calls.note, calls.label) }];
    });
  }

  #references(flow: Flow): Span[] {
    return this.script.rules.matchAll('cross-reference', flow.text).flatMap((found): Span[] => {
      const { volume, number, numbers } = found.groups ?? {};
      const [from, to] = [found.index, found.index + found[0].length];
      if (numbers !== undefined) {
        const start = from + found[0].indexOf(numbers);
        return [...numbers.matchAll(/\d+/g)].map((each) => ({
          from: start + each.index,
          to: start + each.index + each[0].length,
          open: this.#reference(each[0]),
          close: '</ref>',
        }));
      }
      if (number === undefined) return [];
      if (volume !== undefined) {
        const target = `${volume.toLowerCase().replace(/\s+/g, '-')}/${number}`;
        return [{ from, to, open: `<ref type="document" cRef="${target}">`, close: '</ref>' }];
      }
      const document = this.script.byNumber.get(number);
      // Number and page are generated, so long as the document bears the number that the words have.
      return document?.number?.flow && found[0] === `No. ${number}`
        ? [{ from, to, instead: `<ptr type="document" target="${this.#pathTo(document)}"/>` }]
        : [{ from, to, open: this.#reference(number), close: '</ref>' }];
    });
  }

  #reference(number: string): string {
    const document = this.script.byNumber.get(number);
    return document
      ? `<ref type="document" target="${this.#pathTo(document)}">`
      : `<ref type="document" cRef="${this.script.volumeId}/${number}">`;
  }

  #pathTo({ id }: ProposedDocument): string {
    return this.volume === '' ? `letters/${id}.xml` : `${id}.xml`;
  }
}

/** Dates in running text whose day, or month, is told with its year; and a span of two months of a year. */
function dates(flow: Flow): Span[] {
  const spans = [
    ...flow.text.matchAll(/(?<=between )(\p{Lu}\p{Ll}+) and (\p{Lu}\p{Ll}+ \d{4})(?!\d)/gu),
  ].flatMap((found) => {
    const last = asPrinted(found[2] ?? '');
    const first = last && asPrinted(`${found[1]} ${last.slice(0, 4)}`);
    return first === undefined ? [] : [span(found, `notBefore="${first}" notAfter="${last}"`)];
  });
  const days = [...flow.text.matchAll(/\p{Lu}\p{Ll}{2,8} (?:\d{1,2}, )?\d{4}(?!\d)/gu)].flatMap((found) => {
    const when = asPrinted(found[0]);
    return when === undefined ? [] : [span(found, `when="${when}"`)];
  });
  return [...spans, ...days];
}

function span(found: RegExpExecArray, value: string): Span {
  return { from: found.index, to: found.index + found[0].length, open: `<date ${value}>`, close: '</date>' };
}

function asPrinted(words: string): string | undefined {
  const read = readPrintedDate(words);
  return read?.certainty === 'as-printed' ? read.when : undefined;
}
