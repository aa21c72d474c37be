import { existsSync } from 'node:fs';
import { checkWellFormed, parseTree, type XmlElement } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { elements } from './elements/index.js';
import { generatedFiles } from './generated-files.js';
import { toEncodingGuide } from './guide/to-encoding-guide.js';
import { toOdd } from './odd/to-odd.js';
import { hasJing, jingErrors, readText } from './testing/jing.js';
import { inRepository, teiAllPath } from './testing/repository.js';

describe('the generated files', () => {
  it.each(generatedFiles().map(({ path, text }) => [path, text] as const))(
    '%s is up to date; if not, run npm run generate -w @chancery/tei',
    (path, text) => {
      expect(readText(inRepository(path)) === text).toBe(true);
    },
  );
});

describe('letters.odd', () => {
  const odd = toOdd(elements);

  it('is well-formed and takes every element of the table from its module', () => {
    expect(checkWellFormed(odd)).toBeUndefined();
    const included = all(parseTree(odd), 'moduleRef').flatMap(
      (one) => attributeValue(one, 'include')?.split(' ') ?? [],
    );
    expect(included.sort()).toEqual(elements.map((row) => row.name).sort());
  });

  it('changes each of them once', () => {
    const changed = all(parseTree(odd), 'elementSpec').map((one) => attributeValue(one, 'ident'));
    expect(changed).toEqual(elements.map((row) => row.name));
  });

  it('is a TEI document itself', (context) => {
    if (!hasJing || !existsSync(teiAllPath)) context.skip('jing or ../shared/tei/tei_all.rng is not here');
    expect([...jingErrors(readText(teiAllPath), [odd]).values()]).toEqual([]);
  }, 180_000);
});

describe('the encoding guide', () => {
  const guide = toEncodingGuide(elements);
  const page = parseTree(guide.replace(/^<!doctype html>\n/, ''));
  const identifiers = all(page, '*').flatMap((one) => attributeValue(one, 'id') ?? []);

  it('has one section for each element, with its example', () => {
    for (const row of elements) expect(identifiers.filter((id) => id === row.name)).toHaveLength(1);
    const examples = all(page, 'pre').map((one) => textOf(one));
    expect(examples.sort()).toEqual(elements.map((row) => row.example).sort());
  });

  it('has each element in the chapter of its module, and once in the index', () => {
    for (const row of elements) {
      const chapter = all(page, 'section').find(
        (one) => attributeValue(one, 'id') === `module-${row.module}`,
      );
      expect(chapter && all(chapter, 'section').map((one) => attributeValue(one, 'id'))).toContain(row.name);
    }
    const index = all(page, 'section').find((one) => attributeValue(one, 'id') === 'index');
    const listed = index ? all(index, 'a').map((one) => attributeValue(one, 'href')) : [];
    expect(listed.sort()).toEqual(elements.map((row) => `#${row.name}`).sort());
  });

  it('links to nothing that it does not have', () => {
    const targets = all(page, 'a').flatMap((one) => attributeValue(one, 'href')?.match(/^#(.*)$/)?.[1] ?? []);
    expect(targets.length).toBeGreaterThan(elements.length);
    expect([...new Set(targets)].filter((target) => !identifiers.includes(target))).toEqual([]);
  });
});

function all(element: XmlElement, name: string): XmlElement[] {
  const inside = element.children.flatMap((child) => (child.type === 'element' ? all(child, name) : []));
  return name === '*' || element.name === name ? [element, ...inside] : inside;
}

function attributeValue(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (child.type === 'element' ? textOf(child) : child.value)).join('');
}
