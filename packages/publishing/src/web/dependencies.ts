import { fileStem } from '@chancery/tei';
import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import { digest } from '../reuse/program-digest.js';

/**
 * What the pages of a document show beside its own text, found by what its text refers to: the rows of other documents,
 * notes of the volume, entries of its registers, and what these refer to in turn. It holds what the stylesheets can look
 * up (xslt/web/modules/lookup.xsl) and their functions f:stem and f:fragment, and more rather than less: too much makes a
 * page anew that need not be, too little would leave it as it was.
 */
export class Dependencies {
  readonly #volume: string;
  /** Elements of the volume by their identifiers. */
  readonly #elements = new Map<string, XmlElement[]>();
  /** Rows of the plan as they are written, by what they are looked up by. */
  readonly #entries = new Map<string, string[]>();
  readonly #pages = new Map<string, string[]>();
  readonly #notes = new Map<string, string[]>();
  readonly #registered = new Map<string, string[]>();
  readonly #neighbours = new Map<string, readonly string[]>();
  readonly #shared: string;
  readonly #digests = new Map<XmlElement, string>();
  /** Digests of documents, by what their texts refer to. */
  readonly #known = new WeakMap<readonly string[], string>();

  /**
   * @param volume the volume as it prints
   * @param calendar the plan, as `web/plan` makes it
   */
  constructor(volume: string, calendar: string) {
    this.#volume = volume;
    const tei = parseTree(volume);
    const shared: string[] = [];
    for (const element of descendants(tei)) {
      for (const id of attributes(element, 'xml:id')) add(this.#elements, id, element);
      // Characters of the writer’s and the licence are looked up where they stand.
      if (['charDecl', 'publicationStmt'].includes(element.localName)) shared.push(this.#written(element));
    }
    const plan = parseTree(calendar);
    const row = ({ start, end }: XmlElement) => calendar.slice(start, end);
    shared.push(calendar.slice(plan.start, plan.contentStart));
    for (const part of childElements(plan)) {
      if (part.localName === 'frame') shared.push(row(part));
      for (const each of childElements(part)) {
        const [name = ''] = [...attributes(each, 'slug'), ...attributes(each, 'id')];
        const [id = ''] = attributes(each, 'id');
        if (part.localName === 'notes') add(this.#notes, id, row(each));
        if (part.localName === 'registered') add(this.#registered, id, row(each));
        if (part.localName !== 'reading') continue;
        add(this.#pages, name, row(each));
        if (each.localName === 'entry') add(this.#entries, id, row(each));
        this.#neighbours.set(name, [...attributes(each, 'previous'), ...attributes(each, 'next')]);
      }
    }
    this.#shared = digest(shared);
  }

  /**
   * A digest of all that is shown with a document.
   *
   * @param references all values of attributes in it, and in no other document
   */
  of(id: string, references: readonly string[]): string {
    const known = this.#known.get(references) ?? this.#of(id, references);
    this.#known.set(references, known);
    return known;
  }

  #of(id: string, references: readonly string[]): string {
    const found: string[] = [this.#shared];
    const own = [id, ...(this.#neighbours.get(id) ?? [])];
    found.push(JSON.stringify(own.map((name) => this.#pages.get(name) ?? [])));
    const seen = new Set<XmlElement>();
    const asked = new Set<string>();
    // A pointer that is not there is looked up too, as the empty string.
    const pending = ['', ...references];
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      if (asked.has(value)) continue;
      asked.add(value);
      const fragment = fragmentOf(value);
      const elements = this.#elements.get(fragment) ?? [];
      found.push(
        ...(this.#entries.get(stemOf(value)) ?? []),
        ...(this.#notes.get(fragment) ?? []),
        ...(this.#registered.get(fragment) ?? []),
        ...elements.map((element) => this.#written(element)),
      );
      for (const element of elements) {
        if (seen.has(element)) continue;
        seen.add(element);
        pending.push(...referencesIn(element));
      }
    }
    return digest(found);
  }

  /** A digest of an element as it is written, and of the tags that it stands in, which templates look up to. */
  #written(element: XmlElement): string {
    const known = this.#digests.get(element);
    if (known !== undefined) return known;
    const around: string[] = [];
    for (let above = element.parent; above; above = above.parent)
      around.push(this.#volume.slice(above.start, above.contentStart));
    const made = digest([...around, this.#volume.slice(element.start, element.end)]);
    this.#digests.set(element, made);
    return made;
  }
}

/** All values of attributes of an element and within it, each once. */
export function referencesIn(element: XmlElement): Set<string> {
  const values = new Set<string>();
  for (const each of descendants(element)) for (const { value } of each.attributes) values.add(value);
  return values;
}

function* descendants(element: XmlElement): Generator<XmlElement> {
  const pending = [element];
  for (let each = pending.pop(); each; each = pending.pop()) {
    yield each;
    pending.push(...childElements(each));
  }
}

/** As f:fragment of the stylesheets. */
function fragmentOf(pointer: string): string {
  const at = pointer.indexOf('#');
  return at < 0 ? '' : pointer.slice(at + 1);
}

/** As f:stem of the stylesheets. */
function stemOf(pointer: string): string {
  return fileStem(pointer.replace(/#.*$/, ''));
}

function attributes(element: XmlElement, name: string): string[] {
  return element.attributes.filter((attribute) => attribute.name === name).map(({ value }) => value);
}

function add<Value>(to: Map<string, Value[]>, name: string, value: Value): void {
  const there = to.get(name);
  if (there) there.push(value);
  else to.set(name, [value]);
}
