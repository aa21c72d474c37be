import { rowOf } from '@chancery/tei';
import { attributeValue, childElements, lineAndColumn, type XmlElement } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import type { PublishWarning } from '../publish-report.js';
import { metadataOf } from '../read-once.js';
import { otherScriptIn } from './other-script.js';

/** Of names nobody asks in which language they are (WCAG 2.2, 3.1.2): of what a register has an entry for, but for books. */
function isName(localName: string): boolean {
  const register = rowOf(localName)?.registers?.ref;
  return localName === 'name' || (register !== undefined && register !== 'bibliography');
}

/** What holds no words. */
const data = new Set(['formula', 'binaryObject']);

/**
 * What keeps some readers from what a file says, by line: pictures that nobody describes (WCAG 2.2, 1.1.1), tables without headings
 * (1.3.1), and words in another script than the language that they are said to be in (3.1.2). Each line is told of each once.
 *
 * @param tei the tree of the file
 */
export function barriersIn(file: TeiFile, tei: XmlElement): PublishWarning[] {
  const found = new Map<string, PublishWarning>();
  const tell = (start: number, message: string) => {
    const place = lineAndColumn(file.source, start);
    const key = `${place.line} ${message}`;
    if (!found.has(key)) found.set(key, { code: 'accessibility', file: file.path, message, ...place });
  };
  const look = (element: XmlElement, around: Around) => {
    const name = element.localName;
    const here: Around = {
      language: attributeValue(element, 'xml:lang') ?? around.language,
      isName: around.isName || isName(name) || data.has(name),
      isDescribed: around.isDescribed || (describable.has(name) && describes(element)),
    };
    if (isPicture(element) && !here.isDescribed)
      tell(
        element.start,
        'A picture is not described. Say in a <figDesc> what it shows, for readers who do not see it.',
      );
    if (name === 'table' && wantsHeadings(element))
      tell(
        element.start,
        'A table has no headings. Give the row or the cells that head it role="label", so that who hears it knows of what each cell is.',
      );
    for (const child of element.children) {
      if (child.type === 'element') look(child, here);
      else if (child.type === 'text' && here.language !== undefined && !here.isName) {
        const other = otherScriptIn(file.source.slice(child.start, child.end), here.language);
        if (other)
          tell(
            child.start + other.at,
            `“${other.words.replace(/\s+/g, ' ')}” is in another script than “${here.language}”, which it is said to be in. Say its language with xml:lang: it is read out, hyphenated and set by that.`,
          );
      }
    }
  };
  const { language } = metadataOf(file, tei);
  for (const text of childElements(tei).filter(({ localName }) => localName === 'text'))
    look(text, { language, isName: false, isDescribed: false });
  return [...found.values()];
}

/** What is known of the place where an element stands. */
interface Around {
  readonly language: string | undefined;
  readonly isName: boolean;
  readonly isDescribed: boolean;
}

/** What may say for the pictures inside of it what they show. */
const describable = new Set(['figure', 'notatedMusic', 'graphic']);

function describes(element: XmlElement): boolean {
  return childElements(element).some(
    (child) => (child.localName === 'figDesc' || child.localName === 'desc') && hasText(child),
  );
}

function isPicture(element: XmlElement): boolean {
  if (element.localName === 'graphic') return true;
  return (
    element.localName === 'binaryObject' &&
    (attributeValue(element, 'mimeType') ?? 'image/*').startsWith('image/')
  );
}

function hasText(element: XmlElement): boolean {
  return element.children.some((child) =>
    child.type === 'element' ? hasText(child) : child.type !== 'comment' && child.value.trim() !== '',
  );
}

/** Of what has one row or one column only a reader knows it without. */
function wantsHeadings(table: XmlElement): boolean {
  const rows = childElements(table).filter(({ localName }) => localName === 'row');
  const cells = rows.map((row) => childElements(row).filter(({ localName }) => localName === 'cell'));
  if (rows.length < 2 || cells.every(({ length }) => length < 2)) return false;
  return ![...rows, ...cells.flat()].some((each) => attributeValue(each, 'role') === 'label');
}
