import { attributeValue, childElements, lineAndColumn, type XmlElement } from '@chancery/xml';
import { numberOf } from './read-area.js';

/** An element of a file of recognized text. Names are compared without namespace: each version of a format has one of its own. */
export class FileElement {
  readonly #source: string;
  readonly #element: XmlElement;

  constructor(source: string, element: XmlElement) {
    this.#source = source;
    this.#element = element;
  }

  get name(): string {
    return this.#element.localName;
  }

  get namespace(): string {
    return this.#element.namespace;
  }

  /** Where it stands in the file: “line 12”. */
  readonly where = (): string => `line ${lineAndColumn(this.#source, this.#element.start).line}`;

  /** Children of a name, or all. */
  children(...names: readonly string[]): FileElement[] {
    return childElements(this.#element)
      .filter(({ localName }) => names.length === 0 || names.includes(localName))
      .map((each) => new FileElement(this.#source, each));
  }

  first(name: string): FileElement | undefined {
    return this.children(name)[0];
  }

  /** The elements of a name within, in the order of the file. */
  within(name: string): FileElement[] {
    return this.children().flatMap((child) =>
      (child.name === name ? [child] : []).concat(child.within(name)),
    );
  }

  /** An attribute; nothing where it is blank. */
  attribute(name: string): string | undefined {
    return attributeValue(this.#element, name)?.trim() || undefined;
  }

  /** An attribute that is a number. @throws {NotRecognizedText} */
  number(name: string): number | undefined {
    const value = this.attribute(name);
    return value === undefined ? undefined : numberOf(value, this.where);
  }

  /** The text of the element itself. */
  text(): string {
    return this.#element.children
      .map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : ''))
      .join('');
  }
}

/** How sure a recognition is, from what a file tells: 0 to 1, or nothing where it tells of anything else. */
export function confidenceOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value <= 1 ? value : undefined;
}

/** An object without the properties that are undefined. */
export function told<Value extends object>(
  value: {
    [Key in keyof Value]: Value[Key] | undefined;
  },
): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
}
