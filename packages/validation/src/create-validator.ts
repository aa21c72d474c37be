import { checkWellFormed, childElements, parseTree, type XmlElement } from '@chancery/xml';
import { doubledIds } from './doubled-ids.js';
import type { Finding, Fix, FixChange } from './finding.js';
import { compileSchema, type LibxmlError } from './relaxng/compile-schema.js';
import { explain } from './relaxng/explain.js';
import type { Problem } from './relaxng/problem.js';
import { rank } from './relaxng/rank.js';
import { readGrammar } from './relaxng/read-grammar.js';
import { inWords } from './relaxng/words.js';
import { readSchema } from './schematron/read-schema.js';
import { type FailedAssertion, runSchema } from './schematron/run-schema.js';

import { Places } from './source/places.js';
import { nearestId, xpathOf } from './source/xpath-of.js';
import type { Schemas, Validator } from './validator.js';

/**
 * libxml2 tries the attributes of an element against the schema's optional ones in every order: each more doubles its
 * time, and fourteen take seconds. A source with an element of more than these is judged by our own reading of the schema alone.
 */
const attributesForLibxml = 8;

/**
 * Compiles both schemas of an edition. `letters.rng` takes well under a second; all of TEI takes several.
 *
 * @throws {SchemaError} when one of them cannot be used.
 * @example
 * const validator = await createValidator({ rng, sch });
 * const findings = validator.validate(source);
 */
export async function createValidator(schemas: Schemas): Promise<Validator> {
  const compiled = compileSchema(schemas.rng);
  const grammar = readGrammar(schemas.rng);
  const rules = readSchema(schemas.sch);
  return {
    validate: (source) => {
      const broken = checkWellFormed(source);
      if (broken !== undefined) {
        const { code, message, advice, line, column, offset } = broken;
        return [
          {
            code,
            severity: 'error',
            origin: 'xml',
            message: `${message} ${advice}`,
            path: '',
            line,
            column,
            offset,
          },
        ];
      }
      const file = new CheckedFile(source);
      const verdict = file.mostAttributes > attributesForLibxml ? [] : compiled.verdict(source);
      const grammatical =
        verdict === undefined ? [] : file.departures(explain(grammar, source, file.root), verdict);
      const ruled = runSchema(rules, file.root).map((failed) => file.broken(failed));
      // Where the grammar already refuses an attribute's value, a rule about the same value would say it twice.
      const refused = new Set(
        grammatical.filter((each) => each.code === 'attribute-value').map((each) => each.offset),
      );
      return [
        ...file.doubledIds(),
        ...grammatical,
        ...ruled.filter((each) => !refused.has(each.offset)),
      ].sort(inOrder);
    },
    dispose: () => compiled.dispose(),
  };
}

function inOrder(left: Finding, right: Finding): number {
  return (left.offset ?? 0) - (right.offset ?? 0);
}

/** A well-formed source with all that is needed to say where in it something is. */
class CheckedFile {
  readonly root: XmlElement;
  readonly #source: string;
  readonly #places: Places;

  constructor(source: string) {
    this.#source = source;
    this.root = parseTree(source);
    this.#places = new Places(source);
  }

  get mostAttributes(): number {
    const inElement = (element: XmlElement): number =>
      childElements(element).reduce(
        (most, child) => Math.max(most, inElement(child)),
        element.attributes.length,
      );
    return inElement(this.root);
  }

  departures(problems: readonly Problem[], verdict: readonly LibxmlError[]): Finding[] {
    if (problems.length === 0) {
      // libxml2 holds the datatype ID to its word, as `doubledIds` does with a better message.
      return this.#hasDoubledIds ? [] : verdict.map((error) => this.#unexplained(error));
    }
    return problems.map(rank).map((problem): Finding => {
      const { code, element, start, end, found, expected, optional, description } = problem;
      const allowed = expected.length > 0 || description === undefined ? expected : [description];
      return {
        ...this.#at(element, start, end),
        code,
        severity: 'error',
        origin: 'relaxng',
        message: inWords(problem),
        found,
        expected: [...allowed, ...(optional ?? [])],
        ...respelling(problem),
        ...renaming(problem),
      };
    });
  }

