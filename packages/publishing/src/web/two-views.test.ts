import { expect, it } from 'vitest';
import { twoViews } from './two-views.js';

it('parts what one view alone shows, however deep it stands', () => {
  const both =
    '<p>I <reading-only><b>saw <copy-only>no</copy-only><reading-only>it</reading-only></b></reading-only><copy-only>sow <del>at</del></copy-only>.</p>';
  expect(twoViews(both).reading).toBe('<p>I <b>saw it</b>.</p>');
  expect(twoViews(both).diplomatic).toBe('<p>I sow <del>at</del>.</p>');
});

it('places the links of the diplomatic view a folder deeper, and no others', () => {
  const both =
    '<link href="../../assets/edition.css"><a class="x" href="a.xml">a</a><a href="#n">n</a><a href="https://x.example/">x</a><a href="mailto:a@x.example">m</a><a href="../b/index.html#c">b</a>';
  expect(twoViews(both).reading).toBe(both);
  expect(twoViews(both).diplomatic).toBe(
    '<link href="../../../assets/edition.css"><a class="x" href="../a.xml">a</a><a href="#n">n</a><a href="https://x.example/">x</a><a href="mailto:a@x.example">m</a><a href="../../b/index.html#c">b</a>',
  );
});

it('keeps of the indentation of a source one end of a line, and white space within lines and values as it is', () => {
  const both = '<p title="a\n   b">\n      One  two\u2003 three \n\n   four<br>\n </p>';
  expect(twoViews(both).reading).toBe('<p title="a\n   b">\nOne  two\u2003 three\nfour<br>\n</p>');
});

it('takes for a tag nothing that is text or the value of an attribute', () => {
  const both =
    '<meta content="&quot;&gt;<copy-only> href=&quot;x"><p title="<reading-only>">&lt;copy-only> href="y" &lt;/copy-only></p>';
  expect(twoViews(both).reading).toBe(both);
  expect(twoViews(both).diplomatic).toBe(both);
});
