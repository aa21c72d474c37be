export {
  type Anchor,
  anchorAt,
  anchorHolds,
  anchorOn,
  anchorOnNode,
  anchorWords,
  longestAnchor,
  placeOfAnchor,
} from './anchors/anchor.js';
export { anchorBelow } from './anchors/anchor-below.js';
export { followStep } from './anchors/follow-step.js';
export { seatAnchor } from './anchors/seat-anchor.js';
export { describeNode } from './commands/describe-node.js';
export { clearElement, setAttributes } from './commands/edit-element.js';
export { editingKeys } from './commands/editing-keys.js';
export { type ElementAt, elementsAt } from './commands/elements-at.js';
export { goneWith } from './commands/gone-with.js';
export { firstPermitted, type GuardedCommand, guarded } from './commands/guarded.js';
export { insertLeaf, insertNote, selectAfter, selectBefore } from './commands/insert.js';
export { caretBehind, caretMarksPlugin, stepOverEdge } from './commands/mark-edge.js';
export { pasteInto, pieceOfText, settleCopy } from './commands/paste.js';
export { saidWith, say } from './commands/said.js';
export { splitBlock } from './commands/split-block.js';
export { liftBlocks, wrapBlocks, wrappings } from './commands/structure.js';
export { addColumn, addRow, removeColumn, removeRow } from './commands/table.js';
export { attributesAfterSplit, tidy, tidyPlugin } from './commands/tidy.js';
export { type Crossing, crossedElements, toggleElement } from './commands/toggle-element.js';
export type { ReadTei } from './from-tei/read-tei.js';
export type { TokenMap } from './from-tei/token-map.js';
export type { Fault } from './guards/fault.js';
export { faultsBrought } from './guards/faults-brought.js';
export { refusalOf } from './guards/refusal-of.js';
export { type KeyedPiece, keyedText } from './keying/keyed-text.js';
export { type NoteInDoc, noteInDoc, noteNames, rewriteNote } from './notes/note-in-doc.js';
export {
  NotWellFormed,
  type OpenLetter,
  type OpenLetterOptions,
  offsetAt,
  openLetter,
  placeAt,
  positionAt,
  type Revision,
} from './open-letter.js';
export type { Origin } from './origin.js';
export { elementLabel } from './places/element-label.js';
export { gutterName } from './places/gutter-name.js';
export { placeName } from './places/place-name.js';
export { type PlacedBlock, placedBlocks } from './places/placed-blocks.js';
export { attributeOf, elementOf, elementOfMark } from './places/tei-node.js';
export { typedWithin } from './places/typed-within.js';
export {
  type LoggedEdit,
  type Passage,
  type PassageRead,
  type Touched,
  type TouchedPassage,
  touchedPassages,
} from './proof/touched-passages.js';
export { type DrawnEdit, drawEdit } from './random-edit/draw-edit.js';
export { Unproved, type UnprovedCode } from './random-edit/prove-edit.js';
export { type EditKind, type Random, randomEdit, seededRandom } from './random-edit.js';
export { readingBlocks } from './reading/reading-blocks.js';
export { type SpokenPassage, spokenPassages } from './reading/spoken-passages.js';
export { knownToUndo, undoneBy } from './rebasing/given-back.js';
export type { Loss, LostChange, LostWords, TwoReadings, TwoValues } from './rebasing/loss.js';
export { movedOver } from './rebasing/moved-over.js';
export { applied, rebase, StepDoesNotFollow } from './rebasing/rebase.js';
export { type IncomingStep, mostMovable, type Received, receive } from './rebasing/receive.js';
export { undoHistory } from './rebasing/undo-history.js';
export { undoInOrder } from './rebasing/undo-in-order.js';
export { wordsOf } from './rebasing/words-of.js';
export { DocumentsDiffer } from './same-document.js';
export { type Attributes, noAttributes, sameAttributes } from './schema/attributes.js';
export { attributeForDom } from './schema/dom.js';
export { freshId } from './schema/fresh-id.js';
export { type Holding, placeElement, type Surroundings } from './schema/place-element.js';
export { schema } from './schema/schema.js';
export { type ElementShape, type ShapeTable, shapeTable, teiShapes } from './schema/shape-table.js';
export { sourceStep, sourceStepTo } from './source/source-step.js';
export { type FoundInstance, findInstance } from './steps/find-instance.js';
export { joinedSteps } from './steps/joined-steps.js';
export { ReplacePartsStep } from './steps/replace-parts-step.js';
export { type AttributeChanges, SetAttributesStep } from './steps/set-attributes-step.js';
export { SourceStep } from './steps/source-step.js';
export { UnwrapStep } from './steps/unwrap-step.js';
export { WrapStep } from './steps/wrap-step.js';
export { condense } from './suggesting/condense.js';
export { type SuggestedPart, suggestedParts } from './suggesting/suggested-parts.js';
export { SuggestedSpans } from './suggesting/suggested-spans.js';
export {
  aloneSteps,
  entangled,
  type Fit,
  type LabelledStep,
  rebaseSuggestion,
  remainderOf,
  type StandingSuggestion,
  stackSuggestions,
  takenOut,
} from './suggesting/suggestion.js';
export {
  type SuggestionPlace,
  type SuggestionWords,
  suggestionWords,
} from './suggesting/suggestion-words.js';
export { applySteps } from './to-tei/apply-steps.js';
export { EditRefused, type RefusalCode } from './to-tei/edit-refused.js';
