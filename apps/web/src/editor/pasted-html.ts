/**
 * HTML from other programs as HTML that the document model reads: Word, Google Docs, LibreOffice, web pages and mail.
 * Kept are paragraphs, lists, tables, quotations, line ends, links, footnotes, and the looks that letters have (italic, bold,
 * underlined, raised, lowered, small capitals). Of tracked changes the accepted text is taken, and comments are left.
 * What was copied from an editor of ours comes back as it is.
 */
export function pastedHtml(html: string): string {
  if (html.includes('data-pm-slice')) return html;
  // Word hides its bullets and shapes from browsers by these; the bullets are known by their style.
  const plain = html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->|<!\[(?:if[^>]*|endif)\]>/gi, '');
  const source = new DOMParser().parseFromString(plain, 'text/html');
  const out = source.createElement('div');
  new PastedBlocks(source).into(out);
  return out.innerHTML;
}

/** What a run of text looks like, by the tags that the document model reads; one more for a link. */
interface Look {
  readonly tags: ReadonlySet<string>;
  readonly link: string | undefined;
}

const plainLook: Look = { tags: new Set(), link: undefined };

const skipped = new Set([
  'STYLE',
  'SCRIPT',
  'META',
  'LINK',
  'TITLE',
  'XML',
  'IMG',
  'PICTURE',
  'SVG',
  'VIDEO',
  'AUDIO',
  'OBJECT',
  'IFRAME',
  'INPUT',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'TEMPLATE',
  'NOSCRIPT',
  'DEL',
  'HR',
  'COL',
  'COLGROUP',
]);
const blocks = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'UL',
  'OL',
  'LI',
  'BLOCKQUOTE',
  'TABLE',
  'PRE',
  'ADDRESS',
  'ARTICLE',
  'SECTION',
  'HEADER',
  'FOOTER',
  'MAIN',
  'ASIDE',
  'FIGURE',
  'FIGCAPTION',
  'DL',
  'DT',
  'DD',
  'CENTER',
  'FORM',
]);
const looks: Readonly<Record<string, string>> = {
  I: 'i',
  EM: 'i',
  CITE: 'i',
  B: 'b',
  STRONG: 'b',
  U: 'u',
  SUP: 'sup',
  SUB: 'sub',
};
/** Where word processors put the notes that a text refers to. */
const noteBodies = 'div[id^="ftn"], div[id^="edn"], div[id^="sdfootnote"], div[id^="sdendnote"]';

class PastedBlocks {
  readonly #source: Document;

  constructor(source: Document) {
    this.#source = source;
  }

  into(out: Element): void {
    const { body } = this.#source;
    if (body.querySelector([...blocks].join(',')) === null) this.#runs([...body.childNodes], plainLook, out);
    else this.#blocks(body, plainLook, out);
  }

  /** The content of an element that may hold blocks; text that stands loose between them becomes paragraphs. */
  #blocks(parent: Element, look: Look, out: Element): void {
    let loose: Node[] = [];
    const flush = () => {
      this.#paragraph(loose, look, out);
      loose = [];
    };
    for (const node of parent.childNodes) {
      if (!(node instanceof Element) || !this.#holdsBlocks(node)) {
        loose.push(node);
        continue;
      }
      flush();
      if (!this.#isSkipped(node) && !node.matches(noteBodies)) this.#block(node, look, out);
    }
    flush();
  }

