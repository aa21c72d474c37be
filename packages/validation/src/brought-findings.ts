import type { Finding } from './finding.js';

/**
 * The findings of `after` that `before` does not account for: what an edit between the two has brought.
 *
 * Places move with every edit, so a finding is known again by what it says and of what: its code, the element and what
 * was found there. One mistake in other words is the same mistake. Of several that are alike as many are new as have been added; those at a path that had none before are
 * taken for the new ones first.
 */
export function broughtFindings<F extends Finding>(before: readonly Finding[], after: readonly F[]): F[] {
  const known = grouped(before);
  const brought = new Set<F>();
  for (const [name, alike] of grouped(after)) {
    const former = known.get(name) ?? [];
    const paths = new Set(former.map(({ path }) => path));
    const unplacedFirst = [...alike].sort(
      (one, two) => Number(paths.has(one.path)) - Number(paths.has(two.path)),
    );
    for (const finding of unplacedFirst.slice(0, Math.max(0, alike.length - former.length)))
      brought.add(finding);
  }
  return after.filter((finding) => brought.has(finding));
}

function grouped<F extends Finding>(findings: readonly F[]): Map<string, F[]> {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const name = identity(finding);
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return groups;
}

/** Ways in which the grammar words one mistake, an element where it may not stand, by what happens to stand beside it. */
const MISPLACED = new Set(['element-misplaced', 'element-early', 'element-repeated', 'element-unknown']);
/** Text that may not stand in an element remains one mistake when its words are edited. */
const OF_WORDS = new Set(['text-misplaced', 'content-value']);

function identity({ code, element = '', found = '' }: Finding): string {
  if (MISPLACED.has(code)) return `misplaced\n${element}\n${found}`;
  return OF_WORDS.has(code) ? `${code}\n${element}` : `${code}\n${element}\n${found}`;
}
