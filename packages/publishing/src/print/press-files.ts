import { readdirSync, readFileSync } from 'node:fs';

/** The setting stands in the source folder, which the build leaves where it is. */
const folder = new URL('../../src/print/press/', import.meta.url);

let read: Readonly<Record<string, string>> | undefined;

/** What all that is set imports: all functions of the setting. */
export const settingFile = 'press.typ';

/** Under which an edition's own setting imports ours. */
const oursFile = 'chancery.typ';

/** An edition's own setting, in Typst. It most often imports ours, `chancery.typ`, and has some functions otherwise. */
export interface OwnSetting {
  /** Where it is from, for complaints. */
  readonly path: string;
  readonly source: string;
}

/**
 * The setting of a volume, by the names under which its files import each other.
 *
 * @param own in the place of ours
 */
export function pressFiles(own?: OwnSetting): Readonly<Record<string, string>> {
  const ours = ourFiles();
  const { [settingFile]: all = '' } = ours;
  return own ? { ...ours, [oursFile]: all, [settingFile]: own.source } : ours;
}

function ourFiles(): Readonly<Record<string, string>> {
  read ??= Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
  return read;
}