  #holdsBlocks(element: Element): boolean {
    return blocks.has(element.tagName) || element.querySelector([...blocks].join(',')) !== null;
  }

  #block(element: Element, outer: Look, out: Element): void {
    const look = lookOf(element, outer);
    switch (element.tagName) {
      case 'UL':
      case 'OL':
        this.#list(element, look, out);
        break;
      case 'TABLE':
        this.#table(element, look, out);
        break;
      case 'BLOCKQUOTE': {
        const quote = this.#element('quote', 'either');
        this.#blocks(element, look, quote);
        if (quote.hasChildNodes()) out.append(quote);
        break;
      }
      default:
        if (wordListLevel(element) > 0) this.#wordItem(element, look, out);
        else if ([...element.children].some((child) => this.#holdsBlocks(child)))
          this.#blocks(element, look, out);
        else this.#paragraph([...element.childNodes], look, out, element.tagName === 'PRE');
    }
  }

  #paragraph(nodes: readonly Node[], look: Look, out: Element, preserved = false): void {
    const p = this.#element('p', 'textblock');
    this.#runs(nodes, look, p, preserved);
    if (says(p)) out.append(p);
  }

  #list(list: Element, look: Look, out: Element): void {
    const made = this.#element('list', 'container', list.tagName === 'OL' ? { rend: 'numbered' } : {});
    for (const child of list.children) {
      if (child.tagName === 'LI') this.#item(child, look, made);
      // Google Docs and old pages put a list within a list beside its item.
      else if (made.lastElementChild && (child.tagName === 'UL' || child.tagName === 'OL'))
        this.#list(child, look, made.lastElementChild);
    }
    if (made.hasChildNodes()) out.append(made);
  }

  #item(element: Element, look: Look, list: Element): void {
    const item = this.#element('item', 'either');
    this.#blocks(element, lookOf(element, look), item);
    const only = item.firstElementChild;
    // A single paragraph is the item's own text.
    if (only?.getAttribute('data-tei') === 'p' && item.childElementCount === 1)
      only.replaceWith(...only.childNodes);
    if (says(item)) list.append(item);
  }

  /** Word writes a list as paragraphs that say their level. */
  #wordItem(element: Element, look: Look, out: Element): void {
    const last = out.lastElementChild;
    let list = last?.getAttribute('data-word-list') === '' ? last : undefined;
    if (!list) {
      const numbered = /^\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(
        element.querySelector('[style*="mso-list:Ignore" i]')?.textContent ?? '',
      );
      list = this.#element('list', 'container', numbered ? { rend: 'numbered' } : {});
      list.setAttribute('data-word-list', '');
      out.append(list);
    }
    const item = this.#element('item', 'either');
    this.#runs([...element.childNodes], look, item);
    if (says(item)) list.append(item);
    if (!list.hasChildNodes()) list.remove();
  }

  #table(table: Element, look: Look, out: Element): void {
    const made = this.#element('table', 'container');
    for (const tr of table.querySelectorAll('tr')) {
      if (tr.closest('table') !== table) continue;
      const row = this.#element('row', 'container');
      for (const td of tr.children) {
        if (td.tagName !== 'TD' && td.tagName !== 'TH') continue;
        const cell = this.#element('cell', 'either', spans(td));
        this.#blocks(td, lookOf(td, look), cell);
        const only = cell.firstElementChild;
        if (only?.getAttribute('data-tei') === 'p' && cell.childElementCount === 1)
          only.replaceWith(...only.childNodes);
        row.append(cell);
      }
      if (row.hasChildNodes()) made.append(row);
    }
    if (made.hasChildNodes()) out.append(made);
  }

  /** Running text, as runs of one look each, put into as few elements as may be. */
  #runs(nodes: readonly Node[], outer: Look, out: Element, preserved = false): void {
    const runs: { node: Node; look: Look }[] = [];
    const collect = (node: Node, look: Look): void => {
      if (node instanceof Text) {
        const text = preserved ? node.data : node.data.replace(/[ \t\r\n\f]+/g, ' ');
        if (preserved) {
          for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
            if (index > 0) runs.push({ node: this.#source.createElement('br'), look: plainLook });
            runs.push({ node: this.#source.createTextNode(line), look });
          }
        } else if (text !== '') runs.push({ node: this.#source.createTextNode(text), look });
        return;
      }
      if (!(node instanceof Element) || this.#isSkipped(node)) return;
      if (node.tagName === 'BR') {
        if (!node.classList.contains('Apple-interchange-newline'))
          runs.push({ node: this.#source.createElement('br'), look: plainLook });
        return;
      }
      const note = this.#noteOf(node);
      if (note) runs.push({ node: note, look: plainLook });
      else if (!isBackReference(node))
        for (const child of node.childNodes) collect(child, lookOf(node, look));
    };
    for (const node of nodes) collect(node, outer);
    trim(runs);
    this.#emit(runs, out);
  }

  #emit(runs: readonly { node: Node; look: Look }[], out: Element): void {
    let open: { key: string; into: Element } | undefined;
    for (const { node, look } of runs) {
      const key = `${look.link ?? ''} ${[...look.tags].sort().join(' ')}`;
      if (!open || open.key !== key) open = { key, into: this.#wrapped(look, out) };
      open.into.append(node);
    }
  }

  #wrapped(look: Look, out: Element): Element {
    let into = out;
    const enter = (element: Element) => {
      into.append(element);
      into = element;
    };
    if (look.link !== undefined) enter(this.#element('ref', 'mark', { target: look.link }, 'span'));
    for (const tag of look.tags)
      enter(
        tag === 'small-caps'
          ? this.#element('hi', 'mark', { rend: 'smallcaps' }, 'span')
          : this.#source.createElement(tag),
      );
    return into;
  }

  /** The note that a callout calls, at the place of the callout. */
  #noteOf(element: Element): Element | undefined {
    if (element.tagName !== 'A') return undefined;
    const id = /^[^#]*#(_(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym)$/.exec(
      element.getAttribute('href') ?? '',
    )?.[1];
    if (id === undefined) return undefined;
    const target = this.#source.querySelector(`[name="${id}"], [id="${id}"]`);
    const body = target?.closest(noteBodies);
    if (!body) return undefined;
    const note = this.#element('note', 'inlineEither', { type: 'footnote' }, 'span');
    const content = this.#source.createElement('div');
    for (const child of body.children) this.#paragraph([...child.childNodes], plainLook, content);
    const only = content.firstElementChild;
    if (content.childElementCount === 1 && only) note.append(...only.childNodes);
    else note.append(...content.childNodes);
    return note;
  }

  #isSkipped(element: Element): boolean {
    if (skipped.has(element.tagName) || element.tagName === 'O:P') return true;
    const style = element.getAttribute('style') ?? '';
    return (
      /display:\s*none|mso-hide:\s*all|mso-list:\s*Ignore|mso-element:\s*(?:comment|footnote|endnote)-list/i.test(
        style,
      ) || element.matches('.MsoCommentReference, .msoDel, [class*="msocom"]')
    );
  }

  #element(name: string, holding: string, attrs: Record<string, string> = {}, tag = 'div'): HTMLElement {
    const made = this.#source.createElement(tag);
    made.setAttribute('data-tei', name);
    made.setAttribute('data-holding', holding);
    if (Object.keys(attrs).length > 0) made.setAttribute('data-attributes', JSON.stringify(attrs));
    return made;
  }
}

/** What an element makes of the look around it: its tag says, and its style says last. */
function lookOf(element: Element, outer: Look): Look {
  const tags = new Set(outer.tags);
  const tag = looks[element.tagName];
  if (tag !== undefined) tags.add(tag);
  const style = element instanceof HTMLElement ? element.style : undefined;
  if (style) {
    const set = (name: string, said: string, is: RegExp, isNot: RegExp) => {
      if (is.test(said)) tags.add(name);
      else if (isNot.test(said)) tags.delete(name);
    };
    set('b', style.fontWeight, /^(?:bold|bolder|[6-9]00)$/, /^(?:normal|lighter|[1-5]00)$/);
    set('i', style.fontStyle, /italic|oblique/, /normal/);
    set('u', `${style.textDecoration} ${style.textDecorationLine}`, /underline/, /none/);
    set('sup', style.verticalAlign, /^super$/, /^(?:baseline|sub)$/);
    set('sub', style.verticalAlign, /^sub$/, /^(?:baseline|super)$/);
    set('small-caps', style.fontVariantCaps || style.fontVariant, /small-caps/, /normal/);
  }
  const href = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : '';
  const link = /^(?:https?|mailto):/i.test(href) ? href.trim().replace(/\s/g, '%20') : outer.link;
  // A link is underlined by the program, not by the writer.
  if (link !== undefined) tags.delete('u');
  return { tags, link };
}

function wordListLevel(element: Element): number {
  const style = element.getAttribute('style') ?? '';
  return Number(/mso-list:\s*l\d+\s+level(\d+)/i.exec(style)?.[1] ?? 0);
}

/** The way back from a note to its callout. */
function isBackReference(element: Element): boolean {
  const href = element.getAttribute('href') ?? '';
  return element.tagName === 'A' && /#_(?:ftn|edn)ref\d+$|#sd(?:foot|end)note\d+anc$/.test(href);
}

function spans(cell: Element): Record<string, string> {
  const attrs: Record<string, string> = {};
  for (const [html, tei] of [
    ['colspan', 'cols'],
    ['rowspan', 'rows'],
  ] as const) {
    const count = Number(cell.getAttribute(html) ?? 1);
    if (Number.isInteger(count) && count > 1) attrs[tei] = String(count);
  }
  return attrs;
}

/** White space at the edges of a paragraph, and its last line end, are the program's. */
function trim(runs: { node: Node; look: Look }[]): void {
  const blank = (node: Node | undefined) => node instanceof Text && /^ *$/.test(node.data);
  const end = (node: Node | undefined) => node instanceof Element && node.tagName === 'BR';
  while (blank(runs[0]?.node)) runs.shift();
  while (blank(runs.at(-1)?.node) || end(runs.at(-1)?.node)) runs.pop();
  const first = runs[0]?.node;
  if (first instanceof Text) first.data = first.data.replace(/^ +/, '');
  const last = runs.at(-1)?.node;
  if (last instanceof Text) last.data = last.data.replace(/ +$/, '');
}

function says(element: Element): boolean {
  return (
    /[^\s\u00a0]/.test(element.textContent ?? '') ||
    element.querySelector('[data-tei="note"], [data-tei="table"]') !== null
  );
}
