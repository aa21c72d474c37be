import { teiNamespace } from '@chancery/tei';
import { escapeText } from '@chancery/xml';
import type { Persons } from '../proposing/names.js';
import { inSmallLetters } from '../proposing/names.js';
import {
  type BodyPart,
  type ClosingPart,
  type DateLine,
  isCounted,
  type ProposedDate,
  type ProposedDocument,
  titleOfFile,
} from '../proposing/proposed-document.js';
import type { Flow } from '../reading/flow.js';
import { pageBreak, type Span } from './inline.js';
import { letterHeader, volumePath } from './letter-header.js';
import { Scribe, type Script } from './scribe.js';
import { softSpace, wrapped } from './wrap.js';

/** What letters and volume share in writing names. */
export interface Names {
  readonly persons: Persons;
  readonly places: Persons;
}

/** The TEI of a document, in the encoding of the sample volume. */
export function writeLetter(document: ProposedDocument, script: Script, names: Names): string {
  const scribe = new Scribe(script, `letters/${document.id}.xml`, volumePath);
  const writer = new LetterWriter(document, scribe, names);
  // The text is written first: it is the text that tells what the source's characters became.
  const text = writer.text();
  return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="../../schemas/letters.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="../../schemas/letters.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
<TEI xmlns="${teiNamespace}" xml:id="${document.id}">
${letterHeader(document, names)}
  <text xml:lang="en">
    <body>
${text}
    </body>
  </text>
</TEI>
`;
}

class LetterWriter {
  constructor(
    private readonly document: ProposedDocument,
    private readonly scribe: Scribe,
    private readonly names: Names,
  ) {}

  text(): string {
    const { document } = this;
    const blocks = [...document.pages.map(({ n }) => pageBreak(n)), ...this.#head()].map((block) =>
      wrapped(block, '        '),
    );
    const body = this.#body(document.body);
    const closer = document.closing.filter(({ type }) => type !== 'postscript');
    const closing =
      closer.length === 0
        ? []
        : [
            '        <closer>',
            ...closer.map((part) => wrapped(this.#closing(part), '          ')),
            '        </closer>',
          ];
    const after = document.closing
      .filter(({ type }) => type === 'postscript')
      .map(({ flow }) =>
        wrapped(
          `<postscript><p>${this.scribe.running(flow, 'postscript', 'hi')}</p></postscript>`,
          '        ',
        ),
      );
    const lines = [...blocks, ...body, ...closing, ...after];
    // A division holds more than headings (TEI Guidelines, 4.1).
    if (body.length === 0) lines.splice(blocks.length, 0, '        <p><gap reason="not-in-source"/></p>');
    return `      <div type="${document.kind}">\n${lines.join('\n')}\n      </div>`;
  }

  #number(): string[] {
    const { number } = this.document;
    if (!number) return [];
    if (number.flow) return [`<head type="number">${this.scribe.line(number.flow, 'number', 'none')}</head>`];
    const why = isCounted(this.document) ? '' : ' reason="lost" evidence="internal" cert="high"';
    return [
      `<head type="number">No. <supplied resp="${volumePath}#chancery"${why}>${number.value}</supplied></head>`,
    ];
  }

  #dateline(line: DateLine): string {
    return `<dateline>${this.#dated(line)}</dateline>`;
  }

  #dated({ flow, date, place }: DateLine): string {
    const spans = [dateSpan(date)];
    if (place) {
      const [from, to] = place;
      const { id } = this.names.places.person(flow.text.slice(from, to));
      spans.push({ from, to, open: `<placeName ref="${volumePath}#${id}">`, close: '</placeName>' });
    }
    return this.scribe.line(flow, 'dateline', 'none', spans);
  }

  #title(): string[] {
    const { title, handed, file } = this.document;
    if (!title)
      return file === undefined
        ? []
        : [
            `<head type="title"><supplied resp="${volumePath}#commission" reason="no-title">${escapeText(titleOfFile(file))}</supplied></head>`,
          ];
    const { flow, handedFrom, handedDate } = title;
    let words: string;
    if (handedFrom === undefined) words = this.scribe.running(flow, 'title', 'none');
    else {
      const spans: Span[] = handedDate ? [dateSpan(handedDate)] : [];
      for (const name of [handed?.to, handed?.by]) {
        if (name === undefined) continue;
        const from = flow.text.indexOf(name, handedFrom);
        const { id } = this.names.persons.person(name);
        spans.push({
          from,
          to: from + name.length,
          open: `<persName ref="${volumePath}#${id}">`,
          close: '</persName>',
        });
      }
      const written = this.scribe.line(flow, 'title', 'none', spans);
      const at = written.indexOf('<lb/>') + '<lb/>'.length;
      words = `${written.slice(0, at)}<seg type="handed">${written.slice(at)}</seg>`;
    }
    return [
      title.asterisk
        ? `<head type="title"><supplied resp="${volumePath}#commission" reason="no-title">${words}</supplied></head>`
        : `<head type="title">${words}</head>`,
    ];
  }

  /** Number, date lines, title and opener in the order of the source; a number that is lost there comes first. */
  #head(): string[] {
    const { number, datelines, title, opening, salute } = this.document;
    return [
      { at: number?.flow?.at[0], written: this.#number() },
      ...datelines.map((line) => ({ at: line.flow.at[0], written: [this.#dateline(line)] })),
      { at: title?.flow.at[0], written: this.#title() },
      { at: (opening?.flow ?? salute)?.at[0], written: this.#opener() },
    ]
      .sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
      .flatMap(({ written }) => written);
  }

  #opener(): string[] {
    const { salute, opening } = this.document;
    if (!salute && !opening) return [];
    const dateline = opening ? this.#dateline(opening) : '';
    const words = salute
      ? `<salute>${this.scribe.running(salute, 'salutation', 'hi', this.#addressed(salute))}</salute>`
      : '';
    return [`<opener>${dateline}${words}</opener>`];
  }

  /** The one whom a salutation names, where the register knows the name. */
  #addressed({ text }: Flow): Span[] {
    const found =
      /(?:(?:Mr|Mrs|Dr|Marshal|General)\.?\s)(?:\p{Lu}[\p{L}.]*\s)*?(\p{Lu}[\p{L}-]+)(?=[,:])/u.exec(text);
    const known = found && this.names.persons.known(found[1] ?? '');
    return known
      ? [
          {
            from: found.index,
            to: found.index + found[0].length,
            open: `<persName ref="${volumePath}#${known.id}">`,
            close: '</persName>',
          },
        ]
      : [];
  }

  #body(parts: readonly BodyPart[]): string[] {
    const lines: string[] = [];
    let isInList = false;
    const list = (on: boolean) => {
      if (isInList !== on) lines.push(on ? '        <list type="items">' : '        </list>');
      isInList = on;
    };
    for (const part of parts) {
      if (part.type === 'page') {
        lines.push(`${isInList ? '          ' : '        '}${pageBreak(part.n)}`);
        continue;
      }
      list(part.type === 'item');
      if (part.type === 'separator') {
        this.scribe.generated(part.flow, 'separator');
        lines.push('        <milestone unit="section" rend="asterisks"/>');
      } else if (part.type === 'p')
        lines.push(wrapped(`<p>${this.scribe.running(part.flow, 'paragraph', 'hi')}</p>`, '        '));
      else lines.push(...this.#item(part));
    }
    list(false);
    return lines;
  }

  #item({ flow, label: [from, to] }: Extract<BodyPart, { type: 'item' }>): string[] {
    const label = flow.text.slice(from, to);
    // One flow, so that its callouts keep their places: the label is cut off behind it.
    const written = this.scribe.running(flow, 'item', 'hi', [{ from, to, open: '', close: labelEnd }]);
    const rest = written
      .slice(written.indexOf(labelEnd) + labelEnd.length)
      .replace(new RegExp(`^${softSpace}`), '');
    return [`          <label>${escapeText(label)}</label>`, wrapped(`<item>${rest}</item>`, '          ')];
  }

  #closing(part: ClosingPart): string {
    switch (part.type) {
      case 'dateline':
        return this.#dateline(part);
      case 'signed': {
        const name = inSmallLetters(part.flow.text);
        const known = this.names.persons.known(name);
        const words = this.scribe.running(part.flow, 'signature', 'none');
        return known
          ? `<signed><persName ref="${volumePath}#${known.id}">${words}</persName></signed>`
          : `<signed>${words}</signed>`;
      }
      default:
        return `<salute>${this.scribe.running(part.flow, 'valediction', 'none')}</salute>`;
    }
  }
}

const labelEnd = '\u0002';

function dateSpan({ type, from, to, when }: ProposedDate): Span {
  const value = when === undefined ? 'cert="unknown"' : `when="${when}"`;
  return { from, to, open: `<date type="${type}" ${value}>`, close: '</date>' };
}
