/** A name that is not taken: as it stands, or with the lowest number from 2 that makes it free. */
export function freeName(stem: string, taken: ReadonlySet<string>): string {
  let name = stem;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}-${count}`;
  return name;
}
