export type { AttributeClass } from './attribute-class.js';
export type { AttributeType } from './attribute-type.js';
export type {
  Appearance,
  AttributeRow,
  ElementRow,
  Shape,
  ToolbarEntry,
  ToolbarGroup,
} from './element-row.js';
export { elements } from './elements/index.js';
export { rowOf } from './row-of.js';
export { teiNamespace } from './tei-namespace.js';
