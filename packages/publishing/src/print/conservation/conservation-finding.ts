import { lineAndColumn } from '@chancery/xml';
import type { Origin } from './expected.js';

/** Something that the PDF has not as the TEI has it. */
export interface ConservationFinding {
  readonly message: string;
  /** The file, as the edition names it. */
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
}

/** A finding about a place of the TEI. */
export function findingAt({ file, offset }: Origin, message: string): ConservationFinding {
  return { path: file.path, line: lineAndColumn(file.source, offset).line, message };
}
