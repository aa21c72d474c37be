import type { PaletteEntry } from './palette-entries.js';
import { best } from './rank.js';

/** So many entries a group shows at most: whoever does not find theirs among them types more. */
const mostOfGroup = 40;

/** What the palette has to choose from. */
interface Choice {
  readonly offered: readonly PaletteEntry[];
  /** What was looked for by what was typed: it answers, and may have been found by what its words do not show. */
  readonly searched: readonly PaletteEntry[];
  /** Whether that was what is typed now. What was found for other words answers only as far as its own words do. */
  readonly isLatest: boolean;
}

/**
 * What was typed narrows the entries; a first `>` keeps commands only, a first `#` letters only, a first `@` persons, places
 * and the like. A question has answers only.
 */
export function answers(
  { offered, searched, isLatest }: Choice,
  typed: string,
  asks: boolean,
): PaletteEntry[] {
  const only = asks ? undefined : { '>': 'command', '#': 'letter', '@': 'name' }[typed.charAt(0)];
  const kinds = asks ? ['answer'] : only ? [only] : ['command', 'letter'];
  const kept = (all: readonly PaletteEntry[]) => all.filter((entry) => kinds.includes(entry.kind));
  const words = only ? typed.slice(1) : typed;
  const ranked = best(kept(searched), words);
  const others = isLatest ? kept(searched).filter((entry) => !ranked.includes(entry)) : [];
  const found = [...best([...kept(offered), ...ranked], words), ...others];
  const groups = [...new Set(found.map((entry) => entry.group))];
  return groups.flatMap((group) => found.filter((entry) => entry.group === group).slice(0, mostOfGroup));
}
