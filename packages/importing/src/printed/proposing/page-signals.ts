import type { Furniture } from '../reading/page-furniture.js';

/** What tells, between two stretches of text, that a page has ended, and which one begins. */
export class PageSignals {
  #signs: ('rule' | 'notes' | 'form feed' | Furniture)[] = [];

  furniture(furniture: Furniture): void {
    this.#signs.push(furniture.reason === 'rule' ? 'rule' : furniture);
  }

  formFeed(): void {
    this.#signs.push('form feed');
  }

  /** Footnotes were read; under a line across the page they are the foot of one. */
  noteFoot(): void {
    if (this.#signs.at(-1) === 'rule') this.#signs.push('notes');
  }

  /** The end of the page that the signs tell of, and no more of them. A line across the page alone is none. */
  take(): { n: string | undefined } | undefined {
    const signs = this.#signs;
    this.#signs = [];
    if (!signs.some((sign) => sign !== 'rule')) return undefined;
    const heads = signs.flatMap((sign, index) =>
      typeof sign === 'object' && sign.reason === 'running head' ? [{ index, page: sign.page }] : [],
    );
    const withPage = heads.find(({ page }) => page !== undefined)?.page;
    if (withPage !== undefined) return { n: String(withPage) };
    const at = signs.findIndex((sign) => typeof sign === 'object' && sign.reason === 'page number');
    const number = signs[at];
    if (typeof number !== 'object' || number.page === undefined) return { n: undefined };
    // The number of a page stands at its foot, unless what heads the new page comes before it.
    const border = signs.indexOf('form feed');
    const isOfNewPage = (border >= 0 && border < at) || heads.some(({ index }) => index < at);
    return { n: String(isOfNewPage ? number.page : number.page + 1) };
  }
}
