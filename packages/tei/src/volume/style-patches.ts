import type { XmlElement } from '@chancery/xml';
import { at, attribute } from '../header/element-tree.js';
import type { Numbering, PrintedDate } from '../header/volume-metadata.js';
import { attributePatch } from '../header/write/attribute-patch.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { insertion, type NewElement, removal } from '../header/write/element-patch.js';
import { putInto } from '../header/write/header-part.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { textPatch } from '../header/write/text-patch.js';
import { type NoteRule, noteRuleFrom, noteRuleWords } from '../notes/note-rule.js';
import { documentList } from './documents-of.js';
import type { PageSetting } from './page-setting.js';
import {
  dateSelector,
  dateStyleSelector,
  imageSelector,
  imagesLeftOut,
  nameStyleSelector,
  placeWords,
  type Rendition,
  renditionsOf,
} from './read-house-style.js';
import { isOfPage, pageRenditions } from './read-page-setting.js';

/** The patches that have the numbers counted, or not. */
export function numberingPatches(source: string, tei: XmlElement, numbering: Numbering): SourcePatch[] {
  const list = documentList(tei);
  if (!list) throw new CannotWrite('The volume has no list of documents. Write one in its source.');
  return attributePatch(source, list, 'rend', numbering === 'by-place' ? 'numbered' : undefined);
}

/** The patches that state another rule of dates: its sentences stand where those of the former one stood. */
export function dateRulePatches(
  source: string,
  tei: XmlElement,
  rule: readonly PrintedDate[],
): SourcePatch[] {
  const wanted = rule.map(({ type, place }) => ({
    selector: `date[type=${type}]`,
    words: placeWords[place],
  }));
  return freePatches(source, tei, ({ selector }) => dateSelector.test(selector), wanted);
}

/** The patches that say how supplied dates are written; `null` says nothing of it. */
export function dateStylePatches(source: string, tei: XmlElement, style: string | null): SourcePatch[] {
  return stylePatches(source, tei, dateStyleSelector, style);
}

/** The patches that say how lists write the names of persons; `null` says nothing of it. */
export function nameStylePatches(source: string, tei: XmlElement, style: string | null): SourcePatch[] {
  return stylePatches(source, tei, nameStyleSelector, style);
}

/** The patches that leave the images of the copy out of what is published, or not. */
export function imagePatches(source: string, tei: XmlElement, isLeftOut: boolean): SourcePatch[] {
  return stylePatches(source, tei, imageSelector, isLeftOut ? imagesLeftOut : null);
}

function stylePatches(source: string, tei: XmlElement, of: string, style: string | null): SourcePatch[] {
  const wanted = style === null ? [] : [{ selector: of, words: style }];
  return freePatches(source, tei, ({ selector }) => selector === of, wanted);
}

/** The patches that state how notes are labelled. */
export function noteRulePatches(source: string, tei: XmlElement, rules: readonly NoteRule[]): SourcePatch[] {
  const wanted = rules.map((rule) => ({
    selector: `note[type=${rule.series}]`,
    words: noteRuleWords(rule),
  }));
  // What is said of notes in other words stays as it is.
  return freePatches(
    source,
    tei,
    ({ selector, words }) => noteRuleFrom(selector, words) !== undefined,
    wanted,
  );
}

/** The patches that state how the volume is set in print; what is as usual is not stated. */
export function pageSettingPatches(source: string, tei: XmlElement, page: PageSetting): SourcePatch[] {
  return renditionPatches(source, tei, isOfPage, pageRenditions(page));
}

function freePatches(
  source: string,
  tei: XmlElement,
  isMeant: (rendition: Rendition) => boolean,
  wanted: readonly { readonly selector: string; readonly words: string }[],
): SourcePatch[] {
  return renditionPatches(
    source,
    tei,
    (rendition) => rendition.scheme === 'free' && isMeant(rendition),
    wanted.map((each) => ({ scheme: 'free', ...each })),
  );
}

function renditionPatches(
  source: string,
  tei: XmlElement,
  isMeant: (rendition: Rendition) => boolean,
  wanted: readonly Omit<Rendition, 'element'>[],
): SourcePatch[] {
  const there = renditionsOf(tei).filter(isMeant);
  const patches: SourcePatch[] = [];
  for (const [index, { element }] of there.entries()) {
    const next = wanted[index];
    if (!next) patches.push(removal(source, element));
    else
      patches.push(
        ...attributePatch(source, element, 'scheme', next.scheme),
        ...attributePatch(source, element, 'selector', next.selector),
        ...textPatch(source, element, next.words),
      );
  }
  const more = wanted.slice(there.length).map(
    ({ scheme, selector, words }): NewElement => ({
      name: 'rendition',
      attributes: { scheme, selector },
      content: words,
    }),
  );
  const last = there.at(-1)?.element;
  const declaration = at(tei, 'teiHeader', 'encodingDesc', 'tagsDecl')[0];
  if (declaration && more.length > 0) {
    const isRendition = (child: XmlElement) =>
      child.localName === 'rendition' && (!last || child.start <= last.start);
    const texts = more.map((element) => insertion(source, declaration, element, isRendition));
    const [first] = texts;
    if (first) patches.push({ ...first, text: texts.map(({ text }) => text).join('') });
  } else if (more.length > 0) {
    patches.push(putInto(source, tei, ['encodingDesc'], { name: 'tagsDecl', content: more }));
  }
  return patches;
}

/**
 * The patches that declare the languages of the volume, in this order; what is said of one that stays is kept. Where the text of the
 * volume is in its main language, it is in the new one.
 */
export function languagePatches(
  source: string,
  tei: XmlElement,
  languages: readonly string[],
): SourcePatch[] {
  const usage = at(tei, 'teiHeader', 'profileDesc', 'langUsage')[0];
  const places = usage ? at(usage, 'language') : [];
  const declared = (ident: string): NewElement => ({
    name: 'language',
    attributes: { ident },
    content: nameOf(ident),
  });
  if (!usage || places.length === 0) {
    const empty = usage ? [removal(source, usage)] : [];
    if (languages.length === 0) return empty;
    const content = languages.map(declared);
    return [...empty, putInto(source, tei, ['profileDesc'], { name: 'langUsage', content })];
  }
  const [main] = languages;
  const bearer = [at(tei, 'text')[0], tei].find((element) => attribute(element, 'xml:lang') !== undefined);
  const isMain = attribute(bearer, 'xml:lang') === attribute(places[0], 'ident');
  const ofText =
    bearer && isMain && main !== undefined ? attributePatch(source, bearer, 'xml:lang', main) : [];
  const wanted = languages.map((ident) => {
    const stays = places.find((element) => attribute(element, 'ident') === ident);
    return stays
      ? source.slice(stays.start, stays.end)
      : insertion(source, usage, declared(ident)).text.trim();
  });
  const inPlace = places.flatMap((element, index): SourcePatch[] => {
    const text = wanted[index];
    if (text === undefined) return [removal(source, element)];
    return [{ start: element.start, end: element.end, text }];
  });
  const patches = [...inPlace, ...ofText];
  const { start, end, text } = insertion(source, usage, { name: 'language' });
  const line = text.slice(0, text.indexOf('<'));
  const more = wanted.slice(places.length).map((each) => line + each);
  return more.length === 0 ? patches : [...patches, { start, end, text: more.join('') }];
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  } catch {
    throw new CannotWrite(`“${language}” is no language tag. Write one as en, ru or de-AT.`);
  }
}
