import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib';
import type { FontFile } from './font-file.js';
import { isPrintable } from './is-printable.js';
import { compose, type TypesetOptions } from './typeset.js';

/** Something that the editors of a proof may want to see to. */
export interface Remark {
  readonly message: string;
  /** The file, as the edition names it. */
  readonly path?: string | undefined;
  /** Counts from 1. */
  readonly line?: number | undefined;
}

/** More than these nobody goes through on paper. */
const most = 200;

/**
 * A proof with what is to be seen to on sheets before its first page. It bears no mark of an archive’s copy any more, which it
 * is none of.
 *
 * @param pdf as the typesetter writes it
 * @param options the files of the setting
 */
export async function withRemarks(
  pdf: Uint8Array,
  remarks: readonly Remark[],
  font: FontFile,
  { files, ...options }: TypesetOptions,
): Promise<{ readonly pdf: Uint8Array; readonly sheets: number }> {
  const sheet = await compose('#import "remarks.typ": remarks-sheets\n#remarks-sheets()\n', {
    ...options,
    files: { ...files, 'remarks.json': asData(remarks, font) },
    standard: '1.7',
    tagged: false,
  });
  const proof = await PDFDocument.load(pdf, { updateMetadata: false });
  const told = await PDFDocument.load(sheet.pdf, { updateMetadata: false });
  const pages = await proof.copyPages(told, told.getPageIndices());
  for (const [index, page] of pages.entries()) proof.insertPage(index, page);
  moveLabels(proof, pages.length);
  proof.catalog.delete(PDFName.of('Metadata'));
  return { pdf: await proof.save({ useObjectStreams: false }), sheets: pages.length };
}

/** The remarks as src/print/press/remarks.typ reads them, in characters that the face has. */
function asData(remarks: readonly Remark[], font: FontFile): string {
  const shown = (words: string) => [...words].map((sign) => (isPrintable(sign, font) ? sign : '?')).join('');
  const data = remarks.slice(0, most).map(({ message, path = '', line }) => ({
    place: shown(line === undefined ? path : `${path}, line ${line}`),
    words: shown(message),
  }));
  const more = remarks.length - most;
  if (more > 0) data.push({ place: '', words: `There are ${more} more.` });
  return JSON.stringify(data);
}

/** Pages keep the numbers that stand on them, which the sheets before have not (ISO 32000-1 §12.4.2). */
function moveLabels(pdf: PDFDocument, by: number): void {
  const numbers = pdf.catalog
    .lookupMaybe(PDFName.of('PageLabels'), PDFDict)
    ?.lookupMaybe(PDFName.of('Nums'), PDFArray);
  if (!numbers) return;
  for (let index = 0; index < numbers.size(); index += 2)
    numbers.set(index, PDFNumber.of(numbers.lookup(index, PDFNumber).asNumber() + by));
  numbers.insert(0, pdf.context.obj({ P: PDFHexString.fromText('–') }));
  numbers.insert(0, PDFNumber.of(0));
}
