import type {
  LeftOut,
  Look,
  Piece,
  WrittenBlock,
  WrittenNote,
  WrittenParagraph,
} from '../written/written-document.js';
import type {
  MammothDocument,
  MammothNode,
  MammothNoteReference,
  MammothParagraph,
} from './mammoth-document.js';
import { spacedStyle } from './resolved-looks.js';
import type { WordStyles } from './word-styles.js';

/** The paragraphs and tables of a document that mammoth has read. */
export class WordBlocks {
  readonly left: LeftOut[] = [];
  /** How often each stretch of text was read. */
  readonly texts = new Map<string, number>();
  #bullets = 0;
  /** By level, the number of the last item of a list that is counted. */
  #counted: number[] = [];
  #listItems = 0;

  constructor(
    private readonly document: MammothDocument,
    private readonly styles: WordStyles,
  ) {}

  read(): WrittenBlock[] {
    const blocks = this.#blocks(this.document.children);
    for (const { body, authorName } of this.document.comments) {
      const words = this.#blocks(body).map(wordsOf).join(' ');
      this.left.push({
        code: 'comment',
        message: `A comment${authorName ? ` by ${authorName}` : ''} is not taken over: “${words}”.`,
      });
    }
    if (this.#listItems > 0)
      this.left.push({
        code: 'list-label',
        message: `The numbers of ${this.#listItems} list items, which the word processor counts, were counted anew as 1., 2., 3.; compare them.`,
      });
    if (this.#bullets > 0)
      this.left.push({
        code: 'list-label',
        message: `The signs before ${this.#bullets} list items, which the word processor draws, are not taken over.`,
      });
    return blocks;
  }

  #blocks(nodes: readonly MammothNode[]): WrittenBlock[] {
    return nodes.flatMap((node): WrittenBlock[] => {
      if (node.type === 'paragraph') return [this.#paragraph(node)];
      if (node.type === 'table') {
        const rows = node.children.map((row) =>
          row.children.map((cell) => this.#blocks(cell.children).flatMap(paragraphsOf)),
        );
        return [{ kind: 'table', rows }];
      }
      const pieces = this.#pieces([node], {});
      return pieces.length > 0 ? [{ kind: 'paragraph', level: 0, pieces }] : [];
    });
  }

  #paragraph({ children, styleId, numbering }: MammothParagraph): WrittenParagraph {
    const pieces = this.#pieces(children, {});
    const label = pieces.length > 0 ? this.#label(numbering) : '';
    return {
      kind: 'paragraph',
      level: this.styles.level(styleId ?? undefined),
      pieces: label === '' ? pieces : [{ kind: 'words', text: label, look: {} }, ...pieces],
    };
  }

  #label(numbering: MammothParagraph['numbering']): string {
    if (!numbering) {
      this.#counted = [];
      return '';
    }
    if (!numbering.isOrdered) {
      this.#bullets += 1;
      return '';
    }
    const level = Number(numbering.level);
    const count = (this.#counted[level] ?? 0) + 1;
    this.#counted = [...this.#counted.slice(0, level), count];
    this.#listItems += 1;
    return `${count}. `;
  }

  #pieces(nodes: readonly MammothNode[], look: Look): Piece[] {
    return nodes.flatMap((node): Piece[] => {
      switch (node.type) {
        case 'run':
          return this.#pieces(node.children, {
            italic: node.isItalic,
            bold: node.isBold,
            smallCaps: node.isSmallCaps,
            underlined: node.isUnderline,
            struck: node.isStrikethrough,
            spaced: node.styleId === spacedStyle,
            raised: node.verticalAlignment === 'superscript',
            lowered: node.verticalAlignment === 'subscript',
          });
        case 'text':
          this.texts.set(node.value, (this.texts.get(node.value) ?? 0) + 1);
          return [{ kind: 'words', text: node.value, look }];
        case 'tab':
          return [{ kind: 'words', text: '\t', look }];
        case 'checkbox':
          return [{ kind: 'words', text: node.checked ? '☒' : '☐', look }];
        case 'break':
          return [{ kind: node.breakType === 'page' ? 'page' : 'line' }];
        case 'noteReference':
          return this.#note(node);
        case 'image':
          this.left.push({
            code: 'image',
            message: `A picture${node.altText ? ` (“${node.altText}”)` : ''} is not taken over. Add it as an image of the copy, if it is one.`,
          });
          return [];
        case 'hyperlink':
          return this.#link(node.children, node.href, look);
        case 'paragraph':
          return [{ kind: 'line' }, ...this.#paragraph(node).pieces];
        case 'table':
          return this.#blocks([node]).flatMap((block) => paragraphsOf(block).flatMap(({ pieces }) => pieces));
        default:
          return [];
      }
    });
  }

  #link(children: readonly MammothNode[], href: string | undefined, look: Look): Piece[] {
    const pieces = this.#pieces(children, look);
    if (href)
      this.left.push({
        code: 'link',
        message: `The address ${href} behind the words “${wordsOfPieces(pieces)}” is not taken over.`,
      });
    return pieces;
  }

  #note(reference: MammothNoteReference): Piece[] {
    const found = this.document.notes.resolve(reference);
    if (!found) return [];
    const paragraphs = this.#blocks(found.body).flatMap(paragraphsOf);
    const note: WrittenNote = { series: reference.noteType, paragraphs };
    return [{ kind: 'note', note }];
  }
}

/** The paragraphs of a block; of a table those of its cells. */
function paragraphsOf(block: WrittenBlock): readonly WrittenParagraph[] {
  return block.kind === 'paragraph' ? [block] : block.rows.flat(2);
}

function wordsOf(block: WrittenBlock): string {
  return paragraphsOf(block)
    .map(({ pieces }) => wordsOfPieces(pieces))
    .join(' ');
}

function wordsOfPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'words' ? piece.text : ' '))
    .join('')
    .trim();
}
