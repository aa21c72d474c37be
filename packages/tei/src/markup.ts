import { escapeAttribute, escapeText } from '@chancery/xml';

/** A node of generated markup: an element, or text to be escaped. */
export type Markup = MarkupElement | string;

export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Markup[];
}

/** An element to be written by {@link writeMarkup}; attributes that are `undefined` are left out. */
export function markup(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Markup[]
): MarkupElement {
  return { name, attributes, children };
}

/** `root` as XML, indented by two spaces; an element that holds text is kept on one line. */
export function writeMarkup(root: MarkupElement, indent = ''): string {
  const attributes = Object.entries(root.attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
  if (root.children.length === 0) return `${indent}<${root.name}${attributes}/>`;
  const open = `${indent}<${root.name}${attributes}>`;
  if (root.children.some((child) => typeof child === 'string')) {
    const inner = root.children.map((child) =>
      typeof child === 'string' ? escapeText(child) : writeMarkup(child),
    );
    return `${open}${inner.join('')}</${root.name}>`;
  }
  const inner = root.children.map((child) =>
    typeof child === 'string' ? child : writeMarkup(child, `${indent}  `),
  );
  return `${open}\n${inner.join('\n')}\n${indent}</${root.name}>`;
}
