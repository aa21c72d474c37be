/* The search of the encoding guide. Without it the page reads as it is. */
const find = document.getElementById('find');
const words = document.getElementById('words');
const told = find.querySelector('output');

const chapters = [...document.querySelectorAll('section.chapter:not(.part)')].map((chapter) => ({
  chapter,
  elements: [...chapter.querySelectorAll('section.element')].map((element) => ({
    element,
    name: element.id.toLowerCase(),
    // The name, what editors call it and what it is for; then the names of its own attributes.
    text: [...element.querySelectorAll('h3, h3 + p, th[scope="row"]')]
      .map((part) => part.textContent.toLowerCase())
      .join(' '),
  })),
}));
const parts = document.querySelectorAll('section.part');

function show() {
  const wanted = words.value.toLowerCase().split(/[\s<>/]+/).filter(Boolean);
  let count = 0;
  for (const { chapter, elements } of chapters) {
    let any = false;
    for (const { element, name, text } of elements) {
      element.hidden = !wanted.every((word) => name.includes(word) || text.includes(word));
      if (element.hidden) continue;
      any = true;
      count += 1;
    }
    chapter.hidden = !any;
  }
  for (const part of parts) part.hidden = wanted.length > 0;
  told.textContent =
    wanted.length === 0
      ? ''
      : count === 0
        ? 'No element is called so or is for that.'
        : `${count} ${count === 1 ? 'element' : 'elements'}`;
}

/** A link leads to its place even where the search has hidden it. */
function arrive() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place?.closest('[hidden]')) return;
  words.value = '';
  show();
  place.scrollIntoView();
}

find.hidden = false;
words.addEventListener('input', show);
words.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  const first = chapters.flatMap(({ elements }) => elements).find(({ element }) => !element.hidden);
  const exact = chapters
    .flatMap(({ elements }) => elements)
    .find(({ name }) => name === words.value.trim().toLowerCase());
  const link = (exact ?? first)?.element.querySelector('h3 a');
  link?.focus();
});
addEventListener('hashchange', arrive);
show();
