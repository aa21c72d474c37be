import type { Problem } from './problem.js';

/**
 * A problem in words for an editor: what stands there, why it may not, what may.
 *
 * @example “`<foo>` is not known to this edition's schema. Allowed here: `<persName>`, `<placeName>` and 12 more.”
 */
export function inWords(problem: Problem): string {
  const found = quoteFound(problem.found);
  const own = tag(problem.element.name);
  const parent = tag((problem.parent ?? problem.element).name);
  switch (problem.code) {
    case 'root-unknown':
      return problem.expected.includes(problem.element.localName)
        ? `The root element ${own} is in ${namespace(problem.element)}, in which this edition’s schema has no such element. Correct its xmlns.`
        : `A file of this edition cannot begin with ${own}${meant(problem, tag) || `.${begin(problem.expected)}`}`;
    case 'element-unknown':
      return problem.parent !== undefined && problem.parent.namespace !== problem.element.namespace
        ? `${own} is in ${namespace(problem.element)} and not in that of ${parent} around it, and so is not known to this edition’s schema. Correct its xmlns.`
        : `${own} is not known to this edition’s schema${meant(problem, tag) || `.${here(problem)}`}`;
    case 'element-misplaced':
      return `${own} cannot stand ${place(problem)}.${here(problem)}`;
    case 'element-repeated':
      return `A second ${own} cannot follow the first in ${parent}.${here(problem)}`;
    case 'element-early':
      return `Before ${own}, ${parent} needs ${oneOf(problem.expected.map(tag))}.${besides(problem)}`;
    case 'content-incomplete': {
      const where = problem.after === undefined ? '' : ` after ${tag(problem.after.name)}`;
      if (problem.expected.length === 0)
        return `${own} is incomplete: it needs ${problem.description ?? 'content'}.`;
      return `${own} is incomplete: it needs ${oneOf(problem.expected.map(tag))}${where}.${besides(problem)}`;
    }
    case 'content-value':
      return `${found} is not what ${own} may hold.${values(problem)}`;
    case 'text-misplaced':
      return problem.expected.length === 0
        ? `${own} cannot hold text, but ${found} stands in it.`
        : `${own} cannot hold text directly, but ${found} stands in it. Put it into ${oneOf(problem.expected.map(tag))}.`;
    case 'attribute-unknown':
      return `${own} has no attribute “${problem.attribute}” in this edition’s schema${meant(problem, quoted) || `.${attributes(problem.expected)}`}`;
    case 'attribute-conflict':
      return `The attribute “${problem.attribute}” cannot stand beside the other attributes of this ${own}.`;
    case 'attribute-missing':
      return `${own} needs the attribute ${oneOf(problem.expected.map(quoted))}.`;
    case 'attribute-value':
      if (/^\d{4}-\d\d-\d\d$/.test(problem.found) && problem.description?.startsWith('a date')) {
        return `There is no day ${problem.found} in the calendar: correct the attribute “${problem.attribute}” of ${own}.`;
      }
      return problem.found === ''
        ? `The attribute “${problem.attribute}” of ${own} is empty.${values(problem)}`
        : `${found} is not a value for the attribute “${problem.attribute}” of ${own}.${values(problem)}`;
  }
}

const mostListed = 8;

function tag(name: string): string {
  return `<${name}>`;
}

function quoted(name: string): string {
  return `“${name}”`;
}

/** What a misspelt name may have been meant for; empty where nothing is near to it. */
function meant({ meant: names = [] }: Problem, written: (name: string) => string): string {
  return names.length === 0 ? '' : `: did you mean ${oneOf(names.map(written))}?`;
}

/** What may stand beside that which is missing. */
function besides({ optional = [] }: Problem): string {
  return optional.length === 0 ? '' : ` There may also be ${listed(optional.map(tag), 'and')}.`;
}

function namespace({ namespace }: Problem['element']): string {
  return namespace === '' ? 'no namespace' : `the namespace “${namespace}”`;
}

function quoteFound(found: string): string {
  const words = found.replace(/\s+/g, ' ');
  return words.length > 40 ? `“${words.slice(0, 39).trimEnd()}…”` : `“${words}”`;
}

function place(problem: Problem): string {
  if (problem.parent === undefined) return 'here';
  const parent = tag(problem.parent.name);
  if (problem.expected.length > 0 && problem.after === undefined) return `directly in ${parent}`;
  return problem.after === undefined ? `in ${parent}` : `here in ${parent}, after ${tag(problem.after.name)}`;
}

function here(problem: Problem): string {
  if (problem.expected.length > 0) {
    return ` Allowed here: ${listed([...(problem.text === true ? ['text'] : []), ...problem.expected.map(tag)], 'and')}.`;
  }
  if (problem.text === true) return ' Only text may stand here.';
  if (problem.parent === undefined) return '';
  return problem.after === undefined
    ? ` ${tag(problem.parent.name)} holds nothing.`
    : ' Nothing more may follow here.';
}

function begin(expected: readonly string[]): string {
  return expected.length === 0 ? '' : ` It begins with ${oneOf(expected.map(tag))}.`;
}

function attributes(expected: readonly string[]): string {
  return expected.length === 0 ? '' : ` It may have ${listed(expected, 'and')}.`;
}

function values(problem: Problem): string {
  if (problem.expected.length > 0 && problem.description !== undefined) {
    return ` Allowed: ${problem.expected.slice(0, mostListed).join(', ')}, or ${problem.description}.`;
  }
  if (problem.expected.length > 0) return ` Allowed: ${listed(problem.expected, 'and')}.`;
  return problem.description === undefined ? '' : ` Write ${problem.description}.`;
}

function oneOf(names: readonly string[]): string {
  return names.length === 0 ? 'something else' : listed(names, 'or');
}

function listed(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length > mostListed)
    return `${names.slice(0, mostListed).join(', ')} and ${names.length - mostListed} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
