import { afterAll, beforeAll, expect, it } from 'vitest';
import { asPrintedEdition } from '../as-printed-edition.js';
import { orderEdition } from '../order-edition.js';
import { printProven } from '../parts/print-proven.js';
import { transform } from '../transform/transform.js';
import { fold } from './conservation/fold.js';
import { checkConservation } from './conservation/index.js';
import { readPdf } from './conservation/read-pdf.js';
import { printVolume, stopTypesetter } from './index.js';

const tei = (id: string, text: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text xml:lang="en"><body>${text}</body></text></TEI>`;
const volume = {
  path: 'volume.xml',
  source: tei(
    'volume',
    '<div type="documents"><list type="documents"><item><ptr target="made.xml"/></item></list></div>',
  ),
};

function editionOf(body: string) {
  const source = tei('made', `<div type="letter"><head type="number">No. 1</head>${body}</div>`);
  const made = asPrintedEdition(orderEdition({ volume, letters: [{ path: 'made.xml', source }] }), {});
  return { volume: made.volume, letters: made.documents.flatMap(({ file }) => file ?? []) };
}

beforeAll(() => {
  for (const name of ['figures', 'volume', 'letter']) transform(`print/${name}`, volume.source);
}, 240_000);
afterAll(stopTypesetter);

it('is left out of the reading text, but for the notes on it', async () => {
  const edition = editionOf(
    '<p>I <del rend="strikethrough">never <add>ever</add><note>In pencil.</note></del> <subst><del>sow</del><add>saw</add></subst> it <restore><del>again</del></restore>.</p>',
  );
  const { pdf } = await printProven(edition, {});
  const { body, notes } = await readPdf(pdf);
  expect(body.folded.replaceAll(/\d/g, '')).toContain(fold('I saw it again.'));
  expect(notes.folded).toContain(fold('In pencil.'));
});

it('leaves no empty line where it was a paragraph', async () => {
  const heightOf = async (struck: string) => {
    const { body } = await readPdf(
      (await printVolume(editionOf(`<p>Before.</p>${struck}<p>Afterwards.</p>`))).pdf,
    );
    return body.placeOf(body.folded.indexOf(fold('Afterwards.'))).y;
  };
  expect(await heightOf('<p><del>Lost.</del></p>')).toBe(await heightOf(''));
});

it('stands with its notes in an address as anywhere', async () => {
  const edition = editionOf(
    '<closer><address><addrLine>To the Minister</addrLine><note>He certifies it.</note>at <del>Paris</del><street>Street</street></address></closer>',
  );
  const { body, notes } = await readPdf((await printProven(edition, {})).pdf);
  expect(body.folded.replaceAll(/\d/g, '')).toContain(fold('To the Minister at Street'));
  expect(notes.folded).toContain(fold('He certifies it.'));
});

it('is no excuse for other words that are missing', async () => {
  const { pdf } = await printVolume(editionOf('<p>I <del>never</del> saw it.</p>'));
  const found = await checkConservation(pdf, editionOf('<p>I never saw it.</p>'));
  expect(found.map(({ message }) => message).join()).toContain('never');
});
