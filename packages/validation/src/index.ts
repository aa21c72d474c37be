export type { Finding, FindingOrigin, Fix, FixChange, Severity } from './finding.js';
export type { Schemas, ValidateOptions, Validator } from './validator.js';
