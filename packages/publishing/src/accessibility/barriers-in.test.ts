import { parseTree } from '@chancery/xml';
import { describe, expect, test } from 'vitest';
import { barriersIn } from './barriers-in.js';

const told = (body: string, language = 'en') => {
  const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text xml:lang="${language}"><body>\n${body}\n</body></text></TEI>`;
  return barriersIn({ path: 'a.xml', source }, parseTree(source)).map(
    ({ line, message }) => `${line} ${/^[^.]*/.exec(message)?.[0]}`,
  );
};

const undescribed = 'A picture is not described';

test.each([
  ['<figure><graphic url="a.png"/><head>The seal</head></figure>', [`2 ${undescribed}`]],
  ['<p>a\n<graphic url="a.png"/> <binaryObject>iVBO</binaryObject></p>', [`3 ${undescribed}`]],
  ['<figure><notatedMusic><graphic url="a.png"/></notatedMusic></figure>', [`2 ${undescribed}`]],
  ['<figure><graphic url="a.png"/><figDesc> <!-- later --> </figDesc></figure>', [`2 ${undescribed}`]],
  ['<figure><graphic url="a.png"/><figDesc>A <hi>seal</hi></figDesc></figure>', []],
  ['<figure><notatedMusic><graphic url="a.png"/></notatedMusic><figDesc>A tune</figDesc></figure>', []],
  ['<notatedMusic><graphic url="a.png"/><desc>A tune</desc></notatedMusic>', []],
  ['<graphic url="a.png"><desc>A seal</desc></graphic>', []],
  ['<figure><formula>E=mc</formula></figure><binaryObject mimeType="audio/mp3">a</binaryObject>', []],
])('pictures that nobody describes: %s', (body, expected) => {
  expect(told(body)).toEqual(expected);
});

test.each([
  ['<row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row>', 1],
  ['<row role="label"><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row>', 0],
  ['<row><cell role="label">a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row>', 0],
  ['<row><cell>a</cell><cell>b</cell></row>', 0],
  ['<row><cell>a</cell></row><row><cell>b</cell></row>', 0],
])('tables without headings: %s', (rows, count) => {
  expect(told(`<table>${rows}</table>`)).toHaveLength(count);
});

describe('words in another script than their language', () => {
  test.each([
    ['en', 'He wrote:\n«Привет, мир».'],
    ['ru-Latn', '\nПривет, мир'],
    ['ru', '\nnothing but words'],
    ['el', '\nПривет, мир'],
    ['ja', '\n조선 말로'],
  ])('are told of in %s: %s', (language, words) => {
    const [first, ...more] = told(`<p>${words}</p>`, language);
    expect(first).toMatch(/^3 “.*” is in another script than/);
    expect(more).toEqual([]);
  });

  test.each([
    ['en', 'A café, naïveté, “quotes”, 40 µg, x² and α.'],
    ['en', 'He said <foreign xml:lang="ru">Привет, мир</foreign>.'],
    ['en', '<persName>Иосиф Сталин</persName> and one Товарищ'],
    ['ru', 'Москва, Кремль: NKVD'],
    ['ru', '<hi xml:lang="ru-Latn">Privet, mir</hi>'],
    ['ja', '日本語のテキスト、カタカナ と かな'],
    ['zh-Hant', '漢字 漢字'],
    ['mul', 'Привет, мир and words'],
    ['not a language', 'Привет, мир'],
  ])('are not in %s: %s', (language, words) => {
    expect(told(`<p>${words}</p>`, language)).toEqual([]);
  });
});
