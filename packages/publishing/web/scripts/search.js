// The search. Its index is read by Pagefind, a piece at a time; what it finds is written into the page as text.
(() => {
  /**
   * @typedef {{ url: string, excerpt: string, meta: Record<string, string> }} Hit
   * @typedef {{ results: { data: () => Promise<Hit> }[] }} Found
   * @typedef {{
   *   options: (options: object) => Promise<void>,
   *   filters: () => Promise<Record<string, Record<string, number>>>,
   *   search: (words: string | null, options: { filters: Record<string, { any: string[] }> }) => Promise<Found>,
   * }} Pagefind
   */
  const atOnce = 10;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('.search-form'));
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector('#search-words'));
  const facets = document.querySelector('.search-facets');
  const status = document.querySelector('.search-count');
  const list = document.querySelector('.hits');
  const more = /** @type {HTMLButtonElement | null} */ (document.querySelector('.more-hits'));
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!form || !input || !facets || !status || !list || !more || !script || location.protocol === 'file:')
    return;
  const root = new URL('../', script.src);
  /** @type {Found['results']} */
  let waiting = [];
  let turn = 0;

  open().catch(() => {
    status.textContent = 'The search could not be opened.';
  });

  async function open() {
    if (!form || !input) return;
    const pagefind = /** @type {Pagefind} */ (await import(new URL('pagefind/pagefind.js', root).href));
    // What is not in a worker needs no more of the page’s policy than WebAssembly does.
    await pagefind.options({ noWorker: true, baseUrl: root.pathname, excerptLength: 24 });
    const query = new URLSearchParams(location.search);
    offerFacets(await pagefind.filters(), query);
    input.value = query.get('q') ?? '';
    form.hidden = false;
    document.querySelector('.no-search')?.remove();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void run(pagefind);
    });
    form.addEventListener('change', () => void run(pagefind));
    more?.addEventListener('click', () => void showMore());
    if (input.value !== '') await run(pagefind);
  }

  /**
   * @param {Record<string, Record<string, number>>} filters
   * @param {URLSearchParams} query
   */
  function offerFacets(filters, query) {
    for (const [name, values] of Object.entries(filters).sort()) {
      const names = Object.keys(values).sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
      if (names.length < 2) continue;
      const details = element('details', element('summary', name));
      const chosen = query.getAll(name);
      for (const value of names) {
        const box = document.createElement('input');
        Object.assign(box, { type: 'checkbox', name, value, checked: chosen.includes(value) });
        details.append(element('label', box, value, ' ', element('small', String(values[value]))));
      }
      details.open = chosen.length > 0;
      facets?.append(details);
    }
  }

  /** @param {Pagefind} pagefind */
  async function run(pagefind) {
    if (!input || !status || !list || !form) return;
    turn += 1;
    const mine = turn;
    const words = input.value.trim();
    /** @type {Record<string, { any: string[] }>} */
    const filters = {};
    const query = new URLSearchParams(words === '' ? [] : [['q', words]]);
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input:checked'))) {
      filters[box.name] = { any: [...(filters[box.name]?.any ?? []), box.value] };
      query.append(box.name, box.value);
    }
    const asked = String(query);
    history.replaceState(null, '', location.pathname + (asked === '' ? '' : `?${asked}`));
    const found =
      asked === '' ? { results: [] } : await pagefind.search(words === '' ? null : words, { filters });
    if (mine !== turn) return;
    waiting = found.results;
    list.replaceChildren();
    const { length } = waiting;
    status.textContent =
      asked === '' ? '' : `${length === 0 ? 'No' : length} ${length === 1 ? 'page' : 'pages'} found.`;
    await showMore();
  }

  async function showMore() {
    if (!input || !list || !more) return;
    const mine = turn;
    const words = input.value.split(/[\s"]+/).filter((word) => word !== '');
    const hits = await Promise.all(waiting.splice(0, atOnce).map((result) => result.data()));
    if (mine !== turn) return;
    for (const hit of hits) {
      const link = document.createElement('a');
      const address = new URL(hit.meta.address ?? '', root);
      for (const word of words) address.searchParams.append('highlight', word);
      link.href = address.href;
      link.textContent = hit.meta.title ?? '';
      list.append(
        element('li', link, ' ', element('span', hit.meta.date ?? ''), element('p', ...excerpt(hit.excerpt))),
      );
    }
    more.hidden = waiting.length === 0;
  }

  /**
   * An excerpt as text, in which nothing counts as markup but the marks around what was found. Pagefind escapes the brackets
   * of the text, and nothing else, so that no others are marks. It marks words with the stops at them, which were not looked for.
   *
   * @param {string} text
   */
  function excerpt(text) {
    const plain = (/** @type {string} */ part) => part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    return text.split(/(<mark>.*?<\/mark>)/s).flatMap((part) => {
      const [, hit] = /^<mark>(.*)<\/mark>$/s.exec(part) ?? [];
      if (hit === undefined) return [plain(part)];
      const [, before = '', word = '', after = ''] =
        /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(plain(hit)) ?? [];
      return [before, element('mark', word), after];
    });
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {(string | Node)[]} content
   */
  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }
})();
