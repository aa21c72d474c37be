import { parseTree } from '@chancery/xml';
import { expect, it } from 'vitest';
import { imprintOf } from './imprint.js';

it('names the kind of each number, and gives addresses as they are', () => {
  const imprint = (publication: string) =>
    imprintOf(
      parseTree(
        `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt>${publication}</publicationStmt></fileDesc></teiHeader></TEI>`,
      ),
    );
  expect(
    imprint(
      '<publisher>A Press</publisher><idno type="ISBN">978-3-16-148410-0</idno><idno type="DOI">10.1/x</idno><idno type="url">https://x.example/</idno><idno>No. 3</idno><idno type="DOI"/>',
    ),
  ).toEqual(['A Press, ISBN 978-3-16-148410-0, DOI 10.1/x, https://x.example/, No. 3']);
});
