import type { LetterNumber } from './letter-metadata.js';

/**
 * A number as it prints, without its label; a supplied one stands in brackets.
 *
 * @example
 * printedNumber({ text: '5', supplied: true }); // '[5]'
 */
export function printedNumber(number: LetterNumber): string {
  return number.supplied ? `[${number.text}]` : number.text;
}
