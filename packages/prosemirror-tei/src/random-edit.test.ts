import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLetter } from './open-letter.js';
import { drawEdit } from './random-edit/draw-edit.js';
import { proveEdit } from './random-edit/prove-edit.js';
import { blindEdit, randomEdit, seededRandom } from './random-edit.js';

/** How many sequences of edits are tried, and from which seed; more and another by `npm run fuzz`. */
const RUNS = Number(process.env.CHANCERY_FUZZ_RUNS ?? 150);
const SEED = process.env.CHANCERY_FUZZ_SEED ? { seed: Number(process.env.CHANCERY_FUZZ_SEED) } : {};

/** Small, and hard: overlapping habits of white space, nesting in both orders, things unknown, notes in words. */
const hard = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE TEI [<!ENTITY own "o">]>
<?p i?><TEI xmlns="http://www.tei-c.org/ns/1.0"
  xmlns:f='urn:f'><!-- c --><teiHeader><title>t</title></teiHeader>
\t<text><body><pb n="1"/><div type='a'>
    <head>H<lb/>
      <hi><rs>T</rs>
      </hi></head> loose &own; <!-- d --> text
    <p>a<hi>b<persName>c</persName></hi><persName><hi>d</hi></persName><persName>e</persName><persName/> ]]&gt; f<note>g
      <p>h</p></note>i&#8212;&#10;j <![CDATA[<k>]]>&amp;<f:l m="n"/>𐐷 <lb/>
      <choice><sic>o</sic> <corr>p<gap/></corr></choice>\tq&#32;</p> <p/><p xml:space="preserve">  r
  s </p>
    <list><label>1</label><item>t<list><item/></list>u</item>
      <item>
      </item></list><unknown>v<w/></unknown>
    <closer><salute/>x <signed rend = "y">z</signed>\r\n </closer></div></body></text></TEI>
<!-- after -->`;

describe('randomEdit', () => {
  it('is the same for the same seed but for new instances', () => {
    const { doc } = openLetter(hard);
    const kinds = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => randomEdit(doc, random)?.kind);
    };
    expect(kinds(7)).toEqual(kinds(7));
    expect(new Set(kinds(7)).size).toBeGreaterThan(5);
  });

  it('makes edits of a hard letter that are written without loss and undone to the byte', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, edits) => {
        const random = seededRandom(seed);
        let letter = openLetter(hard);
        for (let count = 0; count < edits; count += 1) {
          const edit = blindEdit(letter.doc, random);
          if (edit) letter = proveEdit(letter, edit.transform);
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  it('makes edits of the header too, and proves them', () => {
    let letter = openLetter(hard);
    const random = seededRandom(3);
    const kinds = new Set<string>();
    for (let count = 0; count < 200; count += 1) {
      const edit = drawEdit(letter, random);
      if (!edit) continue;
      kinds.add(edit.kind);
      letter = edit.prove();
    }
    expect(kinds).toContain('header');
    expect(kinds.size).toBeGreaterThan(10);
  });
});
