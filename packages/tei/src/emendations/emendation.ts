import type { EmendationKind } from '../element-row.js';

/** A place where the edition departs from its copy, or says that the copy fails it. */
export interface Emendation {
  readonly kind: EmendationKind;
  /** The passage that it stands in: “paragraph 3”. */
  readonly label: string;
  /** What the copy has; empty where it has nothing, or nothing that can be read. */
  readonly copy: string;
  /** What the edition reads; empty where it reads nothing. */
  readonly edition: string;
  /** The words around it, as the edition reads them. */
  readonly before: string;
  readonly after: string;
  /** Why, in words where the value is known. */
  readonly reason: string | undefined;
  /** Who answers for it: a name, where the file gives it; else the identifier. */
  readonly resp: string | undefined;
  /** `high`, `medium`, `low`, `unknown`. */
  readonly cert: string | undefined;
  /** Where its element stands in the source. */
  readonly start: number;
  readonly end: number;
}
