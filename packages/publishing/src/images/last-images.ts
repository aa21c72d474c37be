import { join } from 'node:path';
import { z } from 'zod';
import type { EditionImage } from '../edition-source.js';
import { listName, readPublicationList } from '../publication-list.js';
import { imagePath } from './shown-images.js';

const told = z.object({ sha256: z.string(), width: z.number(), height: z.number() });

/** A picture of a page in a publication: as it was made, and where it lies. */
type LastImage = Pick<EditionImage, 'file' | 'sha256' | 'width' | 'height' | 'recipe'>;

/**
 * The pictures of pages that the last publication into a folder has, by their names: who is to make them need not make them again of the
 * same files by the same recipe.
 *
 * @param out the folder; nothing may be there
 */
export async function lastImages(out: string): Promise<(name: string) => LastImage | undefined> {
  const list = await readPublicationList(join(out, listName));
  return (name) => {
    const path = imagePath({ name });
    const made = list?.made.web?.[path];
    if (!made || !list?.files[path]) return undefined;
    return { ...told.parse(JSON.parse(made.text ?? '')), recipe: made.key, file: join(out, path) };
  };
}

/** What is noted of a picture for the next publication. */
export function toldOf({ sha256, width, height }: EditionImage): string {
  return JSON.stringify({ sha256, width, height });
}
