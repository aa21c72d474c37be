import { checkWellFormed } from '@chancery/xml';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Mapping, Step, StepMap, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { NotWellFormed, type OpenLetter, openLetter, positionAt } from '../open-letter.js';
import { type Random, randomEdit, seededRandom } from '../random-edit.js';
import { schema } from '../schema/schema.js';
import { SourceStep } from '../steps/source-step.js';
import { applySteps } from '../to-tei/apply-steps.js';
import { EditRefused } from '../to-tei/edit-refused.js';
import { sourceStep } from './source-step.js';

const hard = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE TEI [<!ENTITY own "o">]>
<?p i?><TEI xmlns="http://www.tei-c.org/ns/1.0"
  xmlns:f='urn:f'><!-- c --><teiHeader><fileDesc><title n="1">t</title><!-- kept --></fileDesc></teiHeader>
\t<text><body><pb n="1"/><div type='a'>
    <head>H<lb/>
      <hi><rs>T</rs>
      </hi></head> loose &own; <!-- d --> text
    <p>a<hi>b<persName>c</persName></hi><persName><hi>d</hi></persName><persName>e</persName><persName/> f<note>g
      <p>h</p></note>i&#8212;&#10;j <![CDATA[<k>]]>&amp;<f:l m="n"/>𐐷 𐐸&#x10437;<lb/>
      <choice><sic>o</sic> <corr>p<gap/></corr></choice>\tq&#32;</p> <p/><p xml:space="preserve">  r
  s </p>
    <list><label>1</label><item>t<list><item/></list>u</item>
      <item>
      </item></list><unknown>v<w/></unknown>
    <closer><salute/>x <signed rend = "y">z</signed>\r\n </closer></div></body></text></TEI>
