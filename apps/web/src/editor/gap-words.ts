/** A gap's reason as the desk shows it: `wanting-in-source` reads “wanting in source”. */
export function gapWords(reason: string): string {
  return `⟨${reason === '' ? 'gap' : reason.replaceAll('-', ' ')}⟩`;
}
