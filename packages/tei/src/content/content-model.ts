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

  /**
   * Reads children of which some may stand wrong, as the schema's check does: one that may come only after others that are
   * lacking counts as if they had come, any other is passed over.
   */
  readAll(children: readonly string[]): ReadChildren {
    const misplaced: ReadChildren['misplaced'][number][] = [];
    let state = this.#start;
    let after: string | undefined;
    for (const child of children) {
      const next = this.#step(state, child);
      const reached = next ?? (child === textChild ? undefined : this.#step(state, child, true));
      if (next === undefined) misplaced.push({ child, after });
      if (reached === undefined) continue;
      state = reached;
      after = child;
    }
    return { misplaced, names: this.#first(state.content), mayEnd: state.mayEnd };
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

  /** The state after a child; with `skipping`, what should come before it may be lacking. */
  #step(state: State, child: string, skipping = false): State | undefined {
    const states = skipping ? state.afterSkipping : state.after;
    const known = states.get(child);
    if (known !== undefined) return known ?? undefined;
    const content = this.#derivative(state.content, child, skipping);
    const next = content.kind === 'notAllowed' ? undefined : this.#state(content);
    states.set(child, next ?? null);
    return next;
  }

  #state(content: Content): State {
    const key = writeContent(content);
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state: State = { content, mayEnd: nullable(content), after: new Map(), afterSkipping: new Map() };
    this.#states.set(key, state);
    return state;
  }

  #derivative(content: Content, child: string, skipping: boolean): Content {
    const derive = (part: Content) => this.#derivative(part, child, skipping);
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
        return sequence([derive(content.part), rest]);
      }
      case 'choice':
        return distinctChoice(content.parts.map(derive));
      case 'sequence': {
        const [first, ...rest] = content.parts;
        if (first === undefined) return notAllowed;
        const taken = sequence([derive(first), ...rest]);
        return skipping || nullable(first) ? distinctChoice([taken, derive(sequence(rest))]) : taken;
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
  readonly afterSkipping: Map<string, State | null>;
}

/** What children amount to of which some may stand wrong. */
export interface ReadChildren {
  /** Those that stand wrong, with the child that counts as the one before. */
  readonly misplaced: readonly { readonly child: string; readonly after: string | undefined }[];
  /** What may come after all of them. */
  readonly names: ReadonlySet<string>;
  /** Whether nothing has to. */
  readonly mayEnd: boolean;
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
