const longest = 48;

/** Words as they stand in a sentence: “Mr Beaverbrook”, cut where they are many. */
export function inQuotes(text: string): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return `“${flat.length > longest ? `${flat.slice(0, longest - 1).trimEnd()}…` : flat}”`;
}
