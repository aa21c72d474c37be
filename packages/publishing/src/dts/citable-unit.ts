import type { XmlElement } from '@chancery/xml';

/** A part of a text that can be asked for by a reference of its own (DTS 1.0, “CitableUnit”). */
export interface CitableUnit {
  /** Unlike that of any other unit of its tree. */
  readonly identifier: string;
  /** The identifier of the unit that it is part of; null at the top. */
  readonly parent: string | null;
  /** From 1. */
  readonly level: number;
  /** What units of its kind are called: `paragraph`, `page`. */
  readonly citeType: string;
  readonly title: string | undefined;
  /** Its stretch of the source. */
  readonly start: number;
  readonly end: number;
}

/** A way to refer to the parts of a text. */
export interface CitationTree {
  /** None for the tree that is meant where none is named. */
  readonly identifier: string | undefined;
  readonly description: string;
  /** In the order of the text. */
  readonly units: readonly CitableUnit[];
}

/** A text that can be asked for in parts. */
export interface CitableText {
  readonly source: string;
  /** Undefined where the source is not well-formed: it can be had as a whole only. */
  readonly root: XmlElement | undefined;
  readonly trees: readonly CitationTree[];
}

/** A request that DTS 1.0 wants refused, with the status that it names. */
export class DtsRefusal extends Error {
  override readonly name = 'DtsRefusal';

  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}