<!-- after -->
`;

const sent = (step: Step) => Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())));

function made(letter: OpenLetter, source: string): SourceStep {
  const step = sourceStep(letter, source);
  if (!step) throw new Error('nothing has changed');
  return step;
}

/** An edit of the text, if it can be written; it is never refused because the source was edited before. */
function typed(letter: OpenLetter, steps: readonly Step[]): OpenLetter {
  try {
    return applySteps(letter, steps);
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    expect(() => applySteps(openLetter(letter.source, { adopt: letter.doc }), steps)).toThrow(error.message);
    return letter;
  }
}

/** A document without its instance ids, for comparing what two say. */
function said(doc: Node): unknown {
  return JSON.parse(JSON.stringify(doc.toJSON(), (key, value) => (key === 'id' ? undefined : value)));
}

const pieces = [
  'x',
  ' ',
  '\n  ',
  '<lb/>',
  '<hi>y</hi>',
  '<p>new</p>',
  '<!-- n -->',
  '&amp;',
  '𐐷',
  '<?i?>',
  '="1"',
];

/** Another source, made by cutting, copying, moving and inserting; not always well-formed. */
function mutated(source: string, random: Random): string {
  const at = () => {
    const place = Math.floor(random() * (source.length + 1));
    // Whole tags are more often well-formed than parts of them.
    return random() < 0.6
      ? source.indexOf(random() < 0.5 ? '<' : '>', place) + (random() < 0.5 ? 1 : 0)
      : place;
  };
  const [one, two] = [at(), at()].sort((a, b) => a - b) as [number, number];
  const kind = random();
  if (kind < 0.3) return source.slice(0, one) + source.slice(Math.min(two, one + 40));
  if (kind < 0.8)
    return source.slice(0, one) + pieces[Math.floor(random() * pieces.length)] + source.slice(one);
  if (kind < 0.9) return source.replaceAll('persName', random() < 0.5 ? 'rs' : 'name');
  return source.slice(0, two) + source.slice(one, Math.min(two, one + 60)) + source.slice(two);
}

/** A well-formed mutation, or undefined where the dice give none. */
function edited(source: string, random: Random): string | undefined {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    let next = mutated(source, random);
    if (random() < 0.3) next = mutated(next, random);
    const root = /<TEI[^>]*>/.exec(next)?.[0] ?? '';
    const isTei =
      root.includes('xmlns="http://www.tei-c.org/ns/1.0"') && !/<[\w?!][^>]*<TEI/.test(next.slice(0, 60));
    if (next !== source && isTei && checkWellFormed(next) === undefined) return next;
  }
  return undefined;
}

describe('sourceStep', () => {
  it('leads to exactly the new source and its document, and back to the old one', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, edits) => {
        const random = seededRandom(seed);
        let server = openLetter(hard);
        for (let count = 0; count < edits; count += 1) {
          const before = server;
          if (random() < 0.4) {
            const edit = randomEdit(before.doc, random);
            if (edit) server = typed(before, edit.transform.steps);
            continue;
          }
          const source = edited(before.source, random);
          if (source === undefined) continue;
          const step = made(before, source);
          const after = applySteps(before, [sent(step)]);
          expect(after.source).toBe(source);
          expect(said(after.doc)).toEqual(said(openLetter(source).doc));
          expect(step.apply(before.doc).doc?.eq(after.doc)).toBe(true);
          const back = applySteps(after, [sent(step.invert(before.doc))]);
          expect(back.source).toBe(before.source);
          expect(back.doc.eq(before.doc)).toBe(true);
          server = random() < 0.7 ? after : back;
        }
      }),
      { numRuns: 250 },
    );
  });

  it('touches the smallest part of the document', () => {
    const letter = openLetter(hard);
    const step = (from: string, to: string) => {
      const { from: start, to: end, slice, change } = made(letter, hard.replace(from, to));
      return { tokens: end - start, size: slice.size, old: change.old, text: change.text };
    };
    expect(step('?><TEI', '?>\n<TEI')).toEqual({ tokens: 0, size: 0, old: '', text: '\n' });
    expect(step('UTF-8', 'utf-8')).toEqual({ tokens: 0, size: 0, old: 'UTF', text: 'utf' });
    expect(step('n="1">t', 'n="2">t')).toEqual({ tokens: 1, size: 1, old: '1', text: '2' });
    expect(step('after', 'behind')).toMatchObject({ tokens: 0, size: 0 });
    expect(step('>x <', '>xy <')).toEqual({ tokens: 0, size: 1, old: '', text: 'y' });
    expect(step('rend = "y"', "rend='y'")).toEqual({ tokens: 1, size: 1, old: ' = "y"', text: "='y'" });
    expect(step('</p> <p/>', '</p> <p>n</p><p/>')).toMatchObject({ size: 4, text: '>n</p><p' });
  });

  it('keeps the instances of elements that stay', () => {
    const letter = openLetter(hard);
    const ids = (doc: Node) => {
      const found = new Map<string, string>();
      doc.descendants((node) => {
        for (const each of [node, ...node.marks]) {
          if (each.attrs.id) found.set(String(each.attrs.id), String(each.attrs.name));
        }
      });
      return found;
    };
    const before = ids(letter.doc);
    const after = ids(applySteps(letter, [made(letter, hard.replace('<head>', '<p><date/></p><head>'))]).doc);
    expect([...before].filter(([id, name]) => after.get(id) !== name)).toEqual([]);
    expect(after.size).toBe(before.size + 2);
    const changed = ids(applySteps(letter, [made(letter, hard.replace("type='a'", "type='b'"))]).doc);
    expect([...changed.keys()].sort()).toEqual([...before.keys()].sort());
  });

  it('refuses what is not well-formed, is no TEI any more, or has another root', () => {
    const letter = openLetter(hard);
    expect(sourceStep(letter, hard)).toBeUndefined();
    expect(() => sourceStep(letter, hard.replace('</head>', ''))).toThrow(NotWellFormed);
    expect(() => sourceStep(letter, '<html/>')).toThrow(EditRefused);
    expect(() => sourceStep(letter, hard.replace('tei-c.org/ns/1.0', 'tei-c.org/ns/1'))).toThrow(
      'would be in the namespace “http://www.tei-c.org/ns/1”. TEI is in the namespace “http://www.tei-c.org/ns/1.0”',
    );
    expect(() =>
      sourceStep(letter, hard.replace('<TEI', '<teiCorpus').replace('</TEI', '</teiCorpus')),
    ).toThrow(EditRefused);
  });
});

describe('a source step may put a letter into the namespace of TEI', () => {
  it.each(['', ' xmlns="http://www.tei-c.org/ns/1"'])('from a root element that has%s', (declared) => {
    const source = (xmlns: string) => `<TEI${xmlns}><text><body><p>a</p></body></text></TEI>`;
    const letter = openLetter(source(declared));
    const mended = source(' xmlns="http://www.tei-c.org/ns/1.0"');
    expect(applySteps(letter, [made(letter, mended)]).source).toBe(mended);
  });
});

describe('a source step among others', () => {
  const insert = (letter: OpenLetter, before: string, text: string) =>
    new Transform(letter.doc).insert(positionAt(letter, letter.source.indexOf(before)), schema.text(text))
      .steps;

  it('keeps a colleague’s disjoint edit, whoever comes first', () => {
    const letter = openLetter(hard);
    const step = made(letter, hard.replace('n="1">t', 'n="2">t'));
    const typed = insert(letter, 'x <signed', 'typed ');
    const first = applySteps(letter, typed);
    const mapped = step.map(new Mapping(typed.map((each) => each.getMap())));
    if (!mapped) throw new Error('the step was lost');
    const both = hard.replace('n="1">t', 'n="2">t').replace('x <signed', 'typed x <signed');
    expect(applySteps(first, [mapped]).source).toBe(both);
    const other = applySteps(letter, [step]);
    const rebased = typed.flatMap((each) => each.map(step.getMap()) ?? []);
    expect(applySteps(other, rebased).source).toBe(both);
    expect(applySteps(letter, [step, ...rebased]).source).toBe(both);
    expect(applySteps(letter, [...typed, mapped]).source).toBe(both);
  });

  it('keeps random edits on both sides of it', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        const letter = openLetter(hard);
        const source = hard.replace('<title n="1">t', '<title n="1">another');
        const edit = randomEdit(letter.doc, random);
        if (!edit) return;
        const step = made(letter, source);
        const { steps } = edit.transform;
        const mapped = step.map(new Mapping(steps.map((each) => each.getMap())));
        if (!mapped) throw new Error('the step was lost');
        const first = applySteps(letter, steps);
        const after = applySteps(first, [mapped]);
        expect(after.source).toBe(first.source.replace('<title n="1">t', '<title n="1">another'));
        kept += 1;
      }),
      { numRuns: 100 },
    );
    expect(kept).toBeGreaterThan(50);
  });

  it('does not bring back the bytes that it has changed when typing is undone', () => {
    const letter = openLetter(hard);
    const typed = insert(letter, 'x <signed', 'y');
    const one = applySteps(letter, typed);
    const two = applySteps(one, [made(one, one.source.replace('after', 'behind'))]);
    const undone = applySteps(two, [typed[0]?.invert(letter.doc) as Step]);
    expect(undone.source).toBe(hard.replace('after', 'behind'));
  });

  it('brings back raw pieces of what was deleted before it, once it is undone', () => {
    const letter = openLetter(hard);
    const at = positionAt(letter, hard.indexOf('&#8212;'));
    const cut = new Transform(letter.doc).delete(at, at + 1);
    const one = applySteps(letter, cut.steps);
    const step = made(one, one.source.replace('kept', 'changed'));
    const two = applySteps(one, [step]);
    const three = applySteps(two, [step.invert(one.doc)]);
    expect(applySteps(three, [cut.steps[0]?.invert(letter.doc) as Step]).source).toBe(hard);
  });

  it('goes when what it speaks of has changed, and is refused where only bytes have', () => {
    const letter = openLetter(hard);
    const one = made(letter, hard.replace('n="1">t', 'n="2">t'));
    const two = made(letter, hard.replace('kept', 'lost'));
    expect(two.map(one.getMap())).toBeNull();
    expect(new SourceStep(4, 8, one.slice, one.change).map(new StepMap([5, 0, 2]))).toBeNull();
    const comment = made(letter, hard.replace('after', 'long after'));
    const other = made(letter, hard.replace('<!-- after', '<!-- and after'));
    const after = applySteps(letter, [comment]);
    const mapped = other.map(comment.getMap());
    expect(() => applySteps(after, [mapped as Step])).toThrow(
      expect.objectContaining({ code: 'source-changed' }),
    );
  });

  it('refuses forged steps', () => {
    const letter = openLetter(hard);
    const step = made(letter, hard.replace('n="1">t', 'n="2">t'));
    const json = { ...step.toJSON() } as Record<string, unknown>;
    for (const forged of [
      { from: -1 },
      { from: 1e9 },
      { to: 0.5 },
      { at: 'x' },
      { length: 0 },
      { old: 1 },
      { text: null },
    ]) {
      expect(() => SourceStep.fromJSON(schema, { ...json, ...forged })).toThrow(RangeError);
    }
    const lying = SourceStep.fromJSON(schema, { ...json, text: '3' });
    expect(() => applySteps(letter, [lying])).toThrow(expect.objectContaining({ code: 'not-lossless' }));
    const broken = SourceStep.fromJSON(schema, { ...json, text: '<' });
    expect(() => applySteps(letter, [broken])).toThrow(expect.objectContaining({ code: 'not-well-formed' }));
  });
});
