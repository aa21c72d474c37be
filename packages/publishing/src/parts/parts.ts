import { cmifPart } from './cmif-part.js';
import { epubPart } from './epub-part.js';
import { jsonPart } from './json-part.js';
import { lettersPdfPart } from './letters-pdf-part.js';
import type { Part } from './part.js';
import type { PartName } from './part-name.js';
import { pdfPart } from './pdf-part.js';
import { pressPart } from './press-part.js';
import { teiPart } from './tei-part.js';
import { txtPart } from './txt-part.js';
import { webPart } from './web-part.js';

/** How each part of a publication is made. */
export const parts: Readonly<Record<PartName, Part>> = {
  web: webPart,
  pdf: pdfPart,
  press: pressPart,
  'letters-pdf': lettersPdfPart,
  epub: epubPart,
  cmif: cmifPart,
  tei: teiPart,
  txt: txtPart,
  json: jsonPart,
};
