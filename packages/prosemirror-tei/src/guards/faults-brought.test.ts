import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { openLetter, positionAt } from '../open-letter.js';
import { schema } from '../schema/schema.js';
import { faultsBrought } from './faults-brought.js';

const brought = (body: string, edit: (tr: Transform, at: (text: string) => number) => void) => {
  const letter = openLetter(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text></TEI>`,
  );
  const tr = new Transform(letter.doc);
  edit(tr, (text) => positionAt(letter, letter.source.indexOf(text, letter.source.indexOf('<body>') + 6)));
  return faultsBrought(letter.doc, tr.doc).map(({ line }) => line);
};

const p = (text: string) => schema.node('textblock', { id: 'x', name: 'p', attrs: {} }, schema.text(text));

describe('faultsBrought', () => {
  it('tells what an edit makes wrong', () => {
    const body = '<div><p>a</p><closer>b</closer></div>';
    expect(brought(body, (tr, at) => tr.delete(at('<p>'), at('<closer>')))).toEqual(['<closer> misplaced']);
    const pb = schema.node('leaf', { id: 'x', name: 'pb', attrs: { nonsense: '1' } });
    expect(brought(body, (tr, at) => tr.insert(at('a</p>'), pb))).toEqual(['<pb nonsense="1">']);
  });

  it('lets a letter be as wrong as it was', () => {
    expect(brought('<div>a<p>b</p>c</div>', (tr, at) => tr.insert(at('b</p>'), schema.text('x')))).toEqual(
      [],
    );
    expect(brought('<div><p foo="1">ab</p></div>', (tr, at) => tr.delete(at('ab'), at('ab') + 1))).toEqual(
      [],
    );
    expect(brought('<blurb><p>ab</p></blurb>', (tr, at) => tr.delete(at('<p>'), at('<p>') + 4))).toEqual([]);
  });

  it('knows what cannot be written', () => {
    const body = '<div><p>a<rs>bc</rs>d<note>e<p>f</p></note></p><list><item>g</item></list></div>';
    const signed = schema.node(
      'inlineEither',
      { id: 'x', name: 'signed', attrs: {} },
      schema.node('anonymous'),
    );
    expect(
      brought(`<blurb>${body}</blurb>`, (tr, at) =>
        tr.insert(at('c</rs>'), signed.mark(tr.doc.resolve(at('c</rs>')).marks())),
      ),
    ).toEqual(['<rs> around <signed>']);
  });

  it('knows that what is carried unopened cannot stand everywhere', () => {
    const body = '<p><rs><listPerson><head>a</head></listPerson></rs></p><list><item><note/>b</item></list>';
    expect(
      brought(body, (tr, at) => {
        const held = tr.doc.nodeAt(at('<listPerson'));
        if (held) tr.insert(at('b</item>'), held.mark([]));
      }),
    ).toContain('<listPerson> as opaque in anonymous');
  });

  it('knows that nothing but whole elements can be written among loose words beside the text', () => {
    const letter = openLetter('<TEI><text><body><p>a</p></body></text>bc</TEI>');
    const lb = schema.node('leaf', { id: 'x', name: 'lb', attrs: {} });
    const tr = new Transform(letter.doc).insert(positionAt(letter, letter.source.indexOf('bc') + 1), lb);
    expect(faultsBrought(letter.doc, tr.doc).map(({ line }) => line)).toContain('<lb> as leaf in bare');
  });

  it('judges what is carried unopened when it comes to stand where elements are judged', () => {
    const body = '<blurb>a<handShift><unclear>b</unclear></handShift></blurb><p>c</p>';
    expect(
      brought(body, (tr, at) => {
        const held = tr.doc.nodeAt(at('<handShift'));
        if (held) tr.insert(at('c</p>'), held.mark([]));
      }),
    ).toEqual(['<unclear> misplaced']);
  });

  it('does not let what stands too early hide what is wrong after it', () => {
    const early = '<closer>a</closer><note>b</note>';
    expect(brought(`<div>${early}</div>`, (tr, at) => tr.insert(at('<note>'), p('c')))).toEqual([
      '<p> misplaced',
    ]);
    expect(
      brought('<lg>a<trailer>b</trailer></lg>', (tr, at) => tr.delete(at('<trailer>'), at('</lg>'))),
    ).toEqual(['<lg> incomplete']);
  });

  it('does not let one mistake become two', () => {
    expect(brought('<div><p foo="1">ab</p></div>', (tr, at) => tr.split(at('b</p>')))).toEqual([
      '<p foo="1">',
    ]);
    const around = '<div><div>a<p>b</p><p>c</p>d</div></div>';
    expect(brought(around, (tr, at) => tr.split(at('<p>c')))).toEqual(['text in <div>']);
  });
});
