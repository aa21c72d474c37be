import { childElements, type XmlAttribute, type XmlElement, type XmlLeaf } from '@chancery/xml';
import { isText, isWhiteSpace, textRuns } from '../source/children.js';
import { named } from './derivatives.js';
import { describeValues, inOneSentence, unique } from './describe-values.js';
import type { Grammar } from './grammar.js';
import { listedNames } from './name-class.js';
import { nearestNames } from './nearest-names.js';
import type { AttributePattern, ElementPattern, Pattern } from './pattern.js';
import type { Problem } from './problem.js';

/**
 * Every place where the tree of the source departs from the grammar.
 *
 * Each element is looked at by itself, against the pattern that its parent's content gives it, so one mistake
 * neither hides nor causes another. An element that stands in the wrong place is still looked into.
 */
export function explain(grammar: Grammar, source: string, root: XmlElement): Problem[] {
  return new Explainer(grammar, source).document(root);
}

class Explainer {
  readonly #grammar: Grammar;
  readonly #source: string;
  readonly #seen = new Map<XmlElement, Map<ElementPattern, readonly Problem[]>>();

  constructor(grammar: Grammar, source: string) {
    this.#grammar = grammar;
    this.#source = source;
  }

  document(root: XmlElement): Problem[] {
    const { derivatives, start } = this.#grammar;
    const allowed = derivatives.nextElements(start);
    const candidates = named(allowed, root.namespace, root.localName);
    if (candidates.length > 0) return [...this.#best(root, candidates).problems];
    return [
      {
        code: 'root-unknown',
        element: root,
        ...tagSpan(root),
        found: root.name,
        expected: namesOf(allowed),
        meant: nearestNames(root.localName, namesOf(allowed), []).names,
      },
      ...this.#stray(root),
    ];
  }

  /** The candidates under which the element has fewest problems. */
  #best(element: XmlElement, candidates: readonly ElementPattern[]) {
    let patterns: ElementPattern[] = [];
    let problems: readonly Problem[] | undefined;
    for (const candidate of candidates) {
      const found = this.#element(element, candidate);
      if (problems === undefined || found.length < problems.length) {
        patterns = [candidate];
        problems = found;
      } else if (found.length === problems.length) {
        patterns.push(candidate);
      }
    }
    return { patterns, problems: problems ?? [] };
  }

  /** Problems inside an element that should not be where it is: judged as the grammar would anywhere else. */
  #stray(element: XmlElement): readonly Problem[] {
    const candidates = named(this.#grammar.elements, element.namespace, element.localName);
    return candidates.length === 0 ? [] : this.#best(element, candidates).problems;
  }

