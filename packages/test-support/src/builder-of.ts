import { rowOf } from '@chancery/tei';

/** Attributes of a built element, by their names as written. */
export type BuiltAttributes = Readonly<Record<string, string>>;

/** An element that {@link doc} turns into a node or a mark, as its place asks. */
export class BuiltElement {
  constructor(
    readonly name: string,
    readonly attributes: BuiltAttributes,
    readonly children: readonly BuiltContent[],
  ) {}
}

/** Text, in which `<a>` marks the position `a`, or an element. */
export type BuiltContent = string | BuiltElement;

/** Makes elements of one name: `p('Dear ', persName({ ref: '#ada' }, 'Ada'))`. */
export type Builder = (...content: readonly (BuiltAttributes | BuiltContent)[]) => BuiltElement;

/** A builder was asked for an element that is not in the table. */
export class NotInTable extends Error {
  override readonly name = 'NotInTable';
  constructor(element: string) {
    super(`The element table has no <${element}>`);
  }
}

/** The builder of an element of the table. @throws NotInTable */
export function builderOf(name: string): Builder {
  if (rowOf(name) === undefined) throw new NotInTable(name);
  return (...content) => {
    const [first, ...rest] = content;
    if (first === undefined) return new BuiltElement(name, {}, []);
    return isContent(first)
      ? new BuiltElement(name, {}, content.filter(isContent))
      : new BuiltElement(name, first, rest.filter(isContent));
  };
}

function isContent(part: BuiltAttributes | BuiltContent): part is BuiltContent {
  return typeof part === 'string' || part instanceof BuiltElement;
}
