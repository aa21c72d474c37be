/**
 * Writes one JSON object with a long list in it piece by piece, so that the list is never held.
 *
 * @example
 * const json = new JsonStream(io.out, 'files');
 * json.item({ file: 'a.xml' });
 * json.end({ totals: { files: 1 } }); // {"files":[\n{"file":"a.xml"}\n],"totals":{"files":1}}
 */
export class JsonStream {
  readonly #write: (text: string) => void;
  #items = 0;

  constructor(write: (text: string) => void, list: string) {
    this.#write = write;
    write(`{${JSON.stringify(list)}:[`);
  }

  item(value: unknown): void {
    this.#write(`${this.#items === 0 ? '' : ','}\n${JSON.stringify(value)}`);
    this.#items += 1;
  }

  end(rest: Readonly<Record<string, unknown>>): void {
    const properties = Object.entries(rest).map(
      ([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`,
    );
    this.#write(`\n]${properties.join('')}}\n`);
  }
}
