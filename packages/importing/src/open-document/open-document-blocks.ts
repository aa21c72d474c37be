import { childElements, type XmlElement } from '@chancery/xml';
import type { LeftOut, Look, Piece, WrittenBlock, WrittenParagraph } from '../written/written-document.js';
import { type OpenDocumentStyles, odfAttribute, odfChild, odfName } from './open-document-styles.js';

/** Elements between the text and its paragraphs that only group them. */
const groups: ReadonlySet<string> = new Set([
  'text:section',
  'text:list-item',
  'text:list-header',
  'text:numbered-paragraph',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:bibliography',
  'text:user-index',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:index-body',
  'text:index-title',
]);

/** Elements that hold no words of the text. */
const silent: ReadonlySet<string> = new Set([
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:soft-page-break',
  'text:table-of-content-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
  'text:user-index-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:object-index-source',
  'text:note-citation',
  'text:bookmark',
  'text:bookmark-start',
  'text:bookmark-end',
  'text:reference-mark',
  'text:reference-mark-start',
  'text:reference-mark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'text:alphabetical-index-mark-start',
  'text:alphabetical-index-mark-end',
  'text:alphabetical-index-mark',
  'office:annotation-end',
  'office:forms',
]);

/** The paragraphs and tables of an OpenDocument text. */
export class OpenDocumentBlocks {
  readonly left: LeftOut[] = [];
  #items = 0;

  constructor(
    private readonly styles: OpenDocumentStyles,
    private readonly own: XmlElement | undefined,
  ) {}

  read(text: XmlElement): WrittenBlock[] {
    const blocks = this.#blocks(text);
    if (this.#items > 0)
      this.left.push({
        code: 'list-label',
        message: `The numbers or signs before ${this.#items} list items, which the word processor makes, are not taken over.`,
      });
    this.#runningHeads();
    return blocks;
  }

  #blocks(parent: XmlElement): WrittenBlock[] {
    return childElements(parent).flatMap((element): WrittenBlock[] => {
      const name = odfName(element);
      if (name === 'text:p' || name === 'text:h') return [this.#paragraph(element)];
      if (name === 'table:table') return [{ kind: 'table', rows: this.#rows(element) }];
      if (name === 'text:list') {
        this.#items += childElements(element).filter((each) => odfName(each) === 'text:list-item').length;
        return this.#blocks(element);
      }
      if (groups.has(name)) return this.#blocks(element);
      if (silent.has(name)) return [];
      if (name === 'text:tracked-changes') {
        this.#deleted(element);
        return [];
      }
      const pieces = this.#inline(element, {});
      return pieces.length > 0 ? [{ kind: 'paragraph', level: 0, pieces }] : [];
    });
  }

  #rows(table: XmlElement): WrittenParagraph[][][] {
    return childElements(table).flatMap((element): WrittenParagraph[][][] => {
      const name = odfName(element);
      if (name === 'table:table-row') {
        const cells = childElements(element).filter((cell) => odfName(cell).endsWith('table-cell'));
        return [cells.map((cell) => this.#blocks(cell).flatMap(paragraphsOf))];
      }
      return /^table:table-(?:header-rows|row-group|rows)$/.test(name) ? this.#rows(element) : [];
    });
  }

  #paragraph(element: XmlElement): WrittenParagraph {
    const style = odfAttribute(element, 'text:style-name');
    const level =
      odfName(element) === 'text:h' ? Number(odfAttribute(element, 'text:outline-level') ?? 1) : 0;
    const look = level > 0 ? {} : this.styles.look('paragraph', style);
    const pieces = withoutDoubledSpace(this.#pieces(element, look));
    return {
      kind: 'paragraph',
      level,
      pieces: this.styles.breaksBefore(style) ? [{ kind: 'page' }, ...pieces] : pieces,
    };
  }

  #pieces(parent: XmlElement, look: Look): Piece[] {
    return parent.children.flatMap((child): Piece[] => {
      if (child.type === 'element') return this.#inline(child, look);
      if (child.type !== 'text' && child.type !== 'cdata') return [];
      return [{ kind: 'words', text: child.value.replace(/[ \t\r\n]+/g, ' '), look }];
    });
  }

  #inline(element: XmlElement, look: Look): Piece[] {
    const name = odfName(element);
    if (silent.has(name)) return [];
    switch (name) {
      case 'text:span': {
        const style = odfAttribute(element, 'text:style-name');
        return this.#pieces(element, { ...look, ...this.styles.look('text', style) });
      }
      case 'text:s':
        return [fixed(' '.repeat(Math.min(200, Number(odfAttribute(element, 'text:c') ?? 1))), look)];
      case 'text:tab':
        return [fixed('\t', look)];
      case 'text:line-break':
        return [{ kind: 'line' }];
      case 'text:note':
        return this.#note(element);
      case 'office:annotation':
        this.#comment(element);
        return [];
      case 'draw:image':
        this.left.push({
          code: 'image',
          message: 'A picture is not taken over. Add it as an image of the copy, if it is one.',
        });
        return [];
      case 'text:a':
        return this.#link(element, look);
      case 'text:p':
      case 'text:h':
        return [{ kind: 'line' }, ...this.#paragraph(element).pieces];
      case 'table:table':
        return this.#rows(element)
          .flat(2)
          .flatMap(({ pieces }): Piece[] => [{ kind: 'line' }, ...pieces]);
      default:
        return this.#pieces(element, look);
    }
  }

  #note(element: XmlElement): Piece[] {
    const series = odfAttribute(element, 'text:note-class') === 'endnote' ? 'endnote' : 'footnote';
    const body = odfChild(element, 'text:note-body');
    const paragraphs = body ? this.#blocks(body).flatMap(paragraphsOf) : [];
    return [{ kind: 'note', note: { series, paragraphs } }];
  }

  #link(element: XmlElement, look: Look): Piece[] {
    const pieces = this.#pieces(element, look);
    const href = odfAttribute(element, 'xlink:href');
    if (href)
      this.left.push({
        code: 'link',
        message: `The address ${href} behind the words “${wordsIn(element)}” is not taken over.`,
      });
    return pieces;
  }

  #comment(element: XmlElement): void {
    const author = odfChild(element, 'dc:creator');
    const words = childElements(element).filter((each) => /^text:(?:p|h|list)$/.test(odfName(each)));
    this.left.push({
      code: 'comment',
      message: `A comment${author ? ` by ${wordsIn(author)}` : ''} is not taken over: “${words.map(wordsIn).join(' ')}”.`,
    });
  }

