import { existsSync, readdirSync } from 'node:fs';
import { checkWellFormed, parseTree, type XmlElement } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { attributeAllows } from '../attribute-allows.js';
import { attributeClasses } from '../attribute-classes/index.js';
import { attributesOf } from '../attributes-of.js';
import { contentAllows } from '../content/content-guard.js';
import { parseContent } from '../content/parse-content.js';
import { macros } from '../macros.js';
import { modelClasses } from '../model-classes.js';
import { toRelaxNg } from '../relax-ng/to-relax-ng.js';
import { rowOf } from '../row-of.js';
import { teiNamespace } from '../tei-namespace.js';
import { hasJing, jingErrors, readText } from '../testing/jing.js';
import { inRepository, teiAllPath } from '../testing/repository.js';
import { verdictOf } from '../testing/verdict.js';
import { withStart } from '../testing/with-start.js';
import { elements } from './index.js';

const names = elements.map((row) => row.name);
const schema = withStart(toRelaxNg(elements), names);
const verdict = verdictOf(schema);

/** The example as a document of its own. */
function documentOf(example: string): string {
  return example.replace(/^<(\w+)/, `<$1 xmlns="${teiNamespace}"`);
}

function elementsIn(element: XmlElement): XmlElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (child.type === 'element' ? elementsIn(child) : [])),
  ];
}

describe('the element table', () => {
  it('is written in British spelling, but for what TEI names', () => {
    const spoken = [
      ...elements.flatMap((row) => [
        row.label,
        row.gloss,
        ...Object.values(row.kinds ?? {}),
        ...attributesOf(row).flatMap((each) => [
          each.label ?? '',
          each.gloss,
          ...Object.values(each.values ?? {}),
        ]),
      ]),
      ...attributeClasses.map((one) => one.gloss),
    ];
    const american =
      /\b(?!size)\w+iz(e[ds]?|ing|ation|ations)\b|\b(color|center|honor|favor|fiber|gray|analyz)/iu;
    expect(spoken.filter((words) => american.test(words))).toEqual([]);
  });

  it('has names for the margin that stand there on one line', () => {
    const long = elements
      .filter(({ shape }) => ['textblock', 'either', 'phrase', 'inline'].includes(shape))
      .flatMap((row) => [
        row.gutter?.name ?? row.label,
        ...Object.values(row.gutter?.within ?? {}),
        ...(row.shape === 'textblock' ? Object.values(row.kinds ?? {}) : []),
      ])
      .filter((name) => name.length > 13);
    expect(long).toEqual([]);
  });

  it('asks for attributes, and leads into registers by attributes, that the element has', () => {
    const absent = elements.flatMap((row) => {
      const has = new Set(attributesOf(row).map(({ name }) => name));
      return [...(row.asks ?? []), ...Object.keys(row.registers ?? {})]
        .filter((name) => !has.has(name))
        .map((name) => `${row.name}/@${name}`);
    });
    expect(absent).toEqual([]);
  });

  it('has one file per row, named for it, and every file in its index', () => {
    const files = readdirSync(inRepository('packages/tei/src/elements')).filter(
      (file) => !/^index\.ts$|\.test\.ts$/.test(file),
    );
    const expected = names.map((name) => `${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.ts`);
    expect(files.sort()).toEqual(expected.sort());
  });

  it('gives each shortcut to one element only', () => {
    const shortcuts = elements.flatMap((row) => (row.shortcut === undefined ? [] : [row.shortcut]));
    expect(shortcuts.sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'l', 'n', 'p', 's', 't', 'u']);
  });

  it('gives each place in a group of the toolbar to one element only', () => {
    const places = elements.flatMap((row) =>
      row.toolbar === undefined ? [] : [`${row.toolbar.group} ${row.toolbar.order}`],
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it('names nothing in a macro that it does not know', () => {
    const unknown = Object.values(macros).flatMap(namesIn).filter(isUnknown);
    expect(unknown).toEqual([]);
  });
});

describe.each(elements.map((row) => [row.name, row] as const))('<%s>', (_, row) => {
  it('names nothing in its content that the table does not know', () => {
    expect(namesIn(row.content).filter(isUnknown)).toEqual([]);
    expect(row.classes.filter((name) => !(name in modelClasses))).toEqual([]);
  });

  it('has an example that is well-formed and valid', () => {
    const document = documentOf(row.example);
    expect(checkWellFormed(document)).toBeUndefined();
    expect(parseTree(document).name).toBe(row.name);
    expect(verdict(document)).toBeUndefined();
  });

  it('allows in its own words what its example does', () => {
    for (const element of elementsIn(parseTree(documentOf(row.example)))) {
      const known = rowOf(element.name);
      if (known === undefined) throw new Error(`<${element.name}> is not in the table`);
      expect(contentAllows(element.name, childNames(element))).toBe(true);
      for (const attribute of element.attributes.filter((one) => one.name !== 'xmlns')) {
        const attributeRow = attributesOf(known).find((one) => one.name === attribute.name);
        expect(attributeRow, `@${attribute.name}`).toBeDefined();
        if (attributeRow !== undefined) expect(attributeAllows(attributeRow, attribute.value)).toBe(true);
      }
    }
  });

  it('says what it and each of its attributes and values mean', () => {
    const sentences = [row.gloss, ...attributesOf(row).map((attribute) => attribute.gloss)];
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
    const values = attributesOf(row).flatMap((attribute) => Object.values(attribute.values ?? {}));
    expect(values.filter((gloss) => gloss === '')).toEqual([]);
    expect(row.guidelines).toMatch(/^\d+(\.\d+)* [A-Z]/);
  });

  it('makes with its button only what its attributes allow', () => {
    for (const [name, value] of Object.entries(row.toolbar?.attributes ?? {})) {
      const attribute = attributesOf(row).find((one) => one.name === name);
      expect(attribute, `@${name}`).toBeDefined();
      if (attribute !== undefined) expect(attributeAllows(attribute, value)).toBe(true);
    }
  });
});

describe('the examples and TEI itself', () => {
  it('agree: tei_all accepts every example', (context) => {
    if (!hasJing || !existsSync(teiAllPath)) context.skip('jing or ../shared/tei/tei_all.rng is not here');
    const teiAll = withStart(readText(teiAllPath), names);
    const errors = jingErrors(
      teiAll,
      elements.map((row) => documentOf(row.example)),
    );
    expect([...errors.values()]).toEqual([]);
  }, 180_000);
});

function namesIn(expression: string): string[] {
  parseContent(expression);
  return expression.match(/[A-Za-z][\w.]*/g)?.filter((name) => name !== 'text' && name !== 'empty') ?? [];
}

function isUnknown(name: string): boolean {
  return rowOf(name) === undefined && !(name in modelClasses) && !(name in macros);
}

function childNames(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (child.type === 'element') return [child.name];
    return child.type === 'text' && child.value.trim() !== '' ? ['#text'] : [];
  });
}
