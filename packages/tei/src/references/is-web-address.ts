/** Whether words are an address of the web, and nothing but one. */
export function isWebAddress(words: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(words);
}
