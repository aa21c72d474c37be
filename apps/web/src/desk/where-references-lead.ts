import { fileStem, pathFrom, printedNumber, referenceFault } from '@chancery/tei';
import type { LabelledEndnote } from '../editor/endnote-order.js';
import type { PlacedReference } from '../editor/references-in.js';
import type { PlacedFinding } from '../findings/placed-finding.js';
import type { LetterLine } from '../letters/letter-line.js';

/** What the desk knows of the volume. */
interface Known {
  /** The letters that are referred to or stand around. */
  readonly lines: readonly LetterLine[];
  /** What the server found at fault, by the pointer as written: it knows the files and the places in them. */
  readonly faults: ReadonlyMap<string, string>;
  /** How the server words what leads to a note or a page, by the pointer as written. */
  readonly worded: ReadonlyMap<string, string>;
  readonly endnotes: readonly LabelledEndnote[];
}

/** Where the references of a letter lead, as far as the desk knows the volume. */
export class WhereReferencesLead {
  readonly #path: string;
  readonly #known: Known;

  /** @param path the letter's file inside the edition's folder */
  constructor(path: string, known: Known) {
    this.#path = path;
    this.#known = known;
  }

  /** The same for what is written in another file of the volume, of which the server words these pointers. */
  from(path: string, worded: ReadonlyMap<string, string>): WhereReferencesLead {
    return new WhereReferencesLead(path, {
      ...this.#known,
      faults: new Map(),
      worded: new Map([...this.#known.worded, ...worded]),
    });
  }

  /** The letter that a reference leads to. */
  letter(reference: PlacedReference): LetterLine | undefined {
    const { path, name } = this.#placeOf(reference);
    const { lines } = this.#known;
    return lines.find((line) => line.path === path) ?? lines.find((line) => line.name === name);
  }

  /** What a reference without words prints as: “No. 4”, “note 3”. */
  words(reference: PlacedReference): string {
    const { fragment } = this.#placeOf(reference);
    if (reference.kind === 'note') {
      const endnote = this.#known.endnotes.find(({ id }) => id === fragment);
      if (endnote) return `note ${endnote.figure}`;
    }
    const letter = this.letter(reference);
    const worded = this.#known.worded.get(reference.written);
    if (worded !== undefined && (reference.kind !== 'letter' || !letter)) return worded;
    if (!letter) return reference.written;
    const named = documentName(letter);
    return reference.kind === 'letter' ? named : `${reference.kind} in ${named}`;
  }

  /** Why a reference leads nowhere; undefined where it does not, or nobody knows. */
  fault(reference: PlacedReference): string | undefined {
    const { kind, written } = reference;
    // Which files there are, and which places in them, the server knows.
    if (kind !== 'elsewhere') return this.#known.faults.get(written);
    return referenceFault({ kind, written, cRef: written }, { file: () => true, place: () => undefined });
  }

  /** The references of a letter that lead nowhere, as findings in its text. */
  findings(references: readonly PlacedReference[]): PlacedFinding[] {
    return references.flatMap((reference, index) => {
      const message = this.fault(reference);
      if (message === undefined) return [];
      const { from, to, written } = reference;
      return [
        {
          key: `reference-dead ${written} ${index}`,
          code: 'reference-dead',
          severity: 'error',
          message,
          origin: 'editorial',
          path: '',
          line: 0,
          column: 0,
          from,
          to,
        },
      ];
    });
  }

  #placeOf({ written }: PlacedReference) {
    const [pointer = '', fragment] = written.split('#');
    const path = pointer === '' ? this.#path : pathFrom(this.#path, pointer);
    return { path, name: fileStem(path), fragment };
  }
}

/** What a letter is called where something refers to it: “No. [5]”, or its title. */
export function documentName({ number, numberSupplied, title }: LetterLine): string {
  return number === '' ? title : `No. ${printedNumber({ text: number, supplied: numberSupplied })}`;
}
