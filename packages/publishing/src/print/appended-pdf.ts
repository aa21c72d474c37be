/** A PDF that is not as the typesetter writes it: a fault of ours. */
export class UnknownPdf extends Error {
  override readonly name = 'UnknownPdf';
}

/**
 * A PDF of the typesetter's to which objects can be appended, as an incremental update (ISO 32000-1 §7.5.6): everything
 * before stays as it is, to the byte. It reads what the typesetter writes, one table of references and one trailer, and no
 * other PDF.
 */
export class AppendedPdf {
  readonly #bytes: Buffer;
  readonly #table: number;
  readonly #trailer: string;
  readonly #objects = new Map<number, Buffer>();

  /** @throws {UnknownPdf} */
  constructor(pdf: Uint8Array) {
    this.#bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    const end = this.#bytes.toString('latin1', Math.max(0, pdf.byteLength - 4096));
    const [, table] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end) ?? [];
    this.#table = Number(table);
    const trailer = this.#bytes.lastIndexOf('trailer');
    if (table === undefined || trailer < this.#table)
      throw new UnknownPdf('The PDF has no table of references.');
    this.#trailer = this.#bytes.toString('latin1', trailer, this.#bytes.lastIndexOf('startxref'));
  }

  /** The number of the object that is the document's catalog. */
  get root(): number {
    return this.#number('Root');
  }

  /** An object as it is written, between its number and its end. */
  object(number: number): string {
    const header = this.#bytes.toString('latin1', this.#table, this.#table + 64);
    const [before, first] = /^xref\s+(\d+) \d+\s*\n/.exec(header) ?? [];
    if (before === undefined) throw new UnknownPdf('The PDF has no table of references.');
    // Every entry takes 20 bytes (§7.5.4).
    const entry = this.#table + before.length + 20 * (number - Number(first));
    const start = Number(this.#bytes.toString('latin1', entry, entry + 10));
    const end = this.#bytes.indexOf('endobj', start);
    return this.#bytes.toString('latin1', start, end).replace(/^\s*\d+ \d+ obj\s*/, '');
  }

  /** Puts an object in the place of one that there is; its bytes are characters. */
  replace(number: number, written: string): void {
    this.#objects.set(number, Buffer.from(`${number} 0 obj\n${written}\nendobj\n`, 'latin1'));
  }

  /** The bytes of the whole. */
  bytes(): Uint8Array {
    const objects = [...this.#objects].sort(([one], [other]) => one - other);
    let at = this.#bytes.length + 1;
    const table: string[] = [];
    for (const [number, written] of objects) {
      table.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n\r\n`);
      at += written.length;
    }
    const trailer = this.#trailer.replace(/>>\s*$/, `  /Prev ${this.#table}\n>>\n`);
    const whole = Buffer.concat([
      this.#bytes,
      Buffer.from('\n'),
      ...objects.map(([, written]) => written),
      Buffer.from(`xref\n${table.join('')}${trailer}startxref\n${at}\n%%EOF\n`, 'latin1'),
    ]);
    return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength);
  }

  #number(key: string): number {
    const [, number] = new RegExp(`/${key} (\\d+) 0 R`).exec(this.#trailer) ?? [];
    if (number === undefined) throw new UnknownPdf(`The PDF’s trailer has no ${key}.`);
    return Number(number);
  }
}
