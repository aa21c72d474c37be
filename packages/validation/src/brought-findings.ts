import type { Finding } from './finding.js';

/**
 * The findings of `after` that `before` does not account for: what an edit between the two has brought.
 *
 * Places move with every edit, so a finding is known again by what it says and of what: its code, the element and what
 * was found there. Of several that are alike as many are new as have been added; those at a path that had none before are
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
    const name = [finding.code, finding.element ?? '', finding.found ?? ''].join('\n');
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return groups;
}
