import { rowOf } from '@chancery/tei';
import type { XmlAttribute, XmlElement } from '@chancery/xml';
import type { Options } from 'fontoxpath';
import { chainContexts } from './context-matcher.js';
import { keptTest } from './kept-test.js';
import type { Assertion, QuickFix, Rule, SchematronPattern, SchematronSchema, Variable } from './schema.js';
import { Scope } from './scope.js';
import {
  createTypedValueFactory,
  domFacade,
  evaluateXPath,
  evaluateXPathToBoolean,
  evaluateXPathToFirstNode,
  evaluateXPathToNodes,
  evaluateXPathToString,
} from './xpath.js';
import { type XPathAttribute, type XPathNode, xpathDocument } from './xpath-node.js';

/** One assertion that did not hold. */
export interface FailedAssertion {
  readonly assertion: Assertion;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute | undefined;
  readonly message: string;
  readonly fix: { readonly label: string; readonly changes: readonly FailedFixChange[] } | undefined;
}

export type FailedFixChange =
  | { readonly kind: 'set'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'remove'; readonly attribute: string };

/**
 * Runs every pattern of the schema over the tree. Within a pattern a node is taken by the first rule whose context
 * matches it (ISO/IEC 19757-3 §6.5).
 */
export function runSchema(schema: SchematronSchema, root: XmlElement): FailedAssertion[] {
  const run = new Run(schema, root);
  return schema.patterns.flatMap((pattern) => run.pattern(pattern));
}

class Run {
  readonly #document: XPathNode;
  readonly #elements: readonly XPathNode[];
  readonly #reported = new Set<Assertion>();
  readonly #apart = new Set<string>();
  readonly #byName = new Map<string, XPathNode[]>();
  readonly #options: Options;
  readonly #schema: SchematronSchema;
  readonly #scope: Scope;

