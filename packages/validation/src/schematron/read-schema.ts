import { attributeValue, childElements, parseTree, type XmlElement } from '@chancery/xml';
import type { Severity } from '../finding.js';
import { SchemaError } from '../schema-error.js';
import { isText } from '../source/children.js';
import type { Assertion, QuickFix, QuickFixAction, Rule, SchematronSchema, Variable } from './schema.js';

const schematron = 'http://purl.oclc.org/dsdl/schematron';
const quickFix = 'http://www.schematron-quickfix.com/validator/process';

/**
 * Reads an ISO Schematron schema.
 *
 * `role` gives the severity (`error`, `warning`, `info` and their usual variants; none means `error`), on the
 * assertion or on its rule. An assertion without an `id` is numbered within its pattern.
 * What this reader does not know it refuses with {@link SchemaError}: a rule that is silently not applied would be worse.
 */
export function readSchema(sch: string): SchematronSchema {
  const root = parseTree(sch);
  if (root.namespace !== schematron || root.localName !== 'schema') {
    throw new SchemaError(`<${root.name}> is not the root of an ISO Schematron schema.`);
  }
  const inside = children(root);
  const known = new Set(['title', 'p', 'ns', 'let', 'pattern']);
  const unknown = inside.find((each) => !known.has(each.localName));
  if (unknown !== undefined)
    throw new SchemaError(`<${unknown.name}> is not supported in a Schematron schema.`);
  return {
    namespaces: new Map(named(inside, 'ns').map((ns) => [required(ns, 'prefix'), required(ns, 'uri')])),
    variables: variables(root),
    patterns: named(inside, 'pattern').map((pattern) => {
      if (attributeValue(pattern, 'abstract') === 'true' || attributeValue(pattern, 'is-a') !== undefined) {
        throw new SchemaError('Abstract patterns are not supported in a Schematron schema.');
      }
      const fixes = new Map(quickFixes(root, pattern).map((fix) => [fix.id, fix]));
      return {
        id: attributeValue(pattern, 'id'),
        variables: variables(pattern),
        rules: named(children(pattern), 'rule').map((rule, index) =>
          readRule(rule, fixes, `${attributeValue(pattern, 'id') ?? 'rule'}-${index + 1}`),
        ),
      };
    }),
  };
}

function readRule(rule: XmlElement, outerFixes: ReadonlyMap<string, QuickFix>, label: string): Rule {
  const fixes = new Map([...outerFixes, ...quickFixes(rule).map((fix) => [fix.id, fix] as const)]);
  return {
    context: required(rule, 'context').trim(),
    variables: variables(rule),
    assertions: children(rule)
      .filter((each) => each.localName === 'assert' || each.localName === 'report')
      .map((each, index) =>
        readAssertion(each, attributeValue(rule, 'role'), fixes, `${label}-${index + 1}`),
      ),
  };
}

function readAssertion(
  element: XmlElement,
  role: string | undefined,
  fixes: ReadonlyMap<string, QuickFix>,
  label: string,
): Assertion {
  const named = (attributeValue(element, 'sqf:fix') ?? '').split(/\s+/).filter((each) => each !== '');
  return {
    id: attributeValue(element, 'id') ?? label,
    kind: element.localName === 'report' ? 'report' : 'assert',
    test: required(element, 'test'),
    severity: severityOf(attributeValue(element, 'role') ?? role),
    message: message(element),
    subject: attributeValue(element, 'subject'),
    fixes: named.map((id) => {
      const fix = fixes.get(id);
      if (fix === undefined) throw new SchemaError(`The fix “${id}” is not defined.`);
      return fix;
    }),
  };
}

function severityOf(role: string | undefined): Severity {
  switch (role) {
    case undefined:
    case 'error':
    case 'fatal':
      return 'error';
    case 'warning':
    case 'warn':
    case 'nonfatal':
      return 'warning';
    case 'info':
    case 'information':
      return 'info';
    default:
      throw new SchemaError(`“${role}” is not a role that this edition knows: error, warning, info.`);
  }
}

function message(element: XmlElement): Assertion['message'] {
  const parts = element.children.flatMap((child): Assertion['message'] => {
    if (isText(child)) return [child.value.replace(/\s+/g, ' ')];
    if (child.type !== 'element') return [];
    if (child.localName === 'value-of') return [{ expression: required(child, 'select') }];
    if (child.localName === 'name') return [{ called: attributeValue(child, 'path') ?? '.' }];
    return message(child);
  });
  const [first, last] = [parts[0], parts.at(-1)];
  return parts.map((part) => {
    if (typeof part !== 'string') return part;
    const start = part === first ? part.trimStart() : part;
    return part === last ? start.trimEnd() : start;
  });
}

function quickFixes(...parents: XmlElement[]): QuickFix[] {
  return parents
    .flatMap((parent) => {
      const groups = childElements(parent).filter(
        (each) => each.namespace === quickFix && each.localName === 'fixes',
      );
      return [parent, ...groups].flatMap(childElements);
    })
    .filter((each) => each.namespace === quickFix && each.localName === 'fix')
    .map(readFix);
}

function readFix(fix: XmlElement): QuickFix {
  const inside = childElements(fix);
  const description = inside.find((each) => each.localName === 'description');
  const title = description && childElements(description).find((each) => each.localName === 'title');
  if (title === undefined) throw new SchemaError('A quick fix needs a title.');
  return {
    id: required(fix, 'id'),
    useWhen: attributeValue(fix, 'use-when'),
    label: message(title),
    actions: inside.filter((each) => each.localName !== 'description').map(readAction),
  };
}

function readAction(action: XmlElement): QuickFixAction {
  if (action.localName === 'add' && attributeValue(action, 'node-type') === 'attribute') {
    return { kind: 'set', attribute: required(action, 'target'), value: required(action, 'select') };
  }
  const match = attributeValue(action, 'match') ?? '';
  if (action.localName === 'delete' && /^@[\w:.-]+$/.test(match))
    return { kind: 'remove', attribute: match.slice(1) };
  throw new SchemaError(
    'A quick fix may add an attribute (node-type="attribute") or delete one (match="@name").',
  );
}

function variables(parent: XmlElement): Variable[] {
  return named(children(parent), 'let').map((each) => ({
    name: required(each, 'name'),
    value: required(each, 'value'),
  }));
}

function children(parent: XmlElement): XmlElement[] {
  return childElements(parent).filter((each) => each.namespace === schematron);
}

function named(elements: readonly XmlElement[], name: string): XmlElement[] {
  return elements.filter((each) => each.localName === name);
}

function required(element: XmlElement, name: string): string {
  const value = attributeValue(element, name);
  if (value === undefined) throw new SchemaError(`<${element.name}> needs the attribute “${name}”.`);
  return value;
}
