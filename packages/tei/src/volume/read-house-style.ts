import type { XmlElement } from '@chancery/xml';
import { at, attribute } from '../header/element-tree.js';
import type { DateType } from '../header/letter-metadata.js';
import { readingText } from '../header/reading-text.js';
import type { PrintedDate } from '../header/volume-metadata.js';
import { type NoteRule, noteRuleFrom } from '../notes/note-rule.js';

/** What a rendition of the volume says, in free words or in CSS, and what it says it of. */
export interface Rendition {
  readonly element: XmlElement;
  readonly scheme: 'free' | 'css';
  readonly selector: string;
  readonly words: string;
}

/** What the volume says of how things look (`tagsDecl/rendition`, TEI Guidelines, 2.3.4 The Tagging Declaration). */
export function renditionsOf(tei: XmlElement): Rendition[] {
  return at(tei, 'teiHeader', 'encodingDesc', 'tagsDecl', 'rendition').flatMap((element) => {
    const selector = attribute(element, 'selector');
    const scheme = (['free', 'css'] as const).find((each) => each === attribute(element, 'scheme'));
    if (scheme === undefined || selector === undefined) return [];
    return [{ element, scheme, selector, words: readingText(element) }];
  });
}

/** What stands in the file for a place in which a date prints. */
export const placeWords = {
  'under-number': 'under the number',
  'lower-left': 'under the text, at the left',
} as const;

/** Which `date`s a sentence of the rule is about. */
export const dateSelector = /^date\[type=(sent|received|signed|handed|transmitted)\]$/;

/** What a rendition has to be of to say how supplied dates are written. */
export const dateStyleSelector = 'supplied date';

/** What a rendition has to be of to say how lists write the names of persons. */
export const nameStyleSelector = 'person persName';

/** What a rendition has to be of to say whether images of the copy are published. */
export const imageSelector = 'facsimile';

/** What it says of them where they are left out: archives often do not allow that they are published. */
export const imagesLeftOut = 'not published';

/** The rule of dates, the styles of supplied dates and of names, how notes are labelled, and whether images of the copy are left out. */
export function readHouseStyle(tei: XmlElement): {
  dateRule: PrintedDate[];
  dateStyle: string | undefined;
  nameStyle: string | undefined;
  noteRules: NoteRule[];
  leavesImagesOut: boolean;
} {
  const renditions = renditionsOf(tei).filter(({ scheme }) => scheme === 'free');
  return {
    dateRule: renditions.flatMap(({ selector, words }) => {
      const type = dateSelector.exec(selector)?.[1];
      if (type === undefined || !isDateType(type)) return [];
      return [{ type, place: words === placeWords['lower-left'] ? 'lower-left' : 'under-number' } as const];
    }),
    dateStyle: renditions.find(({ selector }) => selector === dateStyleSelector)?.words,
    nameStyle: renditions.find(({ selector }) => selector === nameStyleSelector)?.words,
    noteRules: renditions.flatMap(({ selector, words }) => noteRuleFrom(selector, words) ?? []),
    leavesImagesOut: renditions.some(
      ({ selector, words }) => selector === imageSelector && words === imagesLeftOut,
    ),
  };
}

function isDateType(type: string): type is DateType {
  return ['sent', 'received', 'signed', 'handed', 'transmitted'].includes(type);
}
