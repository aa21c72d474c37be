import { checkWellFormed, decode, EncodingError, parseTree } from '@chancery/xml';
import { otherFormat } from '../other-format.js';
import { FileElement } from './file-element.js';
import { readAlto } from './read-alto.js';
import { readHocr } from './read-hocr.js';
import { readPageXml } from './read-page-xml.js';
import { NotRecognizedText, type RecognizedPage, recognizedLimits, withinLimits } from './recognized-page.js';

/**
 * The pages of a file of recognized text, in PAGE-XML, ALTO or hOCR. Nothing that it refers to is fetched, and no entity expanded.
 *
 * @throws {NotRecognizedText} where it is none of these, is broken, or beyond the limits
 */
export function readRecognized(bytes: Uint8Array): RecognizedPage[] {
  if (bytes.length > recognizedLimits.bytes)
    throw new NotRecognizedText(
      `has ${(bytes.length / 1024 / 1024).toFixed(1)} MB; at most ${recognizedLimits.bytes / 1024 / 1024} MB are read. Choose the file of one page.`,
    );
  const pages = pagesOf(textOf(bytes));
  if (pages.length === 0)
    throw new NotRecognizedText(
      'tells of no page. Choose the file that the recognition wrote for this image.',
    );
  if (pages.length > recognizedLimits.pages)
    throw new NotRecognizedText(
      `tells of ${pages.length} pages; at most ${recognizedLimits.pages} are read. Divide it.`,
    );
  return pages.map(withinLimits);
}

function pagesOf(source: string): RecognizedPage[] {
  if (/\bocr_page\b/u.test(source) && /<(?:!doctype\s+html|html|body|div)\b/iu.test(source))
    return readHocr(source);
  const fault = checkWellFormed(source);
  if (fault)
    throw new NotRecognizedText(
      `is not well-formed XML: line ${fault.line}, column ${fault.column}: ${fault.message} ${fault.advice}`,
    );
  const root = new FileElement(source, parseTree(source));
  if (root.name === 'PcGts') return readPageXml(root);
  if (root.name === 'alto') return readAlto(root);
  throw new NotRecognizedText(
    `begins with the element ${root.name}. It must be PAGE-XML (PcGts), ALTO (alto) or hOCR (HTML with ocr_page).`,
  );
}

function textOf(bytes: Uint8Array): string {
  const other = otherFormat(bytes);
  if (other !== undefined)
    throw new NotRecognizedText(`is ${other}. Choose a file in PAGE-XML, ALTO or hOCR.`);
  try {
    return decode(bytes).text;
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new NotRecognizedText(`cannot be read: ${error.message} ${error.advice}`);
  }
}
