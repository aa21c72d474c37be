const pageLength = 2_200;
const lineLength = 66;

/** Sets the text of a volume on pages, as OCR reads them: with what stands at the head and the foot of each. */
export class PageSetter {
  #layout;
  #pick;
  #lines = [];
  #page = 9;
  #used = 0;
  /** Notes for the foot of this page, and of the next one. */
  #foot = [];
  #later = [];
  /** How many footnotes the page has called. */
  #called = 0;

  constructor(layout, pick) {
    this.#layout = layout;
    this.#pick = pick;
  }

  text() {
    this.#endPage(false);
    return `${this.#lines.join('\n')}\n`;
  }

  /** Where the next line will stand, counted from 1. */
  gap() {
    if (this.#used > pageLength - 300) this.#endPage(true);
    this.#lines.push('');
  }

  /** A line with a blank one behind it. @returns {number} its number */
  line(text, sign = '') {
    this.#lines.push((this.#layout === 'markdown' ? sign : '') + text, '');
    this.#used += text.length + 60;
    return this.#lines.length - 1;
  }

  section(heading) {
    this.#endPage(false);
    this.line(heading, '## ');
  }

  /** A note of the volume. */
  note(label, words, { isBroken }) {
    const sign = this.#layout === 'markdown' ? `<sup>${label}</sup>` : label;
    this.#set([sign, ...words.split(' ')], [], isBroken);
  }

  /** A paragraph of pieces, each with its words and perhaps a callout behind them; a footnote goes to the foot of its page. */
  paragraph(pieces, { isBroken = false }) {
    const tokens = [];
    const footnotes = [];
    for (const { words, callout, footnote } of pieces) {
      tokens.push(...words.split(' '));
      if (callout !== undefined) tokens.push(`${tokens.pop()}<sup>${callout}</sup>`);
      if (footnote) footnotes.push({ at: tokens.length - 1, ...footnote });
    }
    this.#set(tokens, footnotes, isBroken);
  }

  #set(tokens, footnotes, isBroken) {
    let part = [];
    // A gap where no page ends, as OCR leaves one beside a fold or a stain.
    const gapAt = isBroken && tokens.length > 30 ? this.#place(tokens, 15) : -1;
    tokens.forEach((token, index) => {
      const note = footnotes.find(({ at }) => at === index);
      part.push(note ? `${token}${this.#footnote(note)}` : token);
      this.#used += token.length + 1;
      const isEnd =
        this.#used > pageLength && index > 5 && index < tokens.length - 6 && /\p{Ll}$/u.test(token);
      if (index === gapAt || (isEnd && /^\p{L}/u.test(tokens[index + 1] ?? ''))) {
        this.#write(part);
        part = [];
        if (isEnd) this.#endPage(true);
      }
    });
    this.#write(part);
  }

  /** Puts a note to the foot, and gives its callout: the first of a page has one asterisk, the second two. */
  #footnote({ words, isDisplaced }) {
    this.#called += 1;
    const label = this.#asterisks(1 + ((this.#called - 1) % 3));
    (isDisplaced ? this.#later : this.#foot).push({ label, words });
    this.#used += words.length;
    return `<sup>${label}</sup>`;
  }

  #asterisks(count) {
    return (this.#layout === 'markdown' ? '\\*' : '*').repeat(count);
  }

  /** A place within a sentence. */
  #place(tokens, from) {
    for (let index = from + this.#pick(10); index < tokens.length - 6; index += 1)
      if (/\p{Ll}$/u.test(tokens[index]) && /^\p{L}/u.test(tokens[index + 1])) return index;
    return -1;
  }

  #write(tokens) {
    if (tokens.length === 0) return;
    if (this.#layout === 'markdown') this.#lines.push(tokens.join(' '), '');
    else this.#lines.push(...this.#wrapped(tokens), '');
  }

  /** Lines with words divided at their ends. */
  #wrapped(tokens) {
    const lines = [];
    let line = '';
    for (const token of tokens) {
      if (line.length + token.length + 1 <= lineLength) line = line ? `${line} ${token}` : token;
      else if (/^\p{Ll}{8,}$/u.test(token) && this.#pick(2) === 0 && line.length < lineLength - 5) {
        lines.push(`${line} ${token.slice(0, 4)}-`);
        line = token.slice(4);
      } else {
        lines.push(line);
        line = token;
      }
    }
    return [...lines, line];
  }

  #endPage(hasNumber) {
    const lines = this.#lines;
    const notes = this.#foot.splice(0);
    if (notes.length > 0) {
      lines.push('', '---', '');
      for (const { label, words } of notes)
        if (this.#layout === 'markdown') lines.push(`<sup>${label}</sup> ${words}`, '');
        else lines.push(...this.#wrapped([`<sup>${label}</sup>`, ...words.split(' ')]), '');
    }
    this.#foot.push(...this.#later.splice(0));
    // One number in ten is lost.
    if (hasNumber && this.#pick(10) > 0) {
      if (this.#layout === 'markdown') lines.push(String(this.#page), '');
      else lines.push('', `CORRESPONDENCE ${this.#page + 1}`, '');
    }
    this.#page += 1;
    this.#used = 0;
    this.#called = 0;
  }
}
