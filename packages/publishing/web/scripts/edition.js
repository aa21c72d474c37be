// What the pages of the edition do more where scripts run: choosing in the calendar, copying a citation, and showing the
// words that a search has found. Every page is whole without.
(() => {
  const query = new URLSearchParams(location.search);
  const facets = /** @type {HTMLFormElement | null} */ (document.querySelector('.facets'));
  if (facets) chooseBy(facets);
  // A browser hands out the clipboard on pages that came safely only.
  if (navigator.clipboard) offerCopies(document.querySelectorAll('.cite dd'));
  const words = query.getAll('highlight').filter((word) => word.trim() !== '');
  const text = document.querySelector('article');
  if (words.length > 0 && text) highlight(text, words);

  /**
   * A button beside each citation that puts it on the clipboard.
   *
   * @param {NodeListOf<Element>} citations
   */
  function offerCopies(citations) {
    const told = document.createElement('p');
    told.className = 'sr';
    told.setAttribute('role', 'status');
    citations[0]?.closest('section')?.append(told);
    for (const citation of citations) {
      const style = citation.previousElementSibling;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy-citation';
      button.textContent = 'Copy';
      button.setAttribute('aria-label', `Copy the citation, ${style?.textContent ?? ''}`);
      const text = citation.textContent?.trim() ?? '';
      button.addEventListener('click', () => {
        navigator.clipboard.writeText(text).then(
          () => {
            told.textContent = 'Copied.';
            button.textContent = 'Copied';
          },
          () => {
            told.textContent =
              'The browser did not allow the citation to be copied. Select its words instead.';
          },
        );
      });
      style?.append(button);
    }
  }

  /**
   * Shows of the calendar what has a chosen value of every facet that one is chosen of. The choice stands in the address.
   *
   * @param {HTMLFormElement} form
   */
  function chooseBy(form) {
    const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('li[data-year]'));
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[type=checkbox]'));
    const reset = form.querySelector('button');
    const count = form.querySelector('output');
    if (boxes.length === 0) return;
    for (const box of boxes) {
      box.checked = query.getAll(box.name).includes(box.value);
      if (box.checked) box.closest('details')?.setAttribute('open', '');
    }
    const choose = () => {
      /** @type {Map<string, string[]>} */
      const chosen = new Map();
      for (const { name, value, checked } of boxes)
        if (checked) chosen.set(name, [...(chosen.get(name) ?? []), value]);
      let shown = 0;
      for (const row of rows) {
        row.hidden = ![...chosen].every(([name, values]) => {
          const of = (row.dataset[name] ?? '').split('|');
          return values.some((value) => of.includes(value));
        });
        if (!row.hidden) shown += 1;
      }
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (
        document.querySelectorAll('.of-month, .of-year')
      ))
        part.hidden = part.querySelector('li:not([hidden])') === null;
      if (count) {
        const all = `${rows.length} ${rows.length === 1 ? 'document' : 'documents'}`;
        count.value = shown === rows.length ? all : `${shown} of ${all}`;
      }
      if (reset) reset.hidden = chosen.size === 0;
      const address = new URLSearchParams(
        [...chosen].flatMap(([name, values]) => values.map((value) => [name, value])),
      );
      history.replaceState(
        null,
        '',
        `${location.pathname}${chosen.size > 0 ? `?${address}` : ''}${location.hash}`,
      );
    };
    form.addEventListener('change', choose);
    form.addEventListener('submit', (event) => event.preventDefault());
    // The boxes are empty after the event.
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const box of boxes) box.checked = false;
      choose();
      boxes[0]?.focus();
    });
    form.hidden = false;
    choose();
  }

  /**
   * Marks every word that begins as one that was searched for, and goes to the first.
   *
   * @param {Element} within
   * @param {string[]} wanted
   */
  function highlight(within, wanted) {
    const escaped = wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})[\\p{L}\\p{N}]*`, 'giu');
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const node of texts) {
      const found = [...node.data.matchAll(pattern)].reverse();
      for (const { 0: match, index } of found) {
        const hit = node.splitText(index);
        hit.splitText(match.length);
        const mark = document.createElement('mark');
        hit.replaceWith(mark);
        mark.append(hit);
      }
    }
    if (location.hash === '') document.querySelector('article mark')?.scrollIntoView({ block: 'center' });
  }
})();
