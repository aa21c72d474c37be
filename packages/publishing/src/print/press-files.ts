import { readdirSync, readFileSync } from 'node:fs';

/** The setting stands in the source folder, which the build leaves where it is. */
const folder = new URL('../../src/print/press/', import.meta.url);

let read: Readonly<Record<string, string>> | undefined;

/** The setting of a volume, by the names under which its files import each other. */
export function pressFiles(): Readonly<Record<string, string>> {
  read ??= Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
  return read;
}
