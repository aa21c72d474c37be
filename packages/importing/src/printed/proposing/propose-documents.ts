import { type Flow, joined, partOf } from '../reading/flow.js';
import { readNumber } from '../reading/misread.js';
import type { Context } from './context.js';
import type { DocumentItem, LetterItem, Structure, StructuredItem as Structured } from './item.js';
import { leaveWords, wordsOf } from './leave-words.js';
import { proposeDate } from './propose-date.js';
import type { ProposedDocument } from './proposed-document.js';
import { groupsOf } from './read-items.js';
import { settleClosing } from './settle-closing.js';

/** Divides the items of the documents into documents, and gives each line its part. */
export function proposeDocuments(items: readonly DocumentItem[], context: Context): ProposedDocument[] {
  const builder = new Builder(context);
  for (const [index, item] of items.entries()) builder.take(item, items.slice(index + 1, index + 6));
  return builder.close();
}

class Builder {
  readonly #context: Context;
  readonly #documents: ProposedDocument[] = [];
  /** Page ends that wait for what comes next. */
  #pages: { n: string | undefined }[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  take(item: DocumentItem, next: readonly DocumentItem[]): void {
    const now = this.#documents.at(-1);
    switch (item.type) {
      case 'page':
        this.#pages.push({ n: item.n });
        return;
      case 'letter':
        this.#begin(undefined, item);
        return;
      case 'number':
        if (!this.#opensByNumber(item, next)) {
          this.#text(item.flow);
          return;
        }
        this.#headOf((document) => document.number === undefined, item.type);
        this.#number(item);
        return;
      case 'received':
      case 'sent':
        this.#dateline(item, item.type);
        return;
      case 'title':
      case 'kind':
        this.#headOf((document) => document.title === undefined, item.type);
        this.#title(item);
        return;
      case 'handed':
        this.#handed(item);
        return;
      case 'enclosure':
        this.#enclosure(item);
        return;
      case 'footnote':
        if (now) now.footnotes.push(item);
        else this.#leave(item.flow);
        return;
      case 'separator':
        this.#turnPage();
        if (now) now.body.push({ type: 'separator', flow: item.flow });
        else this.#leave(item.flow);
        return;
      case 'salutation':
        if (!now || hasText(now) || now.salute) {
          this.#text(item.flow);
          return;
        }
        this.#turnPage();
        now.salute = item.flow;
        return;
      case 'valediction':
      case 'signature':
      case 'dateline':
        this.#closing(item);
        return;
      case 'text':
        this.#text(item.flow);
        return;
    }
  }

  close(): ProposedDocument[] {
    for (const document of this.#documents) settleClosing(document, this.#context);
    return this.#documents;
  }

  /** A number alone in its line begins a document when what follows does, or when the text before has come to an end. */
  #opensByNumber({ flow, groups }: Structured, next: readonly DocumentItem[]): boolean {
    const after = next.find(({ type }) => type !== 'page' && type !== 'footnote');
    const [from, to] = groups.number ?? [0, 0];
    if (!readNumber(flow.text.slice(from, to))) return false;
    if (after && ['received', 'sent', 'title', 'kind', 'salutation'].includes(after.type)) return true;
    const { choice } = this.#context.doubts.ask<'begin' | 'continue'>({
      code: 'boundary',
      line: flow.first,
      choices: [
        { choice: 'begin', words: 'a document begins here' },
        { choice: 'continue', words: 'this line belongs to the text' },
      ],
      why: 'A number stands alone in its line, but neither a title nor a date follows.',
    });
    return choice === 'begin';
  }

  /** The document whose head a line belongs to: the last one while it is without text, else a new one. */
  #headOf(isFree: (document: ProposedDocument) => boolean, by: Structure): ProposedDocument {
    const now = this.#documents.at(-1);
    if (now && !hasText(now) && !now.salute && isFree(now) && !(by === 'number' && now.title)) {
      this.#turnPage();
      return now;
    }
    return this.#begin(undefined);
  }

  #begin(enclosedIn: ProposedDocument | undefined, letter?: LetterItem): ProposedDocument {
    const document: ProposedDocument = {
      id: '',
      kind: enclosedIn ? 'enclosure' : letter ? 'letter' : 'message',
      enclosedIn,
      file: letter?.file,
      pages: [],
      datelines: [],
      body: [],
      closing: [],
      footnotes: [],
      senders: [],
      addressees: [],
    };
    this.#documents.push(document);
    this.#turnPage();
    return document;
  }

  #number({ flow, groups }: Structured): void {
    const document = this.#documents.at(-1);
    const place = groups.number ?? [0, flow.text.length];
    const written = flow.text.slice(...place);
    if (document) document.number = { flow, place, written, value: written };
  }

  #dateline({ flow, groups }: Structured, type: 'received' | 'sent'): void {
    const document = this.#headOf(({ datelines }) => datelines.length === 0, type);
    document.datelines.push(
      proposeDate(flow, type, groups.date ?? [0, flow.text.length], this.#context, document),
    );
  }

  #title({ type, flow, groups }: Structured): void {
    const document = this.#documents.at(-1);
    if (!document) return;
    const hasAsterisk = isFilled(groups.asterisk);
    document.title = {
      flow: hasAsterisk ? this.#withoutAsterisk(flow) : flow,
      asterisk: hasAsterisk,
      ...(type === 'title' ? { senders: groups.senders, addressees: groups.addressees } : {}),
    };
    if (type === 'kind' && groups.kind)
      document.kind = flow.text
        .slice(...groups.kind)
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase();
  }

  #withoutAsterisk(flow: Flow): Flow {
    const last = flow.at.at(-1);
    if (last !== undefined)
      this.#context.exclude(last, last + 1, 'the asterisk of a title, which is generated anew');
    return partOf(flow, 0, flow.text.length - 1);
  }

  #enclosure({ flow }: Structured): void {
    const now = this.#documents.at(-1);
    if (!now) {
      this.#text(flow);
      return;
    }
    const document = this.#begin(now.enclosedIn ?? now);
    const isStarred = flow.text.endsWith('*');
    document.title = { flow: isStarred ? this.#withoutAsterisk(flow) : flow, asterisk: isStarred };
  }

  #closing(item: Structured): void {
    const now = this.#documents.at(-1);
    const { flow, groups, type } = item;
    if (!now) {
      this.#text(flow);
      return;
    }
    if (type === 'dateline') {
      const line = proposeDate(flow, 'signed', groups.date ?? [0, flow.text.length], this.#context, now);
      const placed = { ...line, place: groups.place };
      if (!hasText(now) && !now.salute && !now.opening) now.opening = placed;
      else {
        this.#turnPage();
        now.closing.push({ type: 'dateline', ...placed });
      }
      return;
    }
    if (!hasText(now)) {
      this.#text(flow);
      return;
    }
    this.#turnPage();
    now.closing.push({ type: type === 'signature' ? 'signed' : 'salute', flow });
  }

  #text(flow: Flow): void {
    const now = this.#documents.at(-1);
    if (!now) {
      this.#leave(flow);
      return;
    }
    this.#turnPage();
    const label = this.#context.rules.match('item', flow.text.slice(0, longestLabel));
    const [from, to] = (label && groupsOf(label, flow.text).label) ?? [0, 0];
    if (/^P\.\s?(?:P\.\s?)?S\./.test(flow.text) && now.closing.length > 0)
      now.closing.push({ type: 'postscript', flow });
    else {
      // What looked like a closing stands within the text.
      now.body.push(
        ...now.closing.splice(0).map((part) => ({ type: 'p', flow: part.flow }) as const),
        to > from ? { type: 'item', flow, label: [from, to] } : { type: 'p', flow },
      );
    }
  }

  /** The line under a title that says through whose hands the document went is a part of the title. */
  #handed({ flow, groups }: Structured): void {
    const now = this.#documents.at(-1);
    if (!now?.title || hasText(now) || now.salute) {
      this.#text(flow);
      return;
    }
    const hasAsterisk = isFilled(groups.asterisk);
    const line = proposeDate(
      hasAsterisk ? this.#withoutAsterisk(flow) : flow,
      'handed',
      groups.date ?? [0, 0],
      this.#context,
      now,
    );
    const title = now.title.flow;
    const handedFrom = title.text.length + 1;
    const { from, to } = line.date;
    now.title = {
      ...now.title,
      flow: joined(title, line.flow, { space: true, marks: [{ kind: 'line' }] }),
      handedFrom,
      handedDate: { ...line.date, from: from + handedFrom, to: to + handedFrom },
      asterisk: now.title.asterisk || hasAsterisk,
    };
    now.handed = {
      ...(groups.to ? { to: flow.text.slice(...groups.to) } : {}),
      ...(groups.by ? { by: lastName(flow.text.slice(...groups.by)) } : {}),
      date: line.date,
    };
  }

  /** Puts the page ends that wait before what comes next, in the same document. */
  #turnPage(): void {
    const now = this.#documents.at(-1);
    if (!now) return;
    for (const page of this.#pages.splice(0))
      if (hasText(now)) now.body.push({ type: 'page', ...page });
      else now.pages.push(page);
  }

  #leave(flow: Flow): void {
    leaveWords(
      {
        code: 'text-unplaced',
        ...wordsOf(flow),
        as: 'these words stand in no document',
        why: 'They stand before the first document that was found.',
      },
      this.#context,
    );
  }
}

/** A label is looked for in so many of the first characters. */
const longestLabel = 40;

function hasText({ body }: ProposedDocument): boolean {
  return body.some(({ type }) => type !== 'page');
}

/** “the U.S. Ambassador, Mr Steinhardt” → “Mr Steinhardt”. */
function lastName(words: string): string {
  return words.slice(words.lastIndexOf(', ') + 1).trim();
}

function isFilled(place: readonly [number, number] | undefined): boolean {
  return place !== undefined && place[1] > place[0];
}
