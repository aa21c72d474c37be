import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { keptLately } from './kept-lately.js';
import { partNames } from './parts/part-name.js';
import { warningCodes } from './publish-report.js';

/** The list of what a publication wrote, kept in its folder. */
export const listName = 'publication.json';

/** What things are made for: the parts of a publication, and the plan that several of them are made by. */
const makers = ['plan', ...partNames] as const;
export type Maker = (typeof makers)[number];

/** A path below the folder, with slashes: a list that somebody else wrote leads nowhere else. */
const path = z
  .string()
  .refine((text) => !text.includes('\\') && text.split('/').every((name) => !['', '.', '..'].includes(name)));

const warning = z.object({
  code: z.enum(warningCodes),
  message: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});

const made = z.object({
  key: z.string(),
  files: z.array(path),
  warnings: z.array(warning),
  text: z.string().optional(),
});

/** What the edition was called when it was published, and the day. */
const release = z.object({ name: z.string(), date: z.string() });
export type Release = Readonly<z.infer<typeof release>>;

const publicationList = z.object({
  /** In the order in which they were published. */
  releases: z.array(release).catch([]),
  /** Each file by path, with its part and its SHA-256. */
  files: z.record(path, z.object({ part: z.string(), sha256: z.string() })),
  /** By what they are made for and by name, what the next publication may take over; nothing where it cannot be read. */
  made: z.partialRecord(z.enum(makers), z.record(z.string(), made)).catch({}),
});

export type PublicationList = z.infer<typeof publicationList>;

/** Lists that were read and written lately, by their files: most often one of them is the next to be read. */
const kept = keptLately<{ readonly text: string; readonly list: PublicationList }>();

/** The list at `file`; undefined where there is none that can be read. */
export async function readPublicationList(file: string): Promise<PublicationList | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    const known = kept.get(file);
    if (known?.text === text) return known.list;
    const list = publicationList.parse(JSON.parse(text));
    kept.set(file, { text, list });
    return list;
  } catch {
    return undefined;
  }
}

/** As it stands in the folder: the same publication has the same list, byte for byte. */
export function writtenList({ releases, files, made: kept }: PublicationList): string {
  const sorted = Object.fromEntries(
    makers.flatMap((maker) => {
      const of = kept[maker];
      if (!of || Object.keys(of).length === 0) return [];
      // What was read and what is new have their members in one order.
      const entries = Object.entries(of).map(([name, { key, files, warnings, text }]) => {
        return [name, { key, files, warnings: warnings.map((each) => warning.parse(each)), text }];
      });
      return [[maker, inOrder(Object.fromEntries(entries))]];
    }),
  );
  return `${JSON.stringify({ releases, files: inOrder(files), made: sorted }, undefined, 1)}\n`;
}

/** Keeps a list as it was written to its file. */
export function keepPublicationList(file: string, text: string): void {
  kept.set(file, { text, list: JSON.parse(text) as PublicationList });
}

function inOrder<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The paths of the pages of its web edition, those among them that stand in the place of pages that had gone before. */
export function pagesIn({ files }: PublicationList): string[] {
  return Object.entries(files).flatMap(([path, { part }]) =>
    part === 'web' && path.endsWith('index.html') ? path : [],
  );
}
