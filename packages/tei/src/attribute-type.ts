/**
 * TEI datatypes that attributes of the table use. See TEI Guidelines, 1.4.2 Datatype Specifications; `ID` is XML's
 * own type, `token` is XML Schema's.
 */
export type AttributeType =
  | 'ID'
  | 'token'
  | 'teidata.certainty'
  | 'teidata.count'
  | 'teidata.duration.iso'
  | 'teidata.duration.w3c'
  | 'teidata.enumerated'
  | 'teidata.language'
  | 'teidata.numeric'
  | 'teidata.outputMeasurement'
  | 'teidata.pointer'
  | 'teidata.probability'
  | 'teidata.temporal.iso'
  | 'teidata.temporal.w3c'
  | 'teidata.text'
  | 'teidata.truthValue'
  | 'teidata.version'
  | 'teidata.word'
  | 'teidata.xTruthValue';