  #deleted(changes: XmlElement): void {
    for (const region of childElements(changes)) {
      const deletion = odfChild(region, 'text:deletion');
      const words = (deletion ? childElements(deletion) : [])
        .filter((each) => odfName(each) !== 'office:change-info')
        .map(wordsIn)
        .join(' ');
      const author = odfChild(odfChild(deletion, 'office:change-info'), 'dc:creator');
      if (words.trim() !== '')
        this.left.push({
          code: 'deletion',
          message: `Words that ${author ? wordsIn(author) : 'somebody'} deleted while changes were tracked are not taken over: “${words}”.`,
        });
    }
  }

  #runningHeads(): void {
    const masters = odfChild(this.own, 'office:master-styles');
    const heads = (masters ? childElements(masters) : [])
      .flatMap(childElements)
      .filter((each) => /^style:(?:header|footer)/.test(odfName(each)))
      .map(wordsIn);
    for (const words of new Set(heads.map((each) => each.trim()).filter(Boolean)))
      this.left.push({
        code: 'running-head',
        message: `What stands at the head or foot of every page is not taken over: “${words}”.`,
      });
  }
}

/** Spaces and tabs that are elements, which are never taken together with those around them. */
function fixed(text: string, look: Look): Piece {
  return { kind: 'words', text, look };
}

/** Of white space that runs over the border of two elements the first remains (OpenDocument 1.3, part 3, 6.1.2). */
function withoutDoubledSpace(pieces: readonly Piece[]): Piece[] {
  let before = ' ';
  return pieces.map((piece) => {
    if (piece.kind !== 'words') {
      before = piece.kind === 'note' ? '' : ' ';
      return piece;
    }
    const isFixed = /^(?:\t| +)$/.test(piece.text) && piece.text !== ' ';
    const text = before === ' ' && !isFixed ? piece.text.replace(/^ /, '') : piece.text;
    if (text !== '') before = text.at(-1) ?? '';
    return { ...piece, text };
  });
}

function paragraphsOf(block: WrittenBlock): readonly WrittenParagraph[] {
  return block.kind === 'paragraph' ? [block] : block.rows.flat(2);
}

function wordsIn(element: XmlElement): string {
  return element.children
    .map((child) =>
      child.type === 'element'
        ? wordsIn(child)
        : child.type === 'text' || child.type === 'cdata'
          ? child.value
          : '',
    )
    .join('');
}
