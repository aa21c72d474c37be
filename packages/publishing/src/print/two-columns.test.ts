import { usualPage } from '@chancery/tei';
import { afterAll, expect, it } from 'vitest';
import { pressFiles } from './press-files.js';
import { pressSettings } from './press-settings.js';
import { compose, stopTypesetter } from './typeset.js';
import type { TypesetError } from './typeset-error.js';

afterAll(stopTypesetter);

const files = {
  ...pressFiles(),
  'settings.json': pressSettings(usualPage, false, ''),
  'figures.typ': '#let figures = (:)\n#let indexed = false\n',
};

/**
 * Where the columns of the last page begin and end when paragraphs of these numbers of lines are set under a heading: on which
 * page, and the lines of its two columns.
 */
async function lastPage(lengths: readonly number[]): Promise<string> {
  const source = `#import "press.typ": *
#show: volume.with(title: "Made", date: datetime(year: 2026, month: 1, day: 1))
#let mark = [#metadata(none)<line>]
#part("Index", two-columns(12pt, (${lengths.join(', ')},).map(length => {
  set text(size: 9.5pt, top-edge: 9pt, bottom-edge: -3pt)
  set par(first-line-indent: 0pt, justify: false)
  par((("words" + mark,) * length).join(linebreak()))
})))
#context {
  let places = query(<line>).map(it => it.location().position())
  if places.len() == 0 { return }
  let last = places.filter(it => it.page == places.last().page)
  let left = last.filter(it => it.x < 200pt).len()
  if here().page() > 0 { panic("page " + str(last.first().page) + ": " + str(left) + " and " + str(last.len() - left)) }
}`;
  const error = await compose(source, { files }).then(
    () => undefined,
    (thrown: unknown) => thrown as TypesetError,
  );
  return /page \d+: \d+ and \d+/.exec(error?.message ?? '')?.[0] ?? String(error);
}

it.each([
  { what: 'few lines', lengths: Array<number>(21).fill(1), is: 'page 1: 11 and 10' },
  { what: 'a whole page', lengths: Array<number>(74).fill(1), is: 'page 1: 37 and 37' },
  { what: 'a line more than a page', lengths: Array<number>(75).fill(1), is: 'page 2: 1 and 0' },
  { what: 'several pages', lengths: Array<number>(74 + 88 + 25).fill(1), is: 'page 3: 13 and 12' },
  { what: 'paragraphs that are not divided', lengths: Array<number>(31).fill(3), is: 'page 2: 12 and 9' },
  {
    what: 'a paragraph over two pages',
    lengths: [...Array<number>(30).fill(2), 50, 5, 5, 5, 5, 5, 5],
    is: 'page 2: 40 and 40',
  },
])('$what: columns that end on the last page are of one length', async ({ lengths, is }) => {
  expect(await lastPage(lengths)).toBe(is);
});
