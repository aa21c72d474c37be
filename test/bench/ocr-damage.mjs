/** What OCR gives for figures, by their look. */
const misread = { 0: ['O', 'o'], 1: ['l', 'I'], 2: ['Z'], 5: ['S'], 8: ['B'], 9: ['g'] };

/** A number with one of its figures misread, where it has one that is; else as it is. */
function misreadFigure(written, pick) {
  const places = [...written].flatMap((sign, index) => (misread[sign] ? [index] : []));
  if (places.length === 0) return written;
  const at = places[pick(places.length)];
  const signs = misread[written[at]];
  return written.slice(0, at) + signs[pick(signs.length)] + written.slice(at + 1);
}

/** Figures that OCR takes for one another, so that nothing shows but their place. */
const confused = { 1: '7', 3: '8', 7: '1', 8: '3', 0: '6', 6: '0' };

/** A number with another figure in place of one of its own, where it has one that is like another. */
export function confusedFigure(written, pick) {
  const text = String(written);
  const places = [...text].flatMap((sign, index) => (confused[sign] ? [index] : []));
  if (places.length === 0) return text;
  const at = places[pick(places.length)];
  return text.slice(0, at) + confused[text[at]] + text.slice(at + 1);
}

export const spoiltNumber = (number, pick) => misreadFigure(String(number), pick);
export const spoiltCallout = (label, pick) => misreadFigure(String(label), pick);

/** A date with a figure of its day or year, or a letter of its month, misread. */
export function spoiltDate(printed, pick) {
  const [month, day, year] = printed.split(/,? /);
  const way = pick(3);
  if (way === 0) return `${month} ${misreadFigure(day, pick)}, ${year}`;
  if (way === 1) return `${month} ${day}, ${misreadFigure(year, pick)}`;
  return `${month.replace(/(?<=.)[ecu]/, (sign) => ({ e: 'c', c: 'e', u: 'n' })[sign])} ${day}, ${year}`;
}
