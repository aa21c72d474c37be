import { attributeValue, childElements, type XmlElement } from '@chancery/xml';

/**
 * Child elements of a local name, at the end of a path of them. Names are compared without namespace: letters in
 * public editions stand in the TEI namespace or, by mistake, in none.
 */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement[] {
  let found = element ? [element] : [];
  for (const name of path) {
    const next: XmlElement[] = [];
    for (const { children } of found)
      for (const child of children)
        if (child.type === 'element' && child.localName === name) next.push(child);
    found = next;
  }
  return found;
}

/** All elements within, in document order; `enter` says which of them are looked into. */
export function* within(
  element: XmlElement,
  enter: (element: XmlElement) => boolean = () => true,
): Generator<XmlElement> {
  const pending = childElements(element).reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    if (enter(next)) for (const child of childElements(next).reverse()) pending.push(child);
  }
}

/** The nearest ancestor of a local name. */
export function ancestor(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (let up = element.parent; up; up = up.parent) {
    if (names.includes(up.localName)) return up;
  }
  return undefined;
}

/** An attribute's value with white space normalized, or undefined where it is absent or blank. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element && attributeValue(element, name);
  return value?.trim().replace(/\s+/g, ' ') || undefined;
}
