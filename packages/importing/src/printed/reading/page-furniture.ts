import type { CompiledRules } from '../rules/compile-rules.js';
import type { SourceLine } from './source-line.js';

/** Why a line is no part of the text. */
export type FurnitureReason = 'running head' | 'page number' | 'rule' | 'contents';

/** A line that belongs to the page, not to the text. */
export interface Furniture {
  readonly reason: FurnitureReason;
  /** The number of a page that the line bears. */
  readonly page?: number | undefined;
}

/** Three of the same make a habit. */
const often = 3;

/**
 * The lines that belong to the pages: rules, running heads, page numbers. A running head is what its rule fits and either
 * bears a page number or comes again and again. Of a title that is repeated by running heads the first is the title itself, which begins the
 * text.
 */
export function findFurniture(
  lines: readonly SourceLine[],
  rules: CompiledRules,
): ReadonlyMap<SourceLine, Furniture> {
  const furniture = new Map<SourceLine, Furniture>();
  const heads = new Map<string, number>();
  for (const { plain } of lines.filter(({ kind }) => kind === 'text'))
    if (rules.match('running-head', plain)) heads.set(stemOf(plain), (heads.get(stemOf(plain)) ?? 0) + 1);
  const first = lines.find(({ kind }) => kind === 'text');
  lines.forEach((line, index) => {
    if (line.kind === 'rule') furniture.set(line, { reason: 'rule' });
    if (line.kind !== 'text') return;
    const head = line.level === 0 ? rules.match('running-head', line.plain)?.groups : undefined;
    const page = head?.page ?? head?.page2;
    if (head && (page !== undefined || (line !== first && (heads.get(stemOf(line.plain)) ?? 0) >= often)))
      furniture.set(line, { reason: 'running head', page: page === undefined ? undefined : Number(page) });
    const number = rules.match('page-number', line.plain)?.groups?.page;
    const isAlone = [lines[index - 1], lines[index + 1]].every(
      (beside) => beside?.kind !== 'text' || furniture.has(beside) || isHead(beside, rules),
    );
    if (number !== undefined && isAlone && line.level === 0)
      furniture.set(line, { reason: 'page number', page: Number(number) });
  });
  return furniture;
}

function isHead({ plain }: SourceLine, rules: CompiledRules): boolean {
  return rules.match('running-head', plain) !== undefined;
}

function stemOf(words: string): string {
  return words.replace(/\d/g, '').trim();
}
