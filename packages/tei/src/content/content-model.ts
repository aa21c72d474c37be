import { macros } from '../macros.js';
import { type Content, choice, empty, notAllowed, repeat, sequence } from './content.js';
import { parseContent } from './parse-content.js';
import { writeContent } from './write-content.js';

/** The child that stands for a run of text in a sequence of children. */
export const textChild = '#text';

/**
 * The content of one element as a machine that reads its children one by one, by the derivatives of the expression
 * (Brzozowski 1964, as James Clark's algorithm for RELAX NG validation uses them). States are built when first met and kept.
 */
export class ContentModel {
  readonly #start: State;
  readonly #states = new Map<string, State>();
  readonly #membersOf: (name: string) => ReadonlySet<string>;

  /**
   * @param expression a row's content expression
   * @param membersOf the elements that a name in it stands for: itself, a class's members, or none when it is unknown
   */
  constructor(expression: string, membersOf: (name: string) => ReadonlySet<string>) {
    this.#membersOf = membersOf;
    this.#start = this.#state(withoutMacros(parseContent(expression)));
  }

  /** Whether an element may have exactly these children, in this order. */
  accepts(children: readonly string[]): boolean {
    return this.#after(children)?.mayEnd ?? false;
  }

  /** Whether more children could make a beginning of these children whole. */
  mayBegin(children: readonly string[]): boolean {
    return this.#after(children) !== undefined;
  }

  /** What may follow `children`, and whether the element may end there; nothing when `children` are wrong already. */
  next(children: readonly string[]): { readonly names: ReadonlySet<string>; readonly mayEnd: boolean } {
    const state = this.#after(children);
    return {
      names: state === undefined ? new Set() : this.#first(state.content),
      mayEnd: state?.mayEnd ?? false,
    };
  }

  /** Every name that may occur at some place. */
  get names(): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (content: Content) => {
      if (content.kind === 'text') found.add(textChild);
      else if (content.kind === 'name') for (const name of this.#membersOf(content.name)) found.add(name);
      else if (content.kind === 'repeat') visit(content.part);
      else if (content.kind === 'sequence' || content.kind === 'choice') content.parts.forEach(visit);
    };
    visit(this.#start.content);
    return found;
  }

  #after(children: readonly string[]): State | undefined {
    let state: State | undefined = this.#start;
    for (const child of children) {
      state = this.#step(state, child);
      if (state === undefined) return undefined;
    }
    return state;
  }

  #step(state: State, child: string): State | undefined {
    const known = state.after.get(child);
    if (known !== undefined) return known ?? undefined;
    const content = this.#derivative(state.content, child);
    const next = content.kind === 'notAllowed' ? undefined : this.#state(content);
    state.after.set(child, next ?? null);
    return next;
  }

  #state(content: Content): State {
    const key = writeContent(content);
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state: State = { content, mayEnd: nullable(content), after: new Map() };
    this.#states.set(key, state);
    return state;
  }

  #derivative(content: Content, child: string): Content {
    switch (content.kind) {
      case 'empty':
      case 'notAllowed':
        return notAllowed;
      case 'text':
        return child === textChild ? content : notAllowed;
      case 'name':
        return this.#membersOf(content.name).has(child) ? empty : notAllowed;
      case 'repeat': {
        const rest = content.sign === '?' ? empty : repeat(content.part, '*');
        return sequence([this.#derivative(content.part, child), rest]);
      }
      case 'choice':
        return distinctChoice(content.parts.map((part) => this.#derivative(part, child)));
      case 'sequence': {
        const [first, ...rest] = content.parts;
        if (first === undefined) return notAllowed;
        const taken = sequence([this.#derivative(first, child), ...rest]);
        return nullable(first) ? distinctChoice([taken, this.#derivative(sequence(rest), child)]) : taken;
      }
    }
  }

  #first(content: Content): ReadonlySet<string> {
    switch (content.kind) {
      case 'text':
        return new Set([textChild]);
      case 'name':
        return this.#membersOf(content.name);
      case 'repeat':
        return this.#first(content.part);
      case 'choice':
        return new Set(content.parts.flatMap((part) => [...this.#first(part)]));
      case 'sequence': {
        const found = new Set<string>();
        for (const part of content.parts) {
          for (const name of this.#first(part)) found.add(name);
          if (!nullable(part)) break;
        }
        return found;
      }
      default:
        return new Set();
    }
  }
}

interface State {
  readonly content: Content;
  readonly mayEnd: boolean;
  /** `null` where a child is not allowed. */
  readonly after: Map<string, State | null>;
}

function withoutMacros(content: Content): Content {
  switch (content.kind) {
    case 'name': {
      const macro = macros[content.name];
      return macro === undefined ? content : withoutMacros(parseContent(macro));
    }
    case 'sequence':
      return sequence(content.parts.map(withoutMacros));
    case 'choice':
      return choice(content.parts.map(withoutMacros));
    case 'repeat':
      return repeat(withoutMacros(content.part), content.sign);
    default:
      return content;
  }
}

function nullable(content: Content): boolean {
  switch (content.kind) {
    case 'empty':
    case 'text':
      return true;
    case 'sequence':
      return content.parts.every(nullable);
    case 'choice':
      return content.parts.some(nullable);
    case 'repeat':
      return content.sign !== '+' || nullable(content.part);
    default:
      return false;
  }
}

function distinctChoice(parts: readonly Content[]): Content {
  const flat = parts.flatMap((part) => (part.kind === 'choice' ? part.parts : [part]));
  return choice([...new Map(flat.map((part) => [writeContent(part), part])).values()]);
}
