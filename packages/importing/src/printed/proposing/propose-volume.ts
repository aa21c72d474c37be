import { type Flow, flowOf } from '../reading/flow.js';
import type { SourceLine } from '../reading/source-line.js';
import type { LeftOut, ProposedVolume } from '../writing/write-volume.js';
import type { Context } from './context.js';
import { findLetters } from './find-letters.js';
import { joinSentences } from './join-sentences.js';
import { countLetters, numberDocuments } from './number-documents.js';
import { proposeDocuments } from './propose-documents.js';
import { type ProposedPiece, proposePiece, readContents } from './propose-front.js';
import { proposeRegister } from './propose-non-extant.js';
import { proposeTitlePage } from './propose-title-page.js';
import type { ProposedDocument } from './proposed-document.js';
import { readEndnotes } from './read-endnotes.js';
import { readDocumentItems } from './read-items.js';
import { type NoteScope, type ResolvedNotes, resolveNotes } from './resolve-notes.js';
import { cutSections, type Section, type SectionKind } from './sections.js';

/** Reads the lines of a volume into its parts and its documents. */
export function proposeVolume(
  lines: readonly SourceLine[],
  context: Context,
): { volume: ProposedVolume; documents: readonly ProposedDocument[]; notes: ResolvedNotes } {
  const { sections, repeated, isOfLetters } = cutSections(lines, context);
  const section = (kind: SectionKind) => sections.find((each) => each.kind === kind);
  const own = section('title-page')?.lines ?? [];
  const titlePage = proposeTitlePage(
    own,
    lines.filter((line) => !own.includes(line)),
    context,
  );
  const contents = readContents(section('contents'), context);
  const pieces = pieceKinds.flatMap((kind) => {
    const found = section(kind);
    return (found && proposePiece(kind, found, contents.pages, context)) ?? [];
  });
  const documentSection = section('documents');
  const read = readDocumentItems(documentSection?.lines ?? [], context);
  const items = joinSentences(isOfLetters ? findLetters(read, context) : read, context);
  const documents = proposeDocuments(items, context);
  (isOfLetters ? countLetters : numberDocuments)(documents, context);
  const noteSection = section('notes');
  const notes = resolveNotes(
    [...pieces.map(ofPiece), ofDocuments(documents)],
    noteSection ? readEndnotes(noteSection.lines, context) : [],
    context,
  );
  const page = documentSection?.heading && contents.pages.get(documentSection.heading.plain);
  const register = section('non-extant');
  const title = titlePage.parts.find(({ type }) => type === 'volume')?.flow.text;
  return {
    volume: {
      id: title === undefined ? 'volume' : title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      titlePage,
      pieces,
      hasContents: contents.lines.length > 0,
      documentsHead: headingOf(documentSection),
      documentsPage: page === undefined ? undefined : String(page),
      documents,
      isOfLetters,
      notesHead:
        headingOf(noteSection) ??
        [...contents.pages.keys()].find((each) => context.rules.match('notes', each)),
      endnotes: notes.endnotes,
      register: register && proposeRegister(register, context),
      leftOut: leftOut(titlePage.excluded, contents.lines, repeated),
    },
    documents,
    notes,
  };
}

const pieceKinds = ['commission', 'foreword', 'publishers-note'] as const;

function headingOf(section: Section | undefined): Flow | undefined {
  return section?.heading && flowOf([section.heading]);
}

function ofPiece({ parts, footnotes, head }: ProposedPiece): NoteScope {
  return {
    flows: [{ flow: head }, ...parts.flatMap((part) => (part.type === 'p' ? [{ flow: part.flow }] : []))],
    footnotes,
    callsEndnotes: false,
  };
}

function ofDocuments(documents: readonly ProposedDocument[]): NoteScope {
  return {
    flows: documents.flatMap((document) =>
      [
        ...(document.title ? [document.title.flow] : []),
        ...(document.salute ? [document.salute] : []),
        ...document.body.flatMap((part) => (part.type === 'p' || part.type === 'item' ? [part.flow] : [])),
        ...document.closing.flatMap((part) => (part.type === 'dateline' ? [] : [part.flow])),
      ].map((flow) => ({ flow, document })),
    ),
    footnotes: documents.flatMap(({ footnotes }) => footnotes),
    callsEndnotes: true,
  };
}

function leftOut(
  titlePages: readonly { lines: readonly SourceLine[]; reason: string }[],
  contents: readonly SourceLine[],
  repeated: readonly SourceLine[],
): LeftOut[] {
  return [
    ...titlePages.map((each, index) => ({
      ...each,
      id: index === 0 ? 'excluded-title-page' : `excluded-title-page-${index + 1}`,
    })),
    ...(contents.length > 0
      ? [
          {
            id: 'excluded-contents',
            lines: contents,
            reason:
              'The printed list of contents, with its page numbers. It is generated anew, with the page numbers of the new setting.',
          },
        ]
      : []),
    ...repeated.map((line, index) => ({
      id: index === 0 ? 'excluded-heading' : `excluded-heading-${index + 1}`,
      lines: [line],
      reason: 'The heading stands twice in succession in the source text. It is kept once.',
    })),
  ];
}
