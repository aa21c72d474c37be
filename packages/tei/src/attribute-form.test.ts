import { describe, expect, it } from 'vitest';
import { attributeForm } from './attribute-form.js';
import { attributesOf } from './attributes-of.js';
import type { ElementRow } from './element-row.js';
import { elements } from './elements/index.js';
import { rowOf } from './row-of.js';

function row(name: string): ElementRow {
  const found = rowOf(name);
  if (found === undefined) throw new Error(`<${name}> is not in the table`);
  return found;
}

describe('attributeForm', () => {
  it.each(elements.map((one) => [one.name, one] as const))(
    'asks for each attribute of <%s> once',
    (_, one) => {
      const asked = attributeForm(one).flatMap((group) => group.fields.map((field) => field.attribute.name));
      expect([...asked].sort()).toEqual(
        attributesOf(one)
          .map((attribute) => attribute.name)
          .sort(),
      );
    },
  );

  it('puts what is the element’s own first and what all have last', () => {
    const groups = attributeForm(row('gap')).map((group) => group.name);
    expect(groups[0]).toBe('own');
    expect(groups.at(-1)).toMatch(/^att\.global/);
  });

  it('asks for dates, links and known values in their own ways', () => {
    const controls = new Map(
      attributeForm(row('date')).flatMap((group) =>
        group.fields.map((field) => [field.attribute.name, field.control] as const),
      ),
    );
    expect(controls.get('when')).toBe('date');
    expect(controls.get('type')).toBe('suggestions');
    expect(controls.get('resp')).toBe('link');
    expect(controls.get('xml:space')).toBe('choice');
    expect(controls.get('n')).toBe('text');
  });
});