  broken({ assertion, element, attribute, message, fix }: FailedAssertion): Finding {
    const place =
      attribute === undefined
        ? this.#at(element, element.start, element.contentStart)
        : this.#at(element, this.#valueStart(attribute), attribute.end - 1);
    return {
      ...place,
      code: assertion.id,
      severity: assertion.severity,
      origin: 'schematron',
      message,
      ...(attribute === undefined ? {} : { found: attribute.value }),
      ...(fix === undefined
        ? {}
        : { fix: { label: fix.label, changes: fix.changes.map((each) => change(element, each)) } }),
    };
  }

  get #hasDoubledIds(): boolean {
    return doubledIds(this.root).length > 0;
  }

  doubledIds(): Finding[] {
    return doubledIds(this.root).map(({ element, attribute, first }) => ({
      ...this.#at(element, this.#valueStart(attribute), attribute.end - 1),
      code: 'id-doubled',
      severity: 'error',
      origin: 'xml',
      message: `The xml:id “${attribute.value}” already belongs to <${first.name}> in line ${this.#places.at(first.start).line}. Each may stand only once.`,
      found: attribute.value,
    }));
  }

  #valueStart(attribute: { start: number; end: number }): number {
    return this.#source.indexOf(this.#source.charAt(attribute.end - 1), attribute.start) + 1;
  }

  /** libxml2 refuses what our own reading of the schema accepts: its words, at the first element of its line. */
  #unexplained(error: LibxmlError): Finding {
    const offset = this.#places.lineStart(error.line);
    const element = firstFrom(this.root, offset) ?? this.root;
    return {
      ...this.#at(element, element.start, element.contentStart),
      code: 'not-valid',
      severity: 'error',
      origin: 'relaxng',
      message: `The schema does not allow this: ${error.message}`,
    };
  }

  #at(element: XmlElement, start: number, end: number) {
    const id = nearestId(element);
    return {
      path: xpathOf(element),
      ...this.#places.at(start),
      offset: start,
      endOffset: end,
      element: element.name,
      ...(id === undefined ? {} : { id }),
    };
  }
}

/** A value that differs from one allowed value in case or white space only can be meant for no other. */
function respelling(problem: Problem): { fix?: Fix } {
  if (problem.code !== 'attribute-value' || problem.attribute === undefined) return {};
  const plain = (text: string): string => text.trim().toLowerCase();
  const [value, ...others] = problem.expected.filter((each) => plain(each) === plain(problem.found));
  if (value === undefined || others.length > 0) return {};
  const change: FixChange = {
    kind: 'set-attribute',
    offset: problem.element.start,
    name: problem.attribute,
    value,
  };
  return { fix: { label: `Write “${value}”`, changes: [change] } };
}

/** A misspelt name that can only have been meant for one that may stand in its place. */
function renaming({ element, attribute, renamable, meant }: Problem): { fix?: Fix } {
  const name = meant?.[0];
  if (name === undefined || !renamable) return {};
  if (attribute !== undefined) {
    const offset = element.attributes.find((each) => each.name === attribute)?.start;
    if (offset === undefined) return {};
    return {
      fix: { label: `Rename to “${name}”`, changes: [{ kind: 'rename', offset, from: attribute, to: name }] },
    };
  }
  const to = element.name.replace(/[^:]*$/u, name);
  const at = (offset: number): FixChange => ({ kind: 'rename', offset, from: element.name, to });
  const { start, contentEnd, end } = element;
  const changes = [at(start + '<'.length), ...(contentEnd < end ? [at(contentEnd + '</'.length)] : [])];
  return { fix: { label: `Rename to <${to}>`, changes } };
}

function change(
  element: XmlElement,
  each: NonNullable<FailedAssertion['fix']>['changes'][number],
): FixChange {
  return each.kind === 'set'
    ? { kind: 'set-attribute', offset: element.start, name: each.attribute, value: each.value }
    : { kind: 'remove-attribute', offset: element.start, name: each.attribute };
}

/** The first element, in document order, that begins at the offset or after it. */
function firstFrom(element: XmlElement, offset: number): XmlElement | undefined {
  if (element.start >= offset) return element;
  for (const child of childElements(element)) {
    if (child.end <= offset) continue;
    const found = firstFrom(child, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
