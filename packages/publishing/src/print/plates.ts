import { readFileSync } from 'node:fs';
import type { TeiFile } from '../edition-source.js';
import type { ShownFigure } from '../images/shown-images.js';

/** The pictures that stand in running text, as the typesetter and the stylesheets take them. */
export interface Plates {
  /** Their bytes, by the names under which they are set. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What the stylesheet of a document is told of its own: by the address that it writes, in JSON. Nothing where it has none. */
  parameter(file: TeiFile): Readonly<Record<string, string>>;
}

/** @param figuresOf those of a file that lie ready; where it is not given, none do, and their descriptions are set */
export function platesOf(
  files: readonly TeiFile[],
  figuresOf: (file: TeiFile) => readonly ShownFigure[] = () => [],
): Plates {
  const byFile = new Map(files.map((file) => [file.path, figuresOf(file)]));
  const bytes: Record<string, Uint8Array> = {};
  for (const { published } of [...byFile.values()].flat())
    bytes[published.name] ??= readFileSync(published.file);
  return {
    files: bytes,
    parameter({ path }) {
      const figures = byFile.get(path) ?? [];
      if (figures.length === 0) return {};
      const told = figures.map(({ url, description, published: { name, alt, width, height } }) => [
        url,
        { name, alt: description ?? (alt || url), width, height },
      ]);
      return { plates: JSON.stringify(Object.fromEntries(told)) };
    },
  };
}
