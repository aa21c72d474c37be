import { LedgerBuilder, type LedgerEntry } from './ledger.js';
import { allDates } from './proposing/calendar-day.js';
import type { Context } from './proposing/context.js';
import { describeDocuments } from './proposing/describe-documents.js';
import { Doubts } from './proposing/doubts.js';
import { lexiconOf } from './proposing/join-lines.js';
import { leaveWords } from './proposing/leave-words.js';
import { Persons } from './proposing/names.js';
import { proposeVolume } from './proposing/propose-volume.js';
import type { ProposedDocument } from './proposing/proposed-document.js';
import type { Decision, Decisions, QueueEntry } from './proposing/queue-entry.js';
import { findFurniture } from './reading/page-furniture.js';
import { readSourceLines } from './reading/read-source-lines.js';
import type { SourceLine } from './reading/source-line.js';
import { compileRules, type PatternWatch } from './rules/compile-rules.js';
import type { RuleSettings } from './rules/rule.js';
import { volumeHeader } from './writing/volume-header.js';
import { writeLetter } from './writing/write-letter.js';
import { volumeFile, writeVolumeText } from './writing/write-volume.js';

/** What an import goes by beside the source. */
export interface PrintedVolumeOptions {
  /** Patterns in place of the usual ones. */
  readonly rules?: RuleSettings | undefined;
  /** What the editors have decided of the queue of an earlier import. */
  readonly decisions?: Decisions | undefined;
  /** Told before each use of a pattern of the rules given. */
  readonly watch?: PatternWatch | undefined;
}

/** A document in a list of what is proposed. */
export interface DocumentProposal {
  readonly id: string;
  /** The line that it begins in. */
  readonly line: number;
  readonly kind: string;
  readonly number?: { readonly value: string; readonly isSupplied: boolean };
  readonly title?: string;
  readonly enclosedIn?: string;
  readonly dates: readonly {
    readonly type: string;
    readonly when?: string;
    readonly certainty: 'as-printed' | 'read-over' | 'decided' | 'unread';
  }[];
}

/** What an import comes to. */
export interface PrintedVolume {
  /** The volume's own file first, then the letters in their order, as the project encodes them. */
  readonly files: readonly { readonly path: string; readonly source: string }[];
  readonly documents: readonly DocumentProposal[];
  /** Every character of the source, in its order, with what became of it. */
  readonly ledger: readonly LedgerEntry[];
  readonly queue: readonly QueueEntry[];
  /** Decisions that meet nothing in the queue: of a former state of the source, or mistaken. */
  readonly unmet: readonly Decision[];
}

/**
 * Reads the text of a printed volume, OCR Markdown or plain, into proposals: letters in TEI, the volume's own file, and a queue of
 * every doubt. Pure: text in, text out. Each character of the source stands in the files once, or in the ledger with the reason why
 * not.
 *
 * @throws {RuleError} for rules that cannot be used
 * @throws {DecisionError} for decisions that cannot be taken
 * @example
 * const { files, queue } = importPrintedVolume(await readFile('volume.md', 'utf8'));
 */
export function importPrintedVolume(source: string, options: PrintedVolumeOptions = {}): PrintedVolume {
  const lines = readSourceLines(source);
  const rules = compileRules(options.rules, options.watch);
  const furniture = findFurniture(lines, rules);
  const doubts = new Doubts(options.decisions);
  const ledger = new LedgerBuilder(source);
  for (const { kind, start, end } of lines)
    if (kind === 'file') ledger.exclude(start, end, 'the name of a file');
  const omitted: Context['omitted'] = [];
  const persons = new Persons(reserved);
  const places = new Persons(reserved);
  let lexicon: ReturnType<typeof lexiconOf> | undefined;
  const context: Context = {
    rules,
    doubts,
    furniture,
    hasPages:
      lines.some(({ isNewPage }) => isNewPage) ||
      [...furniture.values()].some(({ page }) => page !== undefined),
    lexicon: () => {
      lexicon ??= lexiconOf(lines);
      return lexicon;
    },
    lineAt: (offset: number) => lineAt(lines, offset),
    exclude: ledger.exclude.bind(ledger),
    leave: ledger.leave.bind(ledger),
    omitted,
  };
  const { volume, documents, notes } = proposeVolume(lines, context);
  describeDocuments(documents, persons, context);
  const script = {
    rules,
    ledger,
    notes,
    volumeId: volume.id,
    byNumber: new Map(
      documents.flatMap((document) => (document.number ? [[document.number.value, document] as const] : [])),
    ),
  };
  const names = { persons, places };
  const letters = documents.map((document) => ({
    path: `letters/${document.id}.xml`,
    source: writeLetter(document, script, names),
  }));
  const text = writeVolumeText(volume, script, names);
  for (const { line, start, end } of ledger.open(lines)) {
    leaveWords(
      {
        code: 'unplaced',
        line,
        start,
        end,
        text: line.plain.slice(line.at.indexOf(start), line.at.indexOf(end - 1) + 1),
        as: 'these words stand nowhere',
        why: 'They belong to no part of the volume that was found.',
      },
      context,
    );
  }
  const leftOut = [
    ...volume.leftOut,
    ...omitted.map(({ text: words, reason }, index) => ({
      id: `excluded-${index + 1}`,
      lines: [{ plain: words }],
      reason,
    })),
  ];
  const file = {
    path: 'volume.xml',
    source: volumeFile(volume, volumeHeader(volume, names, leftOut), text),
  };
  const account = ledger.close(lines);
  const ids = new Map(documents.map(({ id }) => [`letters/${id}.xml`, id]));
  const documentsByLine = new Map(
    account.flatMap(({ line, fate }) => {
      const id = fate.kind === 'used' ? ids.get(fate.file) : undefined;
      return id === undefined ? [] : [[line, id] as const];
    }),
  );
  return {
    files: [file, ...letters],
    documents: documents.map((document) => summary(document)),
    ledger: account,
    ...doubts.close((line) => documentsByLine.get(line)),
  };
}

/** Identifiers that the volume's own file uses beside those of its registers. */
const reserved = [
  'chancery',
  'commission',
  'commission-members',
  'contents',
  'documents',
  'foreword',
  'index',
  'non-extant',
  'notes',
  'printed-volume',
  'publishers-note',
  'source-text',
  'title-page',
];

function lineAt(lines: readonly SourceLine[], offset: number): SourceLine {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const line = lines[low];
  if (!line) throw new RangeError('A source has at least one line.');
  return line;
}

function summary(document: ProposedDocument): DocumentProposal {
  const { id, kind, number, title, enclosedIn } = document;
  return {
    id,
    kind,
    line: firstLine(document),
    ...(number ? { number: { value: number.value, isSupplied: number.flow === undefined } } : {}),
    ...(title ? { title: title.flow.text } : {}),
    ...(enclosedIn ? { enclosedIn: enclosedIn.id } : {}),
    dates: allDates(document).map(({ type, when, certainty }) => ({
      type,
      certainty,
      ...(when === undefined ? {} : { when }),
    })),
  };
}

function firstLine({ number, datelines, title, salute, body }: ProposedDocument): number {
  const flows = [
    number?.flow,
    datelines[0]?.flow,
    title?.flow,
    salute,
    ...body.flatMap((part) => (part.type === 'page' ? [] : [part.flow])),
  ];
  return Math.min(...flows.flatMap((flow) => flow?.first.number ?? []));
}