  constructor(schema: SchematronSchema, root: XmlElement) {
    this.#schema = schema;
    const { document, elements } = xpathDocument(root);
    this.#document = document;
    this.#elements = elements;
    for (const element of elements) {
      const key = element.localName ?? '';
      const same = this.#byName.get(key);
      if (same === undefined) this.#byName.set(key, [element]);
      else same.push(element);
    }
    this.#options = {
      namespaceResolver: (prefix) =>
        prefix === '' ? null : (schema.namespaces.get(prefix) ?? wellKnown[prefix] ?? null),
    };
    this.#scope = this.#declare(schema.variables, document);
  }

  pattern(pattern: SchematronPattern): FailedAssertion[] {
    try {
      return this.#rules(pattern.rules, this.#declare(pattern.variables, this.#document, this.#scope));
    } catch (error) {
      const root = this.#elements[0];
      const assertions = pattern.rules.flatMap((rule) => rule.assertions);
      if (root === undefined) throw error;
      return this.#inapplicable(assertions, root, error);
    }
  }

  #rules(rules: readonly Rule[], scope: Scope): FailedAssertion[] {
    const taken = new Set<XPathNode | XPathAttribute>();
    return rules.flatMap((rule) => {
      const all = keptTestOf(rule);
      const nodes = this.#matching(rule, scope).filter((node) => !taken.has(node));
      for (const node of nodes) taken.add(node);
      return nodes.flatMap((node) => (this.#keeps(all, node, scope) ? [] : this.#apply(rule, node, scope)));
    });
  }

  /** Whether a node keeps all assertions of its rule. Where they cannot be asked together, each is asked by itself. */
  #keeps(all: string | undefined, node: XPathNode | XPathAttribute, scope: Scope): boolean {
    if (all === undefined || this.#apart.has(all)) return false;
    try {
      return this.#test(all, node, scope);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      this.#apart.add(all);
      return false;
    }
  }

  #matching(rule: Rule, scope: Scope): readonly (XPathNode | XPathAttribute)[] {
    const chains = chainContexts(rule.context);
    if (chains === undefined) {
      const expression = rule.context.startsWith('/') ? rule.context : `//(${rule.context})`;
      return this.#guard(rule.context, () =>
        evaluateXPathToNodes<XPathNode | XPathAttribute>(
          expression,
          this.#document,
          null,
          scope.valuesFor(expression),
          this.#options,
        ),
      );
    }
    const found = chains.flatMap((each) => {
      const { condition } = each;
      const nodes = this.#chain(each.names);
      return condition === undefined ? nodes : nodes.filter((node) => this.#test(condition, node, scope));
    });
    return chains.length === 1 ? found : [...new Set(found)];
  }

  #chain(names: readonly string[]): readonly (XPathNode | XPathAttribute)[] {
    const last = names.at(-1) ?? '';
    if (last.startsWith('@')) {
      const name = last.slice(1);
      return this.#elements.flatMap((element) =>
        element.attributes.filter((attribute) => attribute.name === name),
      );
    }
    const candidates = localName(last) === '*' ? this.#elements : (this.#byName.get(localName(last)) ?? []);
    return candidates.filter((node) => this.#inChain(node, names));
  }

  #inChain(node: XPathNode, names: readonly string[]): boolean {
    let current: XPathNode | null = node;
    for (const name of names.toReversed()) {
      if (current?.element === undefined || !this.#isNamed(current, name)) return false;
      current = current.parentNode;
    }
    return true;
  }

  #isNamed(node: XPathNode, name: string): boolean {
    const colon = name.indexOf(':');
    const local = localName(name);
    if (colon < 0 && local === '*') return true;
    const namespace = colon < 0 ? null : (this.#schema.namespaces.get(name.slice(0, colon)) ?? null);
    return (local === '*' || node.localName === local) && node.namespaceURI === namespace;
  }

  #apply(rule: Rule, node: XPathNode | XPathAttribute, outer: Scope): FailedAssertion[] {
    const scope = rule.variables.length === 0 ? outer : this.#declare(rule.variables, node, outer);
    return rule.assertions.flatMap((assertion) => {
      try {
        return this.#assert(assertion, node, scope);
      } catch (error) {
        return this.#inapplicable([assertion], node, error);
      }
    });
  }

  #assert(assertion: Assertion, node: XPathNode | XPathAttribute, scope: Scope): FailedAssertion[] {
    if (this.#test(assertion.test, node, scope) === (assertion.kind === 'assert')) return [];
    const subject =
      assertion.subject === undefined ? node : (this.#node(assertion.subject, node, scope) ?? node);
    const place = placeOf(subject);
    if (place === undefined) return [];
    const message = this.#write(assertion.message, node, scope);
    return [{ assertion, ...place, message, fix: this.#fix(assertion.fixes, node, scope) }];
  }

  /** What fails to run says so once in a letter, and keeps no other rule from running. */
  #inapplicable(
    assertions: readonly Assertion[],
    node: XPathNode | XPathAttribute,
    error: unknown,
  ): FailedAssertion[] {
    if (!(error instanceof RuleError)) throw error;
    const [assertion] = assertions;
    const place = placeOf(node);
    if (assertion === undefined || place === undefined || this.#reported.has(assertion)) return [];
    this.#reported.add(assertion);
    const message = `The rule “${assertion.id}” cannot be applied here. ${error.message}`;
    return [{ assertion: { ...assertion, severity: 'warning' }, ...place, message, fix: undefined }];
  }

  #fix(fixes: readonly QuickFix[], node: XPathNode | XPathAttribute, scope: Scope): FailedAssertion['fix'] {
    const fix = fixes.find((each) => each.useWhen === undefined || this.#test(each.useWhen, node, scope));
    if (fix === undefined) return undefined;
    return {
      label: this.#write(fix.label, node, scope),
      changes: fix.actions.map((action) =>
        action.kind === 'remove' ? action : { ...action, value: this.#string(action.value, node, scope) },
      ),
    };
  }

  #write(message: Assertion['message'], node: XPathNode | XPathAttribute, scope: Scope): string {
    return message
      .map((part) => {
        if (typeof part === 'string') return part;
        return 'called' in part
          ? calledBy(this.#node(part.called, node, scope))
          : this.#string(part.expression, node, scope);
      })
      .join('');
  }

  #declare(variables: readonly Variable[], node: XPathNode | XPathAttribute, outer?: Scope): Scope {
    return new Scope(
      variables,
      (value, values) =>
        this.#guard(value, () =>
          sequence(
            evaluateXPath(value, node, null, values, evaluateXPath.ALL_RESULTS_TYPE, this.#options),
            domFacade,
          ),
        ),
      outer,
    );
  }

  #test(expression: string, node: XPathNode | XPathAttribute, scope: Scope): boolean {
    return this.#guard(expression, () =>
      evaluateXPathToBoolean(expression, node, null, scope.valuesFor(expression), this.#options),
    );
  }

  #string(expression: string, node: XPathNode | XPathAttribute, scope: Scope): string {
    return this.#guard(expression, () =>
      evaluateXPathToString(expression, node, null, scope.valuesFor(expression), this.#options),
    );
  }

  #node(
    expression: string,
    node: XPathNode | XPathAttribute,
    scope: Scope,
  ): XPathNode | XPathAttribute | null {
    return this.#guard(expression, () =>
      evaluateXPathToFirstNode<XPathNode | XPathAttribute>(
        expression,
        node,
        null,
        scope.valuesFor(expression),
        this.#options,
      ),
    );
  }

  #guard<T>(expression: string, evaluate: () => T): T {
    try {
      return evaluate();
    } catch (cause) {
      // A variable that the expression names: its own expression is the one to look at.
      if (cause instanceof RuleError) throw cause;
      throw new RuleError(`The Schematron expression “${expression}” cannot be evaluated.`, { cause });
    }
  }
}

const keptTests = new WeakMap<Rule, { readonly all: string | undefined }>();

function keptTestOf(rule: Rule): string | undefined {
  const known = keptTests.get(rule) ?? { all: keptTest(rule) };
  keptTests.set(rule, known);
  return known.all;
}

/** An expression of the schema failed while it ran: a mistake of the schema, not of the letter. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
}

function placeOf(
  node: XPathNode | XPathAttribute,
): { element: XmlElement; attribute: XmlAttribute | undefined } | undefined {
  if ('attribute' in node) {
    const element = node.ownerElement.element;
    return element && { element, attribute: node.attribute };
  }
  return node.element && { element: node.element, attribute: undefined };
}

/** What editors call an element; what the element table does not know, by its name. */
function calledBy(node: XPathNode | XPathAttribute | null): string {
  const row = node && 'element' in node ? rowOf(node.localName ?? '') : undefined;
  return row?.label.toLowerCase() ?? node?.nodeName ?? '';
}

/** Several values are a sequence to XPath; a bare array would be taken for an `array(*)`. */
const sequence = createTypedValueFactory('item()*');

const wellKnown: Readonly<Record<string, string>> = {
  fn: 'http://www.w3.org/2005/xpath-functions',
  map: 'http://www.w3.org/2005/xpath-functions/map',
  array: 'http://www.w3.org/2005/xpath-functions/array',
  math: 'http://www.w3.org/2005/xpath-functions/math',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xs: 'http://www.w3.org/2001/XMLSchema',
};

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}
