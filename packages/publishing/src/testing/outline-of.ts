/** The levels of the headings of a page in HTML, in order; those that are shown to the eye alone are none. */
export function outlineOf(html: string): number[] {
  return Array.from(html.matchAll(/<h([1-6])\b([^>]*)>/g))
    .filter(([, , attributes = '']) => !attributes.includes('aria-hidden="true"'))
    .map(([, level]) => Number(level));
}

/** What is wrong with an outline: its first heading is the page’s and the only one of level 1, and no level is skipped. */
export function faultIn(outline: readonly number[]): string | undefined {
  if (outline[0] !== 1) return 'The page’s heading is not the first.';
  if (outline.filter((level) => level === 1).length > 1) return 'The page has two headings of level 1.';
  const skips = outline.some((level, index) => level > (outline[index - 1] ?? 0) + 1);
  return skips ? `A level is skipped in ${outline.join(' ')}.` : undefined;
}
