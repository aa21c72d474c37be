import { readFileSync } from 'node:fs';
import { openLetter } from '@chancery/prosemirror-tei';
import { readMetadata } from '@chancery/tei';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { buildLetter, type LetterDetails } from './build-letter.js';

const schema = XmlDocument.fromString(
  readFileSync(new URL('../../../schemas/letters.rng', import.meta.url), 'utf8'),
);
const validator = RelaxNGValidator.fromDoc(schema);

const letters: readonly (readonly [string, LetterDetails])[] = [
  ['of which nothing is said', {}],
  ['with supplied number and title', { number: '5', isNumberSupplied: true, isTitleSupplied: true }],
  ['with every date', { sent: '1941-08-04', received: '1941-08-05', signed: '1941-08-03' }],
  [
    'with names that need escaping',
    { from: 'A & <B>', to: '“C”', paragraphs: ['<hi rend="italic">so</hi>', 'x'] },
  ],
];

describe.each(letters)('a letter %s', (_, details) => {
  const source = buildLetter(details);

  it('is valid', () => {
    const document = XmlDocument.fromString(source);
    try {
      expect(() => validator.validate(document)).not.toThrow();
    } finally {
      document.dispose();
    }
  });

  it('opens in the editor, and is saved as it is', () => {
    expect(openLetter(source).source).toBe(source);
  });

  it('says of itself what was asked for', () => {
    const metadata = readMetadata(source);
    expect(metadata.number).toMatchObject({ supplied: details.isNumberSupplied ?? false });
    expect(metadata.number?.text).toContain(details.number ?? '1');
  });
});
