import { parseTree, type XmlElement, type XmlNode } from '@chancery/xml';

/** Elements that mark names: which words of running text are names, and whose, is for the editors to say. */
const names = new Set(['persName', 'placeName', 'orgName', 'roleName', 'rs']);

/** Where names are a matter of form, they are compared. */
const ofForm = new Set(['head', 'dateline', 'opener', 'closer']);

/**
 * The text of a TEI file as a list of its tags and words, the marks of names in running text left out. White space counts as far as
 * it parts words.
 */
export function structureOf(source: string): string[] {
  const tei = parseTree(source);
  const text = tei.children.find((child) => child.type === 'element' && child.localName === 'text');
  const tokens: string[] = [];
  let glued = false;
  const visit = (node: XmlNode, isOfForm: boolean): void => {
    if (node.type === 'text' || node.type === 'cdata') {
      const words = node.value.split(/\s+/);
      words.forEach((word, index) => {
        if (word === '') {
          if (index === 0 || index === words.length - 1) glued = false;
          return;
        }
        const last = tokens.at(-1);
        if (index === 0 && glued && last !== undefined && !last.startsWith('<'))
          tokens[tokens.length - 1] = last + word;
        else tokens.push(word);
        glued = index === words.length - 1;
      });
      return;
    }
    if (node.type !== 'element') return;
    const isMark = names.has(node.localName) && !isOfForm;
    if (!isMark) tokens.push(tagOf(node));
    for (const child of node.children) visit(child, isOfForm || ofForm.has(node.localName));
    if (!isMark) tokens.push(`</${node.localName}>`);
  };
  if (text) visit(text, false);
  return tokens;
}

function tagOf(element: XmlElement): string {
  const attributes = element.attributes
    .map(({ name, value }) => ` ${name}="${value}"`)
    .sort()
    .join('');
  return `<${element.localName}${attributes}>`;
}

/** What a letter's header says of the correspondence, and its title, one fact a line. */
export function headerOf(source: string): string[] {
  const facts: string[] = [];
  const visit = (element: XmlElement, path: string): void => {
    const here = [path, tagOf(element).slice(1, -1)].filter(Boolean).join('/');
    const children = element.children.filter((child) => child.type === 'element');
    if (children.length > 0)
      for (const child of children) visit(child, element.localName === 'correspDesc' ? '' : here);
    else facts.push(`${here}: ${wordsOf(element)}`);
  };
  const tei = parseTree(source);
  facts.push(tagOf(tei));
  for (const element of within(tei))
    if (element.localName === 'correspDesc' || element.localName === 'titleStmt') visit(element, '');
  return facts;
}

/** Every element in another one, in order. */
export function within(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (child.type === 'element' ? [child, ...within(child)] : []));
}

/** The words in an element, those of all elements in it included. */
export function wordsOf(element: XmlElement): string {
  const text = (node: XmlNode): string =>
    node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(text).join('') : '';
  return text(element).replace(/\s+/g, ' ').trim();
}
