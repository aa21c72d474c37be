import { defaultLimits, lineAndColumn } from '@chancery/xml';
import { otherFormat } from './other-format.js';

/** A file that is no text, or not one that can be taken; the message follows its name and says what to do. */
export class NotAText extends Error {
  override readonly name = 'NotAText';
}

/**
 * The text of a file in UTF-8, or in UTF-16 with a byte order mark.
 *
 * @throws {NotAText}
 */
export function readText(bytes: Uint8Array): string {
  if (bytes.length > defaultLimits.bytes)
    throw new NotAText(
      `has ${(bytes.length / 1024 / 1024).toFixed(1)} MB; at most ${defaultLimits.bytes / 1024 / 1024} MB are read. Divide it, and import its parts one after the other.`,
    );
  const other = otherFormat(bytes);
  if (other !== undefined)
    throw new NotAText(`is ${other}, not a text. Save it as plain text or Markdown, in UTF-8.`);
  const text = decoded(bytes);
  const control = text.indexOf('\0');
  if (control >= 0)
    throw new NotAText(
      `is no text: character 0 stands in line ${lineAndColumn(text, control).line}. Save it as plain text, in UTF-8.`,
    );
  if (/^\ufeff?\s*<(?:\?xml|(?:\w+:)?(?:TEI|teiCorpus))[\s/>]/.test(text))
    throw new NotAText(
      'is XML, not a text. TEI needs no reading: whoever runs Chancery brings it in as it is, with chancery import.',
    );
  if (!/\S/.test(text)) throw new NotAText('is empty. Choose the file that has the text.');
  return text;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new NotAText(
      `is not in ${encoding.toUpperCase()}: ${placeOfFault(bytes, encoding)}. Open it in a text editor and save it in UTF-8.`,
    );
  }
}

/** Where the bytes before are still text, and the next ones are not. */
function placeOfFault(bytes: Uint8Array, encoding: string): string {
  let [low, high] = [0, bytes.length];
  const isText = (end: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isText(middle)) low = middle;
    else high = middle - 1;
  }
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, low), { stream: true });
  return `what stands in line ${lineAndColumn(before, before.length).line} is no character`;
}
