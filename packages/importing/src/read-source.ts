import { type DecodedXml, decode, defaultLimits, EncodingError } from '@chancery/xml';
import type { ImportFinding } from './import-report.js';
import type { FileToMend, InputFile } from './imported-file.js';
import { otherFormat } from './other-format.js';

/** A file that could not be taken, with the one reason. */
export interface Refused {
  readonly refused: ImportFinding;
  /** The file, where its text can be mended. */
  readonly toMend?: FileToMend;
}

/**
 * The text of a file, or the reason why it has none: it could not be loaded, is larger than the limit, empty, of
 * another format, or not in the encoding that it says. Whether the text is well-formed is not looked at.
 */
export function readSource(input: InputFile): DecodedXml | Refused {
  if ('unreadable' in input) {
    const message = `The file cannot be read: ${input.unreadable}.`;
    return refuse(input.path, 'unreadable', message, 'Check its name and who may read it.');
  }
  if ('oversize' in input) {
    const message = `The file has ${megabytes(input.oversize)}; at most ${megabytes(defaultLimits.bytes)} are read.`;
    return refuse(input.path, 'file-too-large', message, 'Divide it into one file a letter.');
  }
  const { path, bytes } = input;
  const other = otherFormat(bytes);
  if (other !== undefined) {
    return refuse(path, 'not-xml', `This is ${other}, not TEI-XML.`, 'Convert it to TEI first.');
  }
  try {
    return decode(bytes);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    return refuse(path, error.code, error.message, error.advice, placeInBytes(bytes, error.offset ?? 0));
  }
}

function megabytes(count: number): string {
  return `${(count / 1024 / 1024).toFixed(1)} MB`;
}

/** The place of a byte, for bytes that are no text: lines end at the byte 10, columns count bytes. */
function placeInBytes(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === 10) {
      line += 1;
      lineStart = at + 1;
    }
  }
  return { line, column: offset - lineStart + 1 };
}

/** The error of a file that is refused. */
export function refuse(
  file: string,
  code: string,
  message: string,
  advice: string,
  place: { line: number; column: number; offset?: number } = { line: 1, column: 1 },
  origin: ImportFinding['origin'] = 'file',
): Refused {
  return { refused: { file, code, severity: 'error', origin, message, advice, path: '', ...place } };
}
