import type { AttributeType } from './attribute-type.js';
import type { RegisterKind } from './registers/register.js';

/**
 * How the editor holds an element.
 *
 * - `container` holds blocks only; `textblock` holds running text; `either` always holds blocks, also where the
 *   source has bare text (the text then stands in an anonymous textblock).
 * - `phrase` is a mark over running text; `inline` stands in running text and holds blocks; `leaf` stands as
 *   one thing: it is empty, or what it holds is carried unopened.
 * - `header` belongs to the metadata: it is validated, and the text view carries it unopened.
 *
 * The parent has its say too: a phrase element in a parent that may hold no text is a textblock there.
 */
export type Shape = 'container' | 'textblock' | 'either' | 'phrase' | 'inline' | 'leaf' | 'header';

/** One attribute, either an element's own or a member of an attribute class. */
export interface AttributeRow {
  /** The name as written in a document: `type`, `xml:id`. */
  readonly name: string;
  /** What editors call it; the same attribute of an attribute class lends its label to an element's own. */
  readonly label?: string;
  /** The TEI datatype of the value, or of each token of it when {@link many} is set. */
  readonly type: AttributeType;
  /** One sentence: what the attribute says. */
  readonly gloss: string;
  /** Known values with what they mean. They are suggestions unless {@link closed} is set. */
  readonly values?: Readonly<Record<string, string>>;
  /** What some of them are called, where their spelling does not say it. */
  readonly names?: Readonly<Record<string, string>>;
  /** Only {@link values} are legal. */
  readonly closed?: true;
  /** The value is a list of tokens separated by white space. */
  readonly many?: true;
  readonly required?: true;
  /** The attribute of the same row beside which this one may not stand. */
  readonly insteadOf?: string;
  /**
   * Where the attribute stays when the element is split in two: on both halves (the default), or on the first only,
   * because it identifies or numbers the one place.
   */
  readonly onSplit?: 'first' | 'both';
}

/** A button of the desk's toolbar. */
export interface ToolbarEntry {
  readonly group: ToolbarGroup;
  /** Place within the group, ascending. */
  readonly order: number;
  /** Some characters on the button, drawn as the mark is drawn in the text. */
  readonly sign?: string;
  /** What the button is called where the element's own label would say too little. */
  readonly label?: string;
  /** Attributes that the button sets on what it makes. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export type ToolbarGroup = 'structure' | 'notes' | 'names' | 'editorial' | 'appearance';

/** What the reading text shows around an element's own text, in the desk and in print. */
export interface Appearance {
  readonly before?: string;
  readonly after?: string;
  /** What follows the text in the title of a document (`head[@type='title']`), in place of `before` and `after`. */
  readonly inTitle?: string;
}

/** What the desk's margin calls a block of an element. */
export interface GutterName {
  /** Empty for a block that says itself what it is; otherwise short enough for one line of the margin. */
  readonly name: string;
  /** Other names of it within the elements named. */
  readonly within?: Readonly<Record<string, string>>;
}

/** The ways in which an edition departs from its copy, or says that it may. See TEI Guidelines, 3.5 and 12.3. */
export type EmendationKind =
  | 'correction'
  | 'regularization'
  | 'expansion'
  | 'supplied'
  | 'surplus'
  | 'unclear'
  | 'gap';

export type TeiModule =
  | 'analysis'
  | 'certainty'
  | 'core'
  | 'corpus'
  | 'figures'
  | 'gaiji'
  | 'header'
  | 'linking'
  | 'msdescription'
  | 'namesdates'
  | 'textcrit'
  | 'textstructure'
  | 'transcr'
  | 'verse';

/** All that the house knows about one TEI element. Schema, editor, toolbar, forms and guide are folded out of these. */
export interface ElementRow {
  /** The element's name, TEI's spelling. */
  readonly name: string;
  /** The TEI module that defines it. See TEI Guidelines, 1.1 TEI Modules. */
  readonly module: TeiModule;
  /** What editors call it. */
  readonly label: string;
  /** What editors call it by its `type`, where that says more than {@link label}: `head type="number"` is a number. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** One sentence: what it is for. */
  readonly gloss: string;
  readonly shape: Shape;
  /** TEI model classes of which the element is itself a member; inherited membership follows from `modelClasses`. */
  readonly classes: readonly string[];
  /**
   * What it may hold: element names, model classes, macros, `text` and `empty`, joined by `,` and `|`, grouped by
   * parentheses, repeated by `?`, `*` and `+`. `<text>` is the element of that name. Never wider than TEI P5's own model, so that whatever `letters.rng`
   * accepts tei_all accepts.
   */
  readonly content: string;
  readonly attributeClasses: readonly string[];
  /** Own attributes; one of the same name as an attribute of a class takes its place. */
  readonly attributes: readonly AttributeRow[];
  /** Attributes of its classes that editors are asked for first, beside its own. */
  readonly asks?: readonly string[];
  /** For attributes that point into a register of the volume, which one. */
  readonly registers?: Readonly<Record<string, RegisterKind>>;
  /** For blocks; by default the label, in lower case. A container that has one lends it to its first block. */
  readonly gutter?: GutterName;
  /**
   * How a reading text takes it, where not by its words: not at all, as the space between words that begins a line or a
   * page, or, within a `choice`, as what the copy has and the edition does not read.
   */
  readonly reads?: 'nothing' | 'space' | 'copy';
  /** How the copy has it, where that is not so: words that the writer or the editors have taken out, or that the editors have put in. */
  readonly copyReads?: 'words' | 'nothing';
  /** What kind of emendation it makes of what it stands at; within a `choice`, of the choice. */
  readonly emendation?: EmendationKind;
  readonly toolbar?: ToolbarEntry;
  /** The key after Ctrl M, lower case. */
  readonly shortcut?: string;
  readonly appearance?: Appearance;
  /** The section of the TEI Guidelines that defines it, number and title. */
  readonly guidelines: string;
  /** A valid fragment with the element as its root, in the TEI namespace. */
  readonly example: string;
}
