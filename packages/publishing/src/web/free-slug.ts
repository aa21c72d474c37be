import { folderOf } from '../order-edition.js';

/**
 * The address of a page that the web edition has beside the volume’s: its name where no other page is there, else with the first
 * figure that is free: `changes-2`. The parts of a volume keep theirs.
 *
 * @param taken the addresses of the other pages
 */
export function freeSlug(name: string, taken: Iterable<string>): string {
  const folders = new Set([...taken].map(folderOf));
  let slug = name;
  for (let count = 2; folders.has(slug); count += 1) slug = `${name}-${count}`;
  return slug;
}
