/** A file of a drop, with the folders in which it was dropped. */
export interface DroppedFile {
  readonly file: File;
  readonly path: string;
}

/** Whether a file, or a folder that it is in, is one that people do not see. */
export const isHidden = (path: string): boolean => /(?:^|\/)(?:\.|node_modules\/)/.test(path);

/** The files of a drop, those in its folders too. */
export async function droppedFiles(
  transfer: DataTransfer,
): Promise<{ found: DroppedFile[]; ofFolder: boolean }> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0)
    return { found: [...transfer.files].map((file) => ({ file, path: file.name })), ofFolder: false };
  const found = (await Promise.all(entries.map(filesIn))).flat();
  return { found, ofFolder: entries.some(({ isDirectory }) => isDirectory) };
}

async function filesIn(entry: FileSystemEntry): Promise<DroppedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const files: DroppedFile[] = [];
  // A folder tells of its content a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return files;
    files.push(...(await Promise.all(some.map(filesIn))).flat());
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
