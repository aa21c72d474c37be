import { asciiOf, DocumentRefused, openPackage, partTree } from '../written/open-package.js';
import type { WrittenDocument } from '../written/written-document.js';
import { OpenDocumentBlocks } from './open-document-blocks.js';
import { OpenDocumentStyles, odfChild } from './open-document-styles.js';

const wanted: ReadonlySet<string> = new Set(['mimetype', 'content.xml', 'styles.xml']);

/**
 * Reads an OpenDocument text (ODT, OASIS OpenDocument 1.3, part 3), as LibreOffice writes it. Pictures are not unpacked and nothing is
 * fetched; what has no place in the text of a volume is told of.
 *
 * @throws {DocumentRefused} for what is no ODT, is damaged or too large
 */
export function readOpenDocument(bytes: Uint8Array): WrittenDocument {
  const unpacked = openPackage(bytes, (name) => wanted.has(name));
  if (unpacked.names.includes('word/document.xml'))
    throw new DocumentRefused(
      'not-this-format',
      'This is a Word document, though its name says OpenDocument.',
      'Give it a name that ends in .docx.',
    );
  const content = partTree(unpacked, 'content.xml')?.root;
  const text = odfChild(odfChild(content, 'office:body'), 'office:text');
  const type = asciiOf(unpacked.parts.get('mimetype')).trim();
  if (!content || !text)
    throw new DocumentRefused(
      'not-this-format',
      type.startsWith('application/vnd.oasis.opendocument')
        ? `This is an OpenDocument file, but no text (${type}).`
        : 'This is a ZIP archive, but no OpenDocument text: it has no text in content.xml.',
      'Open it in the word processor and save it as text (.odt or .docx).',
    );
  const own = partTree(unpacked, 'styles.xml')?.root;
  const blocks = new OpenDocumentBlocks(new OpenDocumentStyles([...(own ? [own] : []), content]), own);
  return { blocks: blocks.read(text), left: blocks.left };
}
