/** What mammoth 1.13 hands to `transformDocument`, as far as it is used here. */
export interface MammothDocument {
  readonly type: 'document';
  readonly children: readonly MammothNode[];
  readonly notes: {
    resolve(reference: MammothNoteReference): { readonly body: readonly MammothNode[] } | null;
  };
  readonly comments: readonly {
    readonly body: readonly MammothNode[];
    readonly authorName?: string;
  }[];
}

export interface MammothParagraph {
  readonly type: 'paragraph';
  readonly children: readonly MammothNode[];
  readonly styleId: string | null;
  readonly numbering: { readonly isOrdered: boolean; readonly level: string } | null;
}

interface MammothRun {
  readonly type: 'run';
  readonly children: readonly MammothNode[];
  readonly styleId: string | null;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderline: boolean;
  readonly isStrikethrough: boolean;
  readonly isSmallCaps: boolean;
  readonly verticalAlignment: 'baseline' | 'superscript' | 'subscript';
}

export interface MammothNoteReference {
  readonly type: 'noteReference';
  readonly noteType: 'footnote' | 'endnote';
  readonly noteId: string;
}

interface MammothTable {
  readonly type: 'table';
  readonly children: readonly {
    readonly children: readonly { readonly children: readonly MammothNode[] }[];
  }[];
}

export type MammothNode =
  | MammothParagraph
  | MammothRun
  | MammothNoteReference
  | MammothTable
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' | 'bookmarkStart' | 'commentReference' }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'image'; readonly altText?: string | null }
  | { readonly type: 'hyperlink'; readonly children: readonly MammothNode[]; readonly href?: string };

/** Reads a DOCX with mammoth, to its document and not to HTML. Nothing outside the file is read. */
export async function readWithMammoth(
  bytes: Uint8Array,
): Promise<{ document: MammothDocument; warnings: readonly string[] }> {
  // Loaded when it is needed: few imports bring Word documents.
  const { default: mammoth } = await import('mammoth');
  let document: MammothDocument | undefined;
  const { messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (read: MammothDocument) => {
        document = read;
        return { ...read, children: [] };
      },
    },
  );
  if (!document) throw new TypeError('mammoth gave no document.');
  return { document, warnings: messages.map(({ message }) => message) };
}
