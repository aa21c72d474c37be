import type { CalendarLine, CalendarSummary } from '@chancery/server/api';
import { numberAndDate, type ShownLine } from './letter-line.js';
import { titleCase, withoutCapitals } from './title-case.js';

/** A letter of the calendar as its row shows it. */
export interface ShownLetter extends ShownLine {
  readonly assigned: CalendarLine['assigned'];
  readonly touched: number;
}

/** The row of a letter. */
export function shownLetter(line: CalendarLine): ShownLetter {
  const { id, number, title, date, findings, stage, assigned, touched, updatedAt, incipit } = line;
  return {
    id,
    enclosedIn: line.enclosedIn,
    group: date?.when.slice(0, 4) || 'Undated',
    ...numberAndDate({ number, date }),
    title: titleCase(title.text),
    titleSupplied: title.supplied,
    incipit,
    stage,
    errors: findings?.errors ?? 0,
    warnings: findings?.warnings ?? 0,
    checked: findings !== null,
    updatedAt,
    assigned,
    touched,
  };
}

type Front = NonNullable<CalendarSummary['front']>;

/** The rows of the pieces of the volume's own file that stand before the letters. */
export function frontPieces(front: Front): readonly ShownLine[] {
  return front.pieces.flatMap((piece) => {
    const line = pieceOf(front, piece.id);
    const heading = withoutCapitals(piece.title ?? '');
    switch (piece.kind) {
      case 'contents':
        // A generated piece has no text of its own to edit.
        return [];
      case 'title-page':
        return [
          {
            ...line,
            title: 'Title page',
            date: titlePart(front, 'imprint').match(/\d{4}/u)?.[0] ?? '',
            incipit: front.title,
          },
        ];
      case 'commission':
        return [{ ...line, title: 'Commission', incipit: heading }];
      default:
        return [{ ...line, title: heading || (piece.kind ?? '') }];
    }
  });
}

/** The row of the notes of the volume; none where it has none. */
export function notePieces(front: Front): readonly ShownLine[] {
  const { count, wanting, firstId } = front.endnotes;
  if (count === 0) return [];
  return [
    {
      ...pieceOf(front, firstId ?? undefined),
      group: 'Notes',
      title: count === 1 ? 'Endnote 1' : `Endnotes 1–${count}`,
      incipit:
        wanting === 0 ? '' : `The text of ${wanting === count ? 'all' : wanting} is wanting in the source`,
    },
  ];
}

/** “August 1941–December 1945. Copy-text: …”. */
export function volumeSpan(front: Front): string {
  const imprint = titlePart(front, 'imprint');
  return [
    titlePart(front, 'dates').replace(/^\(|\)$/gu, ''),
    imprint === '' ? '' : `Copy-text: ${withoutCapitals(imprint)}`,
  ]
    .filter(Boolean)
    .join('. ');
}

function titlePart({ titlePage }: Front, type: string): string {
  return titlePage.find((part) => part.type === type)?.lines.join(' ') ?? '';
}

function pieceOf(front: Front, anchor: string | undefined): ShownLine {
  return {
    id: front.fileId,
    ...(anchor === undefined ? {} : { anchor }),
    enclosedIn: null,
    group: 'Front matter',
    number: '',
    numberSupplied: false,
    title: '',
    titleSupplied: false,
    dateWord: '',
    date: '',
    when: '',
    incipit: '',
    stage: front.stage,
    errors: front.findings?.errors ?? 0,
    warnings: front.findings?.warnings ?? 0,
    checked: front.findings !== null,
    updatedAt: front.updatedAt,
  };
}
