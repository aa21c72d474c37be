import { escapeAttribute, escapeText } from '@chancery/xml';

/** The namespace of what pages are made of beside TEI, as the stylesheets know it. */
const modelNamespace = 'urn:chancery:calendar';

/** An element of a page’s model; attributes without a value are left out. */
export function model(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeAttribute(String(value))}"`,
  );
  return `<c:${name}${written.join('')}>${content.join('')}</c:${name}>`;
}

/** A whole model, as a document. */
export function modelDocument(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly string[]
): string {
  return model(name, { 'xmlns:c': modelNamespace, ...attributes }, ...content);
}

/** Words as the content of an element. */
export const modelText = escapeText;
