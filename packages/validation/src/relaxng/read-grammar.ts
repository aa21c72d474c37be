import { attributeValue, childElements, parseTree, type XmlElement } from '@chancery/xml';
import { SchemaError } from '../schema-error.js';
import { textRuns } from '../source/children.js';
import { collapse } from './datatypes.js';
import { Derivatives } from './derivatives.js';
import type { Grammar } from './grammar.js';
import type { NameClass } from './name-class.js';
import { type ElementPattern, type Pattern, PatternBuilder } from './pattern.js';

const relaxNg = 'http://relaxng.org/ns/structure/1.0';

/**
 * Reads a grammar from RELAX NG's XML syntax, as the specification's §4 simplifies it.
 *
 * One file only: `include`, `externalRef`, `parentRef` and nested grammars are refused with {@link SchemaError}.
 */
export function readGrammar(rng: string): Grammar {
  return new GrammarReader().read(parseTree(rng));
}

interface Context {
  readonly namespace: string;
  readonly library: string;
}

class GrammarReader {
  readonly #builder = new PatternBuilder();
  readonly #elements: ElementPattern[] = [];
  readonly #definitions = new Map<
    string,
    { combine: string | undefined; bodies: { element: XmlElement; context: Context }[] }
  >();
  readonly #resolved = new Map<string, Pattern>();
  readonly #resolving = new Set<string>();

  read(root: XmlElement): Grammar {
    const context = this.#enter(root, { namespace: '', library: '' });
    if (root.namespace !== relaxNg)
      throw new SchemaError(`<${root.name}> is not the root of a RELAX NG schema.`);
    if (root.localName === 'grammar') this.#collect(root, context);
    const start =
      root.localName === 'grammar'
        ? this.#resolve('', 'The schema has no start.')
        : this.#pattern(root, context);
    // A definition that nothing reachable refers to is read all the same: a schema's mistake shows when it is compiled.
    for (const name of this.#definitions.keys()) this.#resolve(name, name);
    for (let index = 0; index < this.#elements.length; index++) this.#elements[index]?.content();
    return { start, elements: this.#elements, derivatives: new Derivatives(this.#builder) };
  }

  #collect(grammar: XmlElement, outer: Context): void {
    for (const child of patterns(grammar)) {
      const context = this.#enter(child, outer);
      if (child.localName === 'div') {
        this.#collect(child, context);
      } else if (child.localName === 'start' || child.localName === 'define') {
        const name = child.localName === 'start' ? '' : attribute(child, 'name').trim();
        const known = this.#definitions.get(name) ?? { combine: undefined, bodies: [] };
        known.combine ??= attributeValue(child, 'combine');
        known.bodies.push({ element: child, context });
        this.#definitions.set(name, known);
      } else {
        throw new SchemaError(
          `<${child.localName}> is not supported: the schema must be one file without inclusions.`,
        );
      }
    }
  }

  #resolve(name: string, otherwise: string): Pattern {
    const known = this.#resolved.get(name);
    if (known !== undefined) return known;
    const definition = this.#definitions.get(name);
    if (definition === undefined) throw new SchemaError(otherwise);
    if (this.#resolving.has(name)) throw new SchemaError(`“${name}” refers to itself outside an element.`);
    this.#resolving.add(name);
    const bodies = definition.bodies.map(({ element, context }) => this.#group(patterns(element), context));
    const combine = definition.combine === 'interleave' ? 'interleave' : 'choice';
    const pattern = bodies.reduce((left, right) => this.#builder[combine](left, right));
    this.#resolving.delete(name);
    this.#resolved.set(name, pattern);
    return pattern;
  }

  #enter(element: XmlElement, outer: Context): Context {
    return {
      namespace: attributeValue(element, 'ns') ?? outer.namespace,
      library: attributeValue(element, 'datatypeLibrary') ?? outer.library,
    };
  }

  #group(elements: readonly XmlElement[], context: Context): Pattern {
    const b = this.#builder;
    return elements
      .map((element) => this.#pattern(element, context))
      .reduceRight((rest, each) => b.group(each, rest), b.empty);
  }

  #pattern(element: XmlElement, outer: Context): Pattern {
    const b = this.#builder;
    const context = this.#enter(element, outer);
    const inside = patterns(element);
    const group = (): Pattern => this.#group(inside, context);
    switch (element.localName) {
      case 'element':
        return this.#element(element, inside, context);
      case 'attribute':
        return this.#attribute(element, inside, context);
      case 'group':
        return group();
      case 'choice':
        return inside
          .map((each) => this.#pattern(each, context))
          .reduceRight((rest, each) => b.choice(each, rest), b.notAllowed);
      case 'interleave':
        return inside
          .map((each) => this.#pattern(each, context))
          .reduceRight((rest, each) => b.interleave(each, rest), b.empty);
      case 'mixed':
        return b.interleave(b.text, group());
      case 'optional':
        return b.choice(group(), b.empty);
      case 'zeroOrMore':
        return b.choice(b.oneOrMore(group()), b.empty);
      case 'oneOrMore':
        return b.oneOrMore(group());
      case 'list':
        return b.list(group());
      case 'ref': {
        const name = attribute(element, 'name').trim();
        return this.#resolve(name, `The schema refers to “${name}”, which it does not define.`);
      }
      case 'empty':
        return b.empty;
      case 'notAllowed':
        return b.notAllowed;
      case 'text':
        return b.text;
      case 'value':
        return b.value(attributeValue(element, 'type') ?? 'token', textOf(element));
      case 'data':
        return this.#data(element, inside, context);
      default:
        throw new SchemaError(`<${element.localName}> is not supported in a schema.`);
    }
  }

  #element(element: XmlElement, inside: readonly XmlElement[], context: Context): ElementPattern {
    const name = attributeValue(element, 'name');
    const [nameClass, body] =
      name === undefined
        ? [this.#nameClass(first(inside, element), context), inside.slice(1)]
        : [this.#qualified(name, element, context.namespace), inside];
    let content: Pattern | undefined;
    const pattern = this.#builder.element(nameClass, () => {
      content ??= this.#group(body, context);
      return content;
    });
    this.#elements.push(pattern);
    return pattern;
  }

  #attribute(element: XmlElement, inside: readonly XmlElement[], context: Context): Pattern {
    const name = attributeValue(element, 'name');
    // An attribute without a prefix is in no namespace, whatever `ns` its ancestors have: RELAX NG §4.8.
    const own = attributeValue(element, 'ns') ?? '';
    const [nameClass, body] =
      name === undefined
        ? [this.#nameClass(first(inside, element), context), inside.slice(1)]
        : [this.#qualified(name, element, own), inside];
    return this.#builder.attribute(
      nameClass,
      body.length === 0 ? this.#builder.text : this.#group(body, context),
    );
  }

  #data(element: XmlElement, inside: readonly XmlElement[], context: Context): Pattern {
    const parameters = inside
      .filter((each) => each.localName === 'param')
      .map((each) => ({ name: attribute(each, 'name'), value: textOf(each) }));
    const except = inside.find((each) => each.localName === 'except');
    return this.#builder.data(
      context.library,
      attribute(element, 'type'),
      parameters,
      except && this.#choiceOf(except, context),
    );
  }

  #choiceOf(element: XmlElement, context: Context): Pattern {
    const b = this.#builder;
    return patterns(element).reduce<Pattern>(
      (rest, each) => b.choice(rest, this.#pattern(each, context)),
      b.notAllowed,
    );
  }

  #nameClass(element: XmlElement, outer: Context): NameClass {
    const context = this.#enter(element, outer);
    const inside = patterns(element);
    const except = inside.find((each) => each.localName === 'except');
    const excluded = except && this.#nameClassChoice(patterns(except), context);
    switch (element.localName) {
      case 'name':
        return this.#qualified(textOf(element), element, context.namespace);
      case 'anyName':
        return { kind: 'any', except: excluded };
      case 'nsName':
        return { kind: 'namespace', namespace: context.namespace, except: excluded };
      case 'choice':
        return this.#nameClassChoice(inside, context);
      default:
        throw new SchemaError(`<${element.localName}> is not a name class.`);
    }
  }

