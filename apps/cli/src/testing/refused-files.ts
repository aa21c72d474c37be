/** What is told of a file that is refused. */
interface Refusal {
  /** Line and column. */
  readonly place: string;
  readonly code: string;
  /** How the message begins. */
  readonly message: string;
}

/** How each of the {@link refusedFiles} that must not be read is refused. */
export const refusals: Readonly<Record<string, Refusal>> = {
  'bomb.xml': {
    place: '1:1',
    code: 'entity-too-large',
    message: 'An entity declared here would grow beyond',
  },
  'deep.xml': { place: '2:766', code: 'too-deep', message: 'Elements are nested more than 256 deep here.' },
  'large.xml': { place: '1:1', code: 'file-too-large', message: 'The file has 100.0 MB; at most 50.0 MB' },
  'nul.xml': { place: '2:3', code: 'illegal-character', message: 'This character may not stand here' },
  'surrogate.xml': { place: '2:2', code: 'wrong-encoding', message: 'Byte ' },
};

/**
 * Files that would exhaust or mislead a reader: each that must be refused, `large.xml` still to be stretched to 100 MB, and
 * one that names a file of the machine, which opens without it.
 */
export function refusedFiles(): Record<string, string | Uint8Array> {
  const entities = Array.from(
    { length: 10 },
    (_, n) => `<!ENTITY e${n} "${n === 0 ? 'lol' : `&e${n - 1};`.repeat(10)}">`,
  );
  const half = [0xed, 0xa0, 0x80];
  const bytes = (text: string) => [...new TextEncoder().encode(text)];
  return {
    'bomb.xml': `<!DOCTYPE TEI [${entities.join('')}]>\n<TEI>&e9;</TEI>`,
    'deep.xml': `<TEI>\n${'<p>'.repeat(10_000)}`,
    'external.xml':
      '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&x;</p></body></text></TEI>',
    'large.xml': '',
    'nul.xml': '<TEI>\n a\u0000</TEI>',
    'surrogate.xml': Uint8Array.from([...bytes('<TEI>\n '), ...half, ...bytes('</TEI>')]),
  };
}
