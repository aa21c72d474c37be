import type { Finding } from '@chancery/validation';

/** The errors that a source has after an edit and had not before, each as often as there are more of it. */
export function errorsBrought(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const former = new Map<string, number>();
  for (const each of before.filter(isError))
    former.set(identity(each), (former.get(identity(each)) ?? 0) + 1);
  return after.filter(isError).filter((each) => {
    const left = former.get(identity(each)) ?? 0;
    former.set(identity(each), left - 1);
    return left <= 0;
  });
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Ways in which the grammar words one mistake, an element where it may not stand, by what happens to stand beside it. */
const MISPLACED = new Set(['element-misplaced', 'element-early', 'element-repeated', 'element-unknown']);

/**
 * What makes two findings the same whatever their places: an edit moves what stands after it, and numbers it anew. Text
 * that may not stand in an element remains one mistake when its words are edited.
 */
function identity({ code, element, found }: Finding): string {
  if (MISPLACED.has(code)) return `misplaced ${element}`;
  if (code === 'text-misplaced' || code === 'content-value') return `${code} ${element}`;
  return `${code} ${element} ${found}`;
}
