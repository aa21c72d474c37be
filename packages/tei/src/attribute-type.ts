/**
 * TEI datatypes that attributes of the table use. See TEI Guidelines, 1.4.2 Datatype Specifications; `ID` is XML's
 * own type, `token` and `languageTag` (`language`) are XML Schema's, `points` is a list of at least three `teidata.point`.
 */
export type AttributeType =
  | 'ID'
  | 'languageTag'
  | 'points'
  | 'token'
  | 'teidata.certainty'
  | 'teidata.count'
  | 'teidata.duration.iso'
  | 'teidata.duration.w3c'
  | 'teidata.enumerated'
  | 'teidata.language'
  | 'teidata.name'
  | 'teidata.numeric'
  | 'teidata.outputMeasurement'
  | 'teidata.pointer'
  | 'teidata.prefix'
  | 'teidata.probability'
  | 'teidata.temporal.iso'
  | 'teidata.temporal.w3c'
  | 'teidata.text'
  | 'teidata.truthValue'
  | 'teidata.version'
  | 'teidata.versionNumber'
  | 'teidata.word'
  | 'teidata.xTruthValue'
  | 'teidata.xmlName';