  #nameClassChoice(elements: readonly XmlElement[], context: Context): NameClass {
    return { kind: 'choice', options: elements.map((each) => this.#nameClass(each, context)) };
  }

  #qualified(written: string, element: XmlElement, unprefixed: string): NameClass {
    const name = collapse(written);
    const colon = name.indexOf(':');
    if (colon < 0) return { kind: 'name', namespace: unprefixed, name };
    const prefix = name.slice(0, colon);
    return { kind: 'name', namespace: namespaceOf(prefix, element), name: name.slice(colon + 1) };
  }
}

function namespaceOf(prefix: string, element: XmlElement): string {
  if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
  for (let each: XmlElement | undefined = element; each !== undefined; each = each.parent) {
    const declared = attributeValue(each, `xmlns:${prefix}`);
    if (declared !== undefined) return declared;
  }
  throw new SchemaError(`The prefix “${prefix}” has no namespace.`);
}

function patterns(element: XmlElement): XmlElement[] {
  return childElements(element).filter((child) => child.namespace === relaxNg);
}

function first(inside: readonly XmlElement[], element: XmlElement): XmlElement {
  const found = inside[0];
  if (found === undefined) throw new SchemaError(`<${element.localName}> has no name.`);
  return found;
}

function attribute(element: XmlElement, name: string): string {
  const value = attributeValue(element, name);
  if (value === undefined) throw new SchemaError(`<${element.localName}> needs the attribute “${name}”.`);
  return value;
}

function textOf(element: XmlElement): string {
  return textRuns(element)
    .map((run) => run.value)
    .join('');
}
