export { attributeAllows } from './attribute-allows.js';
export type { AttributeClass } from './attribute-class.js';
export {
  type AttributeControl,
  type AttributeField,
  type AttributeFieldGroup,
  attributeForm,
} from './attribute-form.js';
export type { AttributeType } from './attribute-type.js';
export { attributesOf } from './attributes-of.js';
export {
  contentAllows,
  judgeChildren,
  mayContain,
} from './content/content-guard.js';
export { type DateSaying, fromEdtf, ImpossibleDate, isAfter, toEdtf } from './dates/edtf.js';
export type {
  Appearance,
  AttributeRow,
  ElementRow,
  EmendationKind,
  Shape,
  TeiModule,
  ToolbarEntry,
  ToolbarGroup,
} from './element-row.js';
export { elements } from './elements/index.js';
export { draftMethod } from './emendations/draft-method.js';
export type { Emendation } from './emendations/emendation.js';
export { printedEmendation } from './emendations/printed-emendation.js';
export { readEmendations } from './emendations/read-emendations.js';
export { reasonAttributes } from './emendations/reason-attributes.js';
export { beginsLine, beginsPage } from './facsimile/beginnings.js';
export { type ImageService, imageServiceOf, wholePicture } from './facsimile/image-service.js';
export {
  type LeafToWrite,
  leafPatches,
  pointingToLeaf,
  removedLeafPatches,
} from './facsimile/leaf-patches.js';
export { type LeafView, leafViewOf, leafViewPatches, saysLeafView } from './facsimile/leaf-view.js';
export { type ImageKinds, type NamedImage, namedImages } from './facsimile/named-images.js';
export { type Figure, readFigures } from './facsimile/read-figures.js';
export { mayShowImages, type PageImage, readPageImages } from './facsimile/read-page-images.js';
export { type Surface, surfacesOf } from './facsimile/surfaces.js';
export {
  type LeafOfZones,
  movedZonePatches,
  removedZonePatches,
  type WrittenZone,
  type ZoneToWrite,
  zonePatches,
} from './facsimile/zone-patches.js';
export { overlap, type Zone, type ZoneArea, zonesOf } from './facsimile/zones.js';
export { toEncodingGuide } from './guide/to-encoding-guide.js';
export { ancestor, within } from './header/element-tree.js';
export * from './header/index.js';
export { kindName } from './kind-name.js';
export {
  type NoteCall,
  type NoteCallout,
  type NoteInText,
  type NoteSeries,
  noteSeries,
} from './notes/note-in-text.js';
export {
  countedBy,
  endnoteLabels,
  type LabelledBefore,
  type NoteToLabel,
  noteLabels,
} from './notes/note-labels.js';
export {
  fixedLabel,
  type NoteRule,
  type NoteScope,
  type NoteStyle,
  noteRule,
  noteScopes,
} from './notes/note-rule.js';
export { readCallouts, readCalls, readNotes } from './notes/read-notes.js';
export { newEndnote, removedNote } from './notes/write-note.js';
export { toOdd } from './odd/to-odd.js';
export type { Passage, PassageArea, ReadingKind } from './passages/passage.js';
export {
  type PieceEdit,
  planReplacement,
  type ReplacementPlan,
  type Stretch,
} from './passages/plan-replacement.js';
export { readPassages } from './passages/read-passages.js';
export type { Reading } from './passages/reading.js';
export { readsAs } from './passages/reads-as.js';
export { type Anchor, anchorsOf } from './references/anchors-of.js';
export { cRefOf } from './references/c-ref-of.js';
export { fileStem } from './references/file-stem.js';
export { isWebAddress } from './references/is-web-address.js';
export { pageNamePatches, pagesToName } from './references/pages-to-name.js';
export { pathFrom, pointerTo } from './references/path-from.js';
export { readReferences, referencesOf, textWithReferences } from './references/read-references.js';
export type { Reference, ReferenceKind } from './references/reference.js';
export { type KnownPlaces, referenceFault } from './references/reference-fault.js';
export { placeWords } from './references/reference-words.js';
export { authorityAddress } from './registers/authority-address.js';
export { authorityFault } from './registers/authority-fault.js';
export { givenNamePatches } from './registers/given-name-patches.js';
export { indexedName, listedName, withListedNames } from './registers/indexed-name.js';
export { indexedText } from './registers/indexed-text.js';
export { whereItLeads } from './registers/name-pointers.js';
export { namePlaces, readNameUses } from './registers/read-name-uses.js';
export { readRegisters } from './registers/read-registers.js';
export { pointersAt, redirectPatches } from './registers/redirect-patches.js';
export {
  authorities,
  type EntryFacts,
  type NameUse,
  type RegisterEdit,
  type RegisterKind,
  type RegisterRecord,
  registerKinds,
} from './registers/register.js';
export {
  freshEntryId,
  registerPatches,
  writtenEntry,
  writtenEntryPatch,
} from './registers/register-patches.js';
export { toRelaxNg } from './relax-ng/to-relax-ng.js';
export { rowOf } from './row-of.js';
export { teiNamespace } from './tei-namespace.js';
export { type ToolbarItem, type ToolbarSection, toolbar } from './toolbar.js';
export { asPrinted, listedDate, numberedAsInVolume, printedDateLine } from './volume/as-printed.js';
export { withGeneratedParts } from './volume/generated-parts.js';
export type { IndexEntry, IndexPlace } from './volume/index-part.js';
export { nameOfNewLetter, newLetter } from './volume/new-letter.js';
export { NoSuchPlace } from './volume/no-such-place.js';
export { numbersInVolume } from './volume/numbers-in-volume.js';
export { type PageSetting, pageFault, usualPage, type VolumeTemplate } from './volume/page-setting.js';
export { stepsOf } from './volume/places-beside.js';
export { pageRenditions } from './volume/read-page-setting.js';
export type { DocumentStep, VolumeEdit } from './volume/volume-edit.js';
export { volumePatches } from './volume/volume-patches.js';
export { monthOf, writtenDate } from './volume/written-date.js';
