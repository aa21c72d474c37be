/** Names that were written in one line, with semicolons between them. */
export function saidNames(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
}
