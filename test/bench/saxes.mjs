import { SaxesParser } from 'saxes';

/** Reads a source with saxes, namespaces and all, and does nothing with it; answers how many elements it has. */
export function parseWithSaxes(source) {
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', () => {
    elements += 1;
  });
  parser.write(source).close();
  return elements;
}
