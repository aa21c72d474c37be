import type { SourceLine } from '../reading/source-line.js';
import type { RuleName } from '../rules/rule.js';
import type { Context } from './context.js';

/** A part of the volume, with what follows until the next. */
export interface Section {
  readonly kind: SectionKind;
  readonly heading: SourceLine | undefined;
  readonly lines: readonly SourceLine[];
}

const headed = [
  'commission',
  'contents',
  'foreword',
  'publishers-note',
  'documents',
  'notes',
  'non-extant',
] as const satisfies readonly RuleName[];

export type SectionKind = 'title-page' | (typeof headed)[number];

const back: readonly SectionKind[] = ['notes', 'non-extant', 'contents'];

/**
 * Divides the volume at its headings. A heading that comes again within its own part is left out; those in direct succession are
 * told. Several files, and a text in which nothing says that a volume begins, hold letters and nothing before them.
 */
export function cutSections(
  lines: readonly SourceLine[],
  context: Context,
): { sections: readonly Section[]; repeated: SourceLine[]; isOfLetters: boolean } {
  const areFiles = lines.filter(({ kind }) => kind === 'file').length > 1;
  const { sections, repeated } = cutAtHeadings(lines, areFiles ? 'documents' : 'title-page', context);
  const isOfLetters = areFiles || sections.every(({ kind }) => besideLetters.has(kind));
  const [first, ...others] = sections;
  return isOfLetters && first
    ? { sections: [{ ...first, kind: 'documents' }, ...others], repeated, isOfLetters }
    : { sections, repeated, isOfLetters };
}

/** What a text can be divided into that is no volume. */
const besideLetters: ReadonlySet<SectionKind> = new Set(['title-page', 'notes', 'non-extant']);

interface CutSection extends Section {
  readonly lines: SourceLine[];
}

function cutAtHeadings(
  lines: readonly SourceLine[],
  opening: SectionKind,
  context: Context,
): { sections: CutSection[]; repeated: SourceLine[] } {
  const first: CutSection = { kind: opening, heading: undefined, lines: [] };
  const sections = [first];
  const begun = new Set<SectionKind>([opening]);
  const repeated: SourceLine[] = [];
  let section = first;
  lines.forEach((line, index) => {
    // Whatever a file ends with, a letter begins the next one.
    if (line.kind === 'file' && opening === 'documents') section = first;
    const kind = headingAt(lines, index, context) ?? firstDocument(lines, index, begun, context);
    if (kind !== undefined && kind === section.kind && isHeading(line, kind, context)) {
      const isDoubled = section.lines.every((each) => each.kind !== 'text');
      if (isDoubled) repeated.push(line);
      context.exclude(
        line.start,
        line.end,
        isDoubled
          ? 'a heading that stands twice in succession'
          : 'a heading that is repeated on a later page',
      );
      section.lines.push({ ...line, kind: 'blank' });
    } else if (kind !== undefined && !begun.has(kind) && (!begun.has('documents') || back.includes(kind))) {
      begun.add(kind);
      const heading = isHeading(line, kind, context) ? line : undefined;
      section = { kind, heading, lines: heading ? [] : [line] };
      sections.push(section);
    } else section.lines.push(line);
  });
  return { sections, repeated };
}

function isHeading(line: SourceLine, kind: SectionKind, { rules }: Context): boolean {
  return kind !== 'title-page' && rules.match(kind, line.plain) !== undefined;
}

function headingAt(
  lines: readonly SourceLine[],
  index: number,
  { rules, furniture }: Context,
): SectionKind | undefined {
  const line = lines[index];
  const before = lines[index - 1];
  if (line?.kind !== 'text' || furniture.has(line)) return undefined;
  if (before?.kind === 'text' && !furniture.has(before)) return undefined;
  return headed.find((kind) => rules.match(kind, line.plain));
}

/** Documents may begin without a heading: with a number or a title, and what follows such a line. */
function firstDocument(
  lines: readonly SourceLine[],
  index: number,
  begun: ReadonlySet<SectionKind>,
  { rules, furniture }: Context,
): SectionKind | undefined {
  const line = lines[index];
  if (line?.kind !== 'text' || begun.has('documents') || furniture.has(line)) return undefined;
  if (!rules.match('number', line.plain)) return undefined;
  const next = lines.slice(index + 1, index + 8).find((each) => each.kind === 'text' && !furniture.has(each));
  const follows = (['received', 'sent', 'title', 'kind', 'salutation'] as const).some(
    (name) => next && rules.match(name, next.plain),
  );
  return follows ? 'documents' : undefined;
}
