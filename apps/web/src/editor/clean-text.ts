/** Characters that XML cannot hold (XML 1.0, production 2), half surrogates left aside. */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Pasted text as a letter can hold it: tabs are spaces, and characters that XML cannot hold are gone. */
export function cleanText(text: string): string {
  return text.replaceAll('\t', ' ').replace(illegal, '');
}
