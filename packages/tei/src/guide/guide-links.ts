import { attributeClassOf } from '../attributes-of.js';
import { type Markup, type MarkupElement, markup } from '../markup.js';

/* Links within the guide: every element, group and set of attributes has its own name for its place. */

export function link(href: string, text: string): MarkupElement {
  return markup('a', { href }, text);
}

export function elementLink(name: string): MarkupElement {
  return markup('a', { class: 'code', href: `#${name}` }, name);
}

export function classLink(name: string): MarkupElement {
  return markup('a', { class: 'code', href: `#${name}`, title: attributeClassOf(name).gloss }, name);
}

/** An expression of content with every name linked to what it stands for. */
export function contentExpression(expression: string): MarkupElement {
  if (expression === 'empty') return markup('span', {}, 'nothing');
  const parts = expression.split(/([A-Za-z][\w.]*)/).filter((part) => part !== '');
  return markup(
    'code',
    {},
    ...parts.map((part) => (/^[A-Za-z]/.test(part) && part !== 'text' ? link(`#${part}`, part) : part)),
  );
}

export function separated(parts: readonly MarkupElement[], separator: string): readonly Markup[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
