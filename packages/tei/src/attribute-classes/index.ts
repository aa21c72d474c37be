import type { AttributeClass } from '../attribute-class.js';
import { attAnchoring } from './att-anchoring.js';
import { attAscribed } from './att-ascribed.js';
import { attAscribedDirected } from './att-ascribed-directed.js';
import { attBreaking } from './att-breaking.js';
import { attCReferencing } from './att-c-referencing.js';
import { attCalendarSystem } from './att-calendar-system.js';
import { attCanonical } from './att-canonical.js';
import { attCiting } from './att-citing.js';
import { attCoordinated } from './att-coordinated.js';
import { attDamaged } from './att-damaged.js';
import { attDatable } from './att-datable.js';
import { attDatableCustom } from './att-datable-custom.js';
import { attDatableIso } from './att-datable-iso.js';
import { attDatableW3c } from './att-datable-w3c.js';
import { attDeclarable } from './att-declarable.js';
import { attDeclaring } from './att-declaring.js';
import { attDimensions } from './att-dimensions.js';
import { attDivLike } from './att-div-like.js';
import { attDocStatus } from './att-doc-status.js';
import { attDuration } from './att-duration.js';
import { attDurationIso } from './att-duration-iso.js';
import { attDurationW3c } from './att-duration-w3c.js';
import { attEditLike } from './att-edit-like.js';
import { attEdition } from './att-edition.js';
import { attEnjamb } from './att-enjamb.js';
import { attFragmentable } from './att-fragmentable.js';
import { attGlobal } from './att-global.js';
import { attGlobalAnalytic } from './att-global-analytic.js';
import { attGlobalChange } from './att-global-change.js';
import { attGlobalFacs } from './att-global-facs.js';
import { attGlobalLinking } from './att-global-linking.js';
import { attGlobalRendition } from './att-global-rendition.js';
import { attGlobalResponsibility } from './att-global-responsibility.js';
import { attGlobalSource } from './att-global-source.js';
import { attHandFeatures } from './att-hand-features.js';
import { attInternetMedia } from './att-internet-media.js';
import { attInterpLike } from './att-interp-like.js';
import { attLexicographicNormalized } from './att-lexicographic-normalized.js';
import { attLinguistic } from './att-linguistic.js';
import { attLocatable } from './att-locatable.js';
import { attMeasurement } from './att-measurement.js';
import { attMedia } from './att-media.js';
import { attMetrical } from './att-metrical.js';
import { attMilestoneUnit } from './att-milestone-unit.js';
import { attMsClass } from './att-ms-class.js';
import { attMsExcerpt } from './att-ms-excerpt.js';
import { attNaming } from './att-naming.js';
import { attNotated } from './att-notated.js';
import { attPatternReplacement } from './att-pattern-replacement.js';
import { attPersonal } from './att-personal.js';
import { attPlacement } from './att-placement.js';
import { attPointing } from './att-pointing.js';
import { attRanging } from './att-ranging.js';
import { attRdgPart } from './att-rdg-part.js';
import { attResourced } from './att-resourced.js';
import { attScope } from './att-scope.js';
import { attScoping } from './att-scoping.js';
import { attSegLike } from './att-seg-like.js';
import { attSortable } from './att-sortable.js';
import { attSpanning } from './att-spanning.js';
import { attStyleDef } from './att-style-def.js';
import { attTableDecoration } from './att-table-decoration.js';
import { attTextCritical } from './att-text-critical.js';
import { attTranscriptional } from './att-transcriptional.js';
import { attTyped } from './att-typed.js';
import { attWitnessed } from './att-witnessed.js';
import { attWritten } from './att-written.js';

/** Every attribute class of the table. */
export const attributeClasses: readonly AttributeClass[] = [
  attAnchoring,
  attAscribed,
  attAscribedDirected,
  attBreaking,
  attCReferencing,
  attCalendarSystem,
  attCanonical,
  attCiting,
  attCoordinated,
  attDamaged,
  attDatable,
  attDatableCustom,
  attDatableIso,
  attDatableW3c,
  attDeclarable,
  attDeclaring,
  attDimensions,
  attDivLike,
  attDocStatus,
  attDuration,
  attDurationIso,
  attDurationW3c,
  attEditLike,
  attEdition,
  attEnjamb,
  attFragmentable,
  attGlobal,
  attGlobalAnalytic,
  attGlobalChange,
  attGlobalFacs,
  attGlobalLinking,
  attGlobalRendition,
  attGlobalResponsibility,
  attGlobalSource,
  attHandFeatures,
  attInternetMedia,
  attInterpLike,
  attLexicographicNormalized,
  attLinguistic,
  attLocatable,
  attMeasurement,
  attMedia,
  attMetrical,
  attMilestoneUnit,
  attMsClass,
  attMsExcerpt,
  attNaming,
  attNotated,
  attPatternReplacement,
  attPersonal,
  attPlacement,
  attPointing,
  attRanging,
  attRdgPart,
  attResourced,
  attScope,
  attScoping,
  attSegLike,
  attSortable,
  attSpanning,
  attStyleDef,
  attTableDecoration,
  attTextCritical,
  attTranscriptional,
  attTyped,
  attWitnessed,
  attWritten,
];
