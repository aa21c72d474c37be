/** A file gives no pictures; `message` says why, as it follows the name of the file. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** @throws {Unreadable} for a file of more pages than are taken */
export function checkCount(count: number, most: number): void {
  if (count > most) throw new Unreadable(`has ${count} pages, and ${most} are taken at most. Divide it.`);
}
