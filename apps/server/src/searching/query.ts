import type { PassageArea } from '@chancery/tei';
import type { SearchFor } from '../contract/search.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Expression } from './expression.js';
import { requiredWords } from './required-words.js';
import { wordIn } from './search-index.js';
import { type Word, wordsOf } from './words-of.js';

/** A word that a text must hold; where it is open, as a part of a longer word too. */
export interface Required {
  readonly word: Word;
  readonly openBefore: boolean;
  readonly openBehind: boolean;
}

/** A search as it is carried out: what is asked of the tables, then what is looked for in the texts that they name. */
export interface Query {
  readonly expression: Expression;
  /** Any of these has to be there, each with all of its phrases, whose words follow each other only where `inOrder` says so. */
  readonly required: readonly (readonly Required[])[];
  /** A `tsquery` that says all of it in these areas, where there is one. */
  readonly exactly: ((areas: readonly PassageArea[]) => string) | undefined;
}

const beginning = String.raw`(?<![\p{L}\p{N}\p{M}])`;
const end = String.raw`(?![\p{L}\p{N}\p{M}])`;
const between = String.raw`[^\p{L}\p{N}]+`;

/**
 * Reads what was typed.
 *
 * @throws {HttpProblem} `bad-request` with what is wrong in words
 */
export function readQuery(search: SearchFor): Query {
  if (search.how === 'words') return readWords(search.q);
  return search.how === 'exact' ? readExact(search) : readRegex(search);
}

interface Term {
  readonly words: readonly Word[];
  readonly without: boolean;
  readonly prefix: boolean;
}

/** `"two words"`, `-without`, `beginning*`. */
function readTerms(typed: string): Term[] {
  return [...typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)]
    .map(([, minus, phrase, single]) => ({
      words: wordsOf(phrase ?? single ?? ''),
      without: minus === '-',
      prefix: phrase === undefined && (single ?? '').endsWith('*'),
    }))
    .filter(({ words }) => words.length > 0);
}

function readWords(typed: string): Query {
  const terms = readTerms(typed);
  const wanted = terms.filter(({ without }) => !without);
  if (wanted.length === 0) {
    throw new HttpProblem(
      'bad-request',
      terms.length > 0
        ? 'Say also what is to be found, beside what is not to be there.'
        : 'There is no word in it. To look for signs, choose “exactly”.',
    );
  }
  const exactly = (areas: readonly PassageArea[]) =>
    terms
      .map(({ words, without, prefix }) => {
        const phrase = words.map((word, index) =>
          wordIn(areas, word, prefix && index === words.length - 1 ? '*' : ''),
        );
        return `${without ? '!' : ''}(${phrase.join(' <-> ')})`;
      })
      .join(' & ');
  const pattern = wanted
    .map(({ words, prefix }) => {
      const letters = words.map((word) => [...word].map((letter) => `${letter}\\p{M}*`).join(''));
      return `${letters.join(between)}${prefix ? String.raw`[\p{L}\p{N}\p{M}]*` : ''}`;
    })
    .join('|');
  return {
    expression: { pattern: `${beginning}(?:${pattern})${end}`, flags: 'giu', bare: true },
    required: [],
    exactly,
  };
}

function readExact({ q, whole, accents, capitals }: SearchFor): Query {
  const literal = q.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  const pattern = accents ? literal : barePattern(q);
  const words = wordsOf(q);
  const required = words.map((word, index) => ({
    word,
    openBefore: !whole && index === 0 && /^[\p{L}\p{N}\p{M}]/u.test(q),
    openBehind: !whole && index === words.length - 1 && /[\p{L}\p{N}\p{M}]$/u.test(q),
  }));
  return {
    expression: {
      pattern: whole ? `${beginning}(?:${pattern})${end}` : pattern,
      flags: capitals ? 'gu' : 'giu',
      bare: !accents,
    },
    required: [required],
    exactly: undefined,
  };
}

/** Letter by letter without accents; whatever accent the text has is passed over. */
function barePattern(q: string): string {
  return [...q.normalize('NFD').replace(/\p{M}+/gu, '')]
    .map((letter) =>
      /[\p{L}\p{N}]/u.test(letter)
        ? `${letter}\\p{M}*`
        : letter.replace(/[\\^$.*+?()[\]{}|/-]/, String.raw`\$&`),
    )
    .join('');
}

function readRegex({ q, whole, capitals }: SearchFor): Query {
  const flags = capitals ? 'gu' : 'giu';
  const pattern = whole ? `${beginning}(?:${q})${end}` : q;
  try {
    new RegExp(q, flags);
    new RegExp(pattern, flags);
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/^.*\/[gimsuvy]*: /, '') : '';
    throw new HttpProblem(
      'bad-request',
      `This is no regular expression: ${said}. Mend it, or choose “exactly”.`,
    );
  }
  return { expression: { pattern, flags, bare: false }, required: requiredWords(q), exactly: undefined };
}
