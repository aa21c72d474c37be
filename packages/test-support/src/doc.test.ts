import { DocumentsDiffer } from '@chancery/prosemirror-tei';
import { describe, expect, it } from 'vitest';
import { builderOf, NotInTable } from './builder-of.js';
import { doc, NoSuchTag } from './doc.js';
import { same } from './same.js';

const p = builderOf('p');
const persName = builderOf('persName');
const hi = builderOf('hi');
const note = builderOf('note');
const list = builderOf('list');
const label = builderOf('label');
const item = builderOf('item');
const closer = builderOf('closer');
const salute = builderOf('salute');
const pb = builderOf('pb');
const choice = builderOf('choice');
const sic = builderOf('sic');
const corr = builderOf('corr');

describe('doc', () => {
  it('builds what the same TEI reads as', () => {
    same(
      '<p>Dear <persName ref="#ada">Ada</persName>,</p>',
      doc(p('Dear ', persName({ ref: '#ada' }, 'Ada'), ',')),
    );
    same('<p>one<pb n="2"/>two</p>', doc(p('one', pb({ n: '2' }), 'two')));
    same('<p><hi><persName>Ada</persName> said</hi></p>', doc(p(hi(persName('Ada'), ' said'))));
    same('<p>word<note>A note.</note></p>', doc(p('word', note('A note.'))));
    same('<p>word<note><p>A note.</p></note></p>', doc(p('word', note(p('A note.')))));
    same('<list><label>1</label><item>one</item></list>', doc(list(label('1'), item('one'))));
    same('<closer>Yours, <salute>A.</salute></closer>', doc(closer('Yours, ', salute('A.'))));
    same(
      '<p>I <choice><sic>recieved</sic><corr>received</corr></choice> it</p>',
      doc(p('I ', choice(sic('recieved'), corr('received')), ' it')),
    );
  });

  it('tells documents apart', () => {
    expect(() => same('<p>Dear Ada</p>', doc(p('Dear Eva')))).toThrow(DocumentsDiffer);
    expect(() => same('<p><hi>a</hi><hi>b</hi></p>', doc(p(hi('ab'))))).toThrow(DocumentsDiffer);
  });

  it('knows the positions marked in the text', () => {
    const built = doc(p('on<a>e'), p('t', hi('w<b>'), 'o<c>'));
    expect(built.doc.textBetween(built.at('a'), built.at('b'), '|')).toBe('e|tw');
    expect(built.doc.resolve(built.at('c')).parent.textContent).toBe('two');
    expect(() => built.at('d')).toThrow(NoSuchTag);
  });
});

describe('builderOf', () => {
  it('knows the elements of the table only', () => {
    expect(() => builderOf('unheardOf')).toThrow(NotInTable);
  });
});
