import { describe, expect, test } from 'vitest';
import { openLetter } from '../open-letter.js';
import { applySteps } from '../to-tei/apply-steps.js';
import { noteInDoc, noteNames, rewriteNote } from './note-in-doc.js';

const endnote = '<note type="endnote" xml:id="e1">On <hi rend="italic">engines</hi> &#x2014; two.</note>';
const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><note type="footnote">none of the text</note></teiHeader>
<text><body><p>Dear<note type="footnote" place="bottom">first</note> Sir<note>of the writer</note><note type="textual">A’s pen</note></p></body>
<back><div type="notes">${endnote}<!-- kept --></div></back></text></TEI>`;
const letter = openLetter(source);

const found = (id: string) => {
  const note = noteInDoc(letter.doc, id);
  if (!note) throw new Error(`no note ${id}`);
  return note;
};

describe('a note of the text', () => {
  test.each([
    ['@1', 'first'],
    ['@2', 'A’s pen'],
    ['e1', 'On engines — two.'],
  ])('%s is found, and named so', (id, words) => {
    const { pos, node } = found(id);
    expect(node.textContent).toBe(words);
    expect(noteNames(letter.doc).get(pos)).toBe(id);
  });

  test('that is not there is not found', () => {
    expect(noteInDoc(letter.doc, '@4')).toBeUndefined();
  });
});

describe('a note that is written anew', () => {
  test('changes its own place alone, and there what differs', () => {
    const note = found('e1');
    const other = openLetter(source.replace(' two.', ' three <persName ref="#p">Ada</persName>.'));
    const content = noteInDoc(other.doc, 'e1')?.node.content ?? note.node.content;
    const step = rewriteNote(letter.doc, note, content);
    expect(applySteps(letter, step ? [step] : []).source).toBe(other.source);
  });

  test('in the same words is not changed', () => {
    const note = found('e1');
    expect(rewriteNote(letter.doc, note, note.node.content)).toBeUndefined();
  });

  test('may come to hold paragraphs', () => {
    const note = found('@1');
    const words = '<p>one</p><p>two</p>';
    const other = openLetter(source.replace('>first<', `>${words}<`));
    const step = rewriteNote(letter.doc, note, noteInDoc(other.doc, '@1')?.node.content ?? note.node.content);
    expect(applySteps(letter, step ? [step] : []).source).toContain(words);
  });

  test('takes no name that something else of its file bears, and what points to it follows', () => {
    const whole = source
      .replace('engines</hi>', 'engines</hi> <persName xml:id="ada">Ada</persName>')
      .replace('first', 'first <persName xml:id="ada-2">A.</persName>');
    const file = openLetter(whole);
    const [written, note] = ['e1', '@1'].map((id) => noteInDoc(file.doc, id));
    if (!written || !note) throw new Error('no notes');
    const again = openLetter(
      whole.replace(
        /first.*?(?=<\/note>)/,
        '<persName xml:id="ada">Ada</persName>, <ref target="#ada">she</ref>',
      ),
    );
    const content = noteInDoc(again.doc, '@1')?.node.content ?? note.node.content;
    const step = rewriteNote(file.doc, note, content);
    expect(applySteps(file, step ? [step] : []).source).toContain(
      '><persName xml:id="ada-2">Ada</persName>, <ref target="#ada-2">she</ref></note>',
    );
  });
});
