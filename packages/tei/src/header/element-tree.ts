import { attributeValue, childElements, type XmlElement } from '@chancery/xml';

/**
 * Child elements of a local name, at the end of a path of them. Names are compared without namespace: letters in
 * public editions stand in the TEI namespace or, by mistake, in none.
 */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement[] {
  let found = element ? [element] : [];
  for (const name of path) {
    found = found.flatMap((parent) => childElements(parent).filter((child) => child.localName === name));
  }
  return found;
}

/** All elements within, in document order; `enter` says which of them are looked into. */
export function* within(
  element: XmlElement,
  enter: (element: XmlElement) => boolean = () => true,
): Generator<XmlElement> {
  for (const child of childElements(element)) {
    yield child;
    if (enter(child)) yield* within(child, enter);
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
