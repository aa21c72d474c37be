import { zipSync } from 'fflate';
import { asciiOf, DocumentRefused, openPackage, partTree } from '../written/open-package.js';
import type { WrittenDocument } from '../written/written-document.js';
import { readWithMammoth } from './mammoth-document.js';
import { withResolvedLooks } from './resolved-looks.js';
import { WordBlocks } from './word-blocks.js';
import { textsOf, wordLeftOut } from './word-left-out.js';
import { WordStyles } from './word-styles.js';

/** The parts of a DOCX (ISO/IEC 29500-1, 11.3) that hold text, or say how it is to be read. Pictures, fonts and macros are never unpacked. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|mimetype|word\/(?:document\d*|footnotes|endnotes|styles|numbering|comments|header\d*|footer\d*)\.xml|word\/_rels\/[\w.-]+\.rels)$/;

/** Those whose runs are read. */
const withRuns = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;

/**
 * Reads a Word document (DOCX). Nothing that it points to outside itself is fetched; what has no place in the text of a volume, as
 * comments, deletions that were tracked and pictures, is told of.
 *
 * @throws {DocumentRefused} for what is no DOCX, is damaged or too large
 */
export async function readWordDocument(bytes: Uint8Array): Promise<WrittenDocument> {
  const unpacked = openPackage(bytes, (name) => wanted.test(name));
  if (asciiOf(unpacked.parts.get('mimetype')).startsWith('application/vnd.oasis.opendocument'))
    throw new DocumentRefused(
      'not-this-format',
      'This is an OpenDocument file, though its name says Word.',
      'Give it a name that ends in .odt.',
    );
  const bodies = [...unpacked.parts.keys()].filter((name) => withRuns.test(name));
  if (!bodies.some((name) => name.startsWith('word/document')))
    throw new DocumentRefused(
      'not-this-format',
      'This is a ZIP archive, but no Word document: it has no part word/document.xml.',
      'Unpack it, and import the files that are in it.',
    );
  const styles = new WordStyles(partTree(unpacked, 'word/styles.xml')?.root);
  const trees = bodies.flatMap((name) => {
    const tree = partTree(unpacked, name);
    return tree ? [[name, tree] as const] : [];
  });
  const parts = new Map(unpacked.parts);
  for (const [name, tree] of trees)
    parts.set(name, new TextEncoder().encode(withResolvedLooks(tree, styles)));
  // Every other part is read by mammoth as it is: that they are well-formed is looked at before.
  for (const name of parts.keys()) if (name !== 'mimetype') partTree(unpacked, name);
  const { document, warnings } = await readWithMammoth(zipSync(Object.fromEntries(parts), { level: 0 }));
  const blocks = new WordBlocks(document, styles);
  const read = blocks.read();
  return {
    blocks: read,
    left: [
      ...blocks.left,
      ...wordLeftOut(
        unpacked,
        trees.map(([, { root }]) => textsOf(root)),
        blocks.texts,
        warnings,
      ),
    ],
  };
}
