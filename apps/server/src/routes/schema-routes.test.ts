import { afterAll, beforeAll, expect, test } from 'vitest';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

/** A grammar that knows no `hi`, and in place of the Chancery’s rules one that wants a date line. */
const rng = `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start><ref name="any"/></start>
  <define name="any">
    <element><anyName><except><name ns="http://www.tei-c.org/ns/1.0">hi</name></except></anyName>
      <zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>
    </element>
  </define>
</grammar>`;
const sch = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
  <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
  <pattern><rule context="tei:div"><assert id="dateline" role="warning" test="tei:dateline">Where and when?</assert></rule></pattern>
</schema>`;

const path = `/api/editions/${editionId}/schemas`;
let there: TestHouse;
let chief: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  chief = await there.signIn('chief-editor');
  await there.house.checker.checkUnchecked();
});
afterAll(() => there.close());

function put(schemas: object): Promise<Response> {
  return there.ask(path, {
    method: 'PUT',
    as: chief,
    body: JSON.stringify(schemas),
    headers: { 'content-type': 'application/json' },
  });
}

async function counts() {
  await there.house.checker.check([]);
  return there.house.prisma.letter.findUnique({
    where: { id: letterId },
    select: { errorCount: true, warningCount: true },
  });
}

test('an edition has Chancery’s schemas until it gives its own, which every letter is then checked against', async () => {
  expect(await (await there.ask(path, { as: chief })).json()).toEqual({ rng: null, sch: null });
  const before = await counts();
  expect((await put({ rng, sch })).status).toBe(200);
  expect(await (await there.ask(path, { as: chief })).json()).toEqual({ rng, sch });
  expect(await counts()).toEqual({ errorCount: 1, warningCount: 1 });
  const letter = await (await there.ask(`/api/letters/${letterId}`, { as: chief })).json();
  expect(letter).toMatchObject({ ownSchemas: true });
  await put({ rng: null, sch: null });
  expect(await counts()).toEqual(before);
});

test.each([
  ['a grammar that is no RELAX NG', { rng: '<TEI/>', sch: null }, /RELAX NG|grammar|root/],
  ['a grammar that is not well-formed', { rng: '<grammar', sch: null }, /RELAX NG/],
  ['rules that are no Schematron', { rng: null, sch: '<TEI/>' }, /Schematron/],
])('%s is refused with the reason, and the edition keeps what it had', async (_, schemas, reason) => {
  await put({ rng, sch: null });
  const refused = await put(schemas);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ detail: expect.stringMatching(reason) });
  expect(await (await there.ask(path, { as: chief })).json()).toEqual({ rng, sch: null });
});
