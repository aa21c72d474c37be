import { type CitableText, type CitableUnit, type CitationTree, DtsRefusal } from './citable-unit.js';
import { type AskedPlaces, findPlaces } from './find-places.js';

/** What is asked of the parts of a text. */
export interface AskedNavigation extends AskedPlaces {
  /** How many levels down; -1 for all. */
  readonly down?: number | undefined;
}

/**
 * The parts of a text that were asked for (DTS 1.0, “Usage of `down`, `ref`, `start` and `end`”), as members of the answer.
 *
 * @param language in which the titles of units are
 * @throws {DtsRefusal}
 */
export function navigationOf(text: CitableText, asked: AskedNavigation, language: string): object {
  const { down } = asked;
  const places = findPlaces(text, asked);
  const units = places.tree?.units ?? [];
  const written = (unit: CitableUnit) => writtenUnit(unit, language);
  if (places.kind === 'unit') {
    const { ref } = places;
    if (down === undefined) return { ref: written(ref) };
    const member =
      down === 0
        ? units.filter(({ parent }) => parent === ref.parent)
        : units.filter((unit) => isWithin(unit, ref) && reaches(unit, ref.level, down));
    return { ref: written(ref), member: member.map(written) };
  }
  if (places.kind === 'range') {
    const { start, end } = places;
    if (down === 0)
      throw new DtsRefusal(400, '“down=0” asks for what stands beside one part: name it by “ref”.');
    const ends = { start: written(start), end: written(end) };
    if (down === undefined) return ends;
    const deeper = Math.max(start.level, end.level);
    const member = units.filter(
      (unit) =>
        unit.start >= start.start &&
        (unit.start <= end.start || isWithin(unit, end)) &&
        reaches(unit, deeper, down),
    );
    return { ...ends, member: member.map(written) };
  }
  if (down === undefined || down === 0)
    throw new DtsRefusal(
      400,
      'Say what is asked for: “ref”, or “start” and “end”, or “down” from 1, or -1 for all.',
    );
  return { member: units.filter((unit) => reaches(unit, 0, down)).map(written) };
}

function isWithin(unit: CitableUnit, other: CitableUnit): boolean {
  return unit.start >= other.start && unit.end <= other.end;
}

function reaches({ level }: CitableUnit, from: number, down: number): boolean {
  return down === -1 || level <= from + down;
}

function writtenUnit({ identifier, level, parent, citeType, title }: CitableUnit, lang: string): object {
  return {
    identifier,
    '@type': 'CitableUnit',
    level,
    parent,
    citeType,
    ...(title === undefined ? {} : { dublinCore: { title: [{ lang, value: title }] } }),
  };
}

/** What the parts of a text are, level by level (DTS 1.0, “CitationTree” and “CiteStructure”). */
export function writtenTrees({ trees }: CitableText): object[] {
  return trees.map(({ identifier, description, units }) => ({
    '@type': 'CitationTree',
    ...(identifier === undefined ? {} : { identifier }),
    description,
    citeStructure: structureOf(units),
  }));
}

interface Structure {
  readonly '@type': 'CiteStructure';
  readonly citeType: string;
  citeStructure?: Structure[];
}

function structureOf(units: CitationTree['units']): Structure[] {
  const top: Structure[] = [];
  const byUnit = new Map<string | null, Structure>();
  for (const { identifier, parent, citeType } of units) {
    const above = byUnit.get(parent);
    if (above) above.citeStructure ??= [];
    const beside = above?.citeStructure ?? top;
    let own = beside.find((each) => each.citeType === citeType);
    if (!own) {
      own = { '@type': 'CiteStructure', citeType };
      beside.push(own);
    }
    byUnit.set(identifier, own);
  }
  return top;
}