  #element(element: XmlElement, pattern: ElementPattern): readonly Problem[] {
    let known = this.#seen.get(element);
    if (known === undefined) {
      known = new Map();
      this.#seen.set(element, known);
    }
    const remembered = known.get(pattern);
    if (remembered !== undefined) return remembered;
    const problems: Problem[] = [];
    const content = this.#attributes(element, pattern.content(), problems);
    this.#content(element, content, problems);
    known.set(pattern, problems);
    return problems;
  }

  /** Takes the attributes off the pattern and gives back the content that remains. */
  #attributes(element: XmlElement, pattern: Pattern, problems: Problem[]): Pattern {
    const { derivatives } = this.#grammar;
    let state = pattern;
    for (const attribute of element.attributes) {
      if (isNamespaceDeclaration(attribute)) continue;
      const namespace = attribute.namespace;
      const sameName = named(derivatives.attributes(state), namespace, attribute.localName);
      const fitting = sameName.filter((candidate) => derivatives.matches(candidate.value, attribute.value));
      const used = fitting.length > 0 ? fitting : sameName;
      let next: Pattern | undefined;
      for (const candidate of used) {
        const after = derivatives.consume(state, candidate);
        if (after.kind !== 'notAllowed') next ??= after;
      }
      if (fitting.length === 0)
        problems.push(this.#attributeProblem(element, attribute, pattern, state, sameName));
      if (next !== undefined) state = next;
    }
    const closed = derivatives.closeStartTag(state);
    if (closed.kind !== 'notAllowed') return closed;
    const missing = this.#missing(state);
    problems.push({
      code: 'attribute-missing',
      element,
      ...tagSpan(element),
      found: element.name,
      expected: missing,
    });
    return derivatives.closeStartTagForgiving(state);
  }

  #attributeProblem(
    element: XmlElement,
    attribute: XmlAttribute,
    pattern: Pattern,
    state: Pattern,
    sameName: readonly AttributePattern[],
  ): Problem {
    const { derivatives } = this.#grammar;
    if (sameName.length > 0) {
      const described = sameName.map((candidate) => describeValues(candidate.value));
      return {
        code: 'attribute-value',
        element,
        attribute: attribute.name,
        ...this.#valueSpan(attribute),
        found: attribute.value,
        expected: unique(described.flatMap((each) => each.values)),
        description: inOneSentence(described.flatMap((each) => each.words)),
      };
    }
    const known = named(derivatives.attributes(pattern), attribute.namespace, attribute.localName).length > 0;
    const present = new Set(element.attributes.map((each) => each.name));
    const free = derivatives.attributes(state);
    const expected = namesOf(free).filter((name) => !present.has(name));
    const near = known ? noneNear : nearestNames(attribute.name, expected, []);
    const fits = free.some(
      (each) =>
        near.names.length === 1 &&
        namesOf([each]).includes(near.names[0] ?? '') &&
        derivatives.matches(each.value, attribute.value),
    );
    return {
      meant: near.names,
      renamable: fits,
      code: known ? 'attribute-conflict' : 'attribute-unknown',
      element,
      attribute: attribute.name,
      start: attribute.start,
      end: attribute.end,
      found: attribute.name,
      expected,
    };
  }

  /** Names of the attributes without which the start tag may not end; where there is a choice, all of its names. */
  #missing(pattern: Pattern): readonly string[] {
    switch (pattern.kind) {
      case 'attribute':
        return namesOf([pattern]);
      case 'group':
      case 'interleave':
        return unique([...this.#missing(pattern.left), ...this.#missing(pattern.right)]);
      case 'choice': {
        const { derivatives } = this.#grammar;
        const open = [pattern.left, pattern.right].every(
          (side) => derivatives.closeStartTag(side).kind === 'notAllowed',
        );
        return open ? unique([...this.#missing(pattern.left), ...this.#missing(pattern.right)]) : [];
      }
      case 'oneOrMore':
        return this.#missing(pattern.body);
      default:
        return [];
    }
  }

  #content(element: XmlElement, content: Pattern, problems: Problem[]): void {
    const children = childElements(element);
    if (children.length === 0) this.#leaf(element, content, problems);
    else this.#children(element, content, problems);
  }

  /** Content without child elements is one string, which a datatype may govern. */
  #leaf(element: XmlElement, content: Pattern, problems: Problem[]): void {
    const { derivatives } = this.#grammar;
    const runs = textRuns(element);
    const text = runs.map((run) => run.value).join('');
    if (derivatives.matches(content, text)) return;
    const inked = runs.find((run) => !isWhiteSpace(run.value));
    if (inked === undefined) {
      this.#incomplete(element, content, undefined, problems);
      return;
    }
    const described = describeValues(content);
    if (described.values.length > 0 || described.words.length > 0) {
      problems.push({
        code: 'content-value',
        element,
        ...this.#inkSpan(inked),
        found: text.trim(),
        expected: described.values,
        description: inOneSentence(described.words),
      });
      return;
    }
    if (!derivatives.textAllowed(content)) problems.push(this.#textProblem(element, inked, content));
    const rest = derivatives.consumeText(content, text);
    const remaining = rest.kind === 'notAllowed' ? content : rest;
    if (!derivatives.nullable(remaining)) this.#incomplete(element, remaining, undefined, problems);
  }

  #children(element: XmlElement, content: Pattern, problems: Problem[]): void {
    const { derivatives } = this.#grammar;
    let state = content;
    let after: XmlElement | undefined;
    let textReported = false;
    for (const child of element.children) {
      if (isText(child)) {
        if (isWhiteSpace(child.value)) continue;
        const next = derivatives.consumeText(state, child.value);
        if (next.kind !== 'notAllowed') {
          state = next;
        } else if (!textReported) {
          textReported = true;
          problems.push(this.#textProblem(element, child, state));
        }
      } else if (child.type === 'element') {
        state = this.#child(element, child, state, after, problems);
        after = child;
      }
    }
    if (!derivatives.nullable(state)) this.#incomplete(element, state, after, problems);
  }

  #child(
    parent: XmlElement,
    child: XmlElement,
    state: Pattern,
    after: XmlElement | undefined,
    problems: Problem[],
  ): Pattern {
    const { derivatives, elements } = this.#grammar;
    const next = derivatives.nextElements(state);
    const candidates = named(next, child.namespace, child.localName);
    if (candidates.length > 0) {
      const best = this.#best(child, candidates);
      problems.push(...best.problems);
      return this.#consumeAny(state, best.patterns);
    }
    const common = { element: child, parent, after, ...tagSpan(child), found: child.name };
    const later = named(derivatives.allElements(state), child.namespace, child.localName).filter(
      (candidate) => derivatives.consumeSkipping(state, candidate).kind !== 'notAllowed',
    );
    if (later.length > 0) {
      const best = this.#best(child, later);
      problems.push({ ...common, code: 'element-early', ...this.#missingElements(state) }, ...best.problems);
      const pattern = best.patterns[0];
      return pattern === undefined ? state : derivatives.consumeSkipping(state, pattern);
    }
    const known = named(elements, child.namespace, child.localName).length > 0;
    const sibling = after?.name === child.name && after.namespace === child.namespace;
    problems.push(
      {
        ...common,
        ...(known || parent.namespace !== child.namespace ? {} : this.#meant(child, next)),
        code: !known ? 'element-unknown' : sibling ? 'element-repeated' : 'element-misplaced',
        expected: namesOf(next),
        text: derivatives.textAllowed(state),
      },
      ...this.#stray(child),
    );
    return state;
  }

  /** What a misspelt element may have been meant for, and whether it can be called so where it stands. */
  #meant(element: XmlElement, next: readonly ElementPattern[]): Pick<Problem, 'meant' | 'renamable'> {
    const { names, here } = nearestNames(element.localName, namesOf(next), namesOf(this.#grammar.elements));
    const [only, ...others] = here ? names : [];
    const candidates = only === undefined || others.length > 0 ? [] : named(next, element.namespace, only);
    const renamable = candidates.length > 0 && this.#best(element, candidates).problems.length === 0;
    return { meant: names, renamable };
  }

  /** What content must go on with, and what it may go on with besides. */
  #missingElements(state: Pattern): { expected: readonly string[]; optional: readonly string[] } {
    const { derivatives } = this.#grammar;
    const expected = namesOf(derivatives.neededElements(state));
    const optional = namesOf(derivatives.nextElements(state)).filter((name) => !expected.includes(name));
    return { expected, optional };
  }

  #consumeAny(state: Pattern, patterns: readonly ElementPattern[]): Pattern {
    const { derivatives } = this.#grammar;
    const [first, ...others] = patterns;
    if (first === undefined) return state;
    return others.reduce(
      (rest, pattern) => derivatives.either(rest, derivatives.consume(state, pattern)),
      derivatives.consume(state, first),
    );
  }

  #incomplete(element: XmlElement, state: Pattern, after: XmlElement | undefined, problems: Problem[]): void {
    const described = describeValues(state);
    const { expected, optional } = this.#missingElements(state);
    problems.push({
      code: 'content-incomplete',
      element,
      after,
      ...tagSpan(element),
      found: element.name,
      expected: unique([...expected, ...described.values]),
      optional,
      description: inOneSentence(described.words),
    });
  }

  #textProblem(element: XmlElement, run: XmlLeaf, state: Pattern): Problem {
    return {
      code: 'text-misplaced',
      element,
      ...this.#inkSpan(run),
      found: run.value.trim(),
      expected: namesOf(this.#grammar.derivatives.nextElements(state)),
    };
  }

  /** The value without its quotes. */
  #valueSpan(attribute: XmlAttribute): { start: number; end: number } {
    const quote = this.#source.charAt(attribute.end - 1);
    return { start: this.#source.indexOf(quote, attribute.start) + 1, end: attribute.end - 1 };
  }

  /** The run without the white space around it. */
  #inkSpan(run: XmlLeaf): { start: number; end: number } {
    const raw = this.#source.slice(run.start, run.end);
    return { start: run.start + raw.length - raw.trimStart().length, end: run.start + raw.trimEnd().length };
  }
}

function namesOf(patterns: readonly (ElementPattern | AttributePattern)[]): readonly string[] {
  return unique(patterns.flatMap((pattern) => listedNames(pattern.nameClass)).map(writtenName));
}

const noneNear = { names: [] };

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

function writtenName({ namespace, name }: { namespace: string; name: string }): string {
  return namespace === xmlNamespace ? `xml:${name}` : name;
}

function isNamespaceDeclaration(attribute: XmlAttribute): boolean {
  return attribute.name === 'xmlns' || attribute.name.startsWith('xmlns:');
}

function tagSpan(element: XmlElement): { start: number; end: number } {
  return { start: element.start, end: element.contentStart };
}
