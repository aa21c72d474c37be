/** What a file tells the setting, as a processing instruction directly before what it is about. */
export interface Instruction {
  /**
   * `chancery-page`: the block begins a page; how high on the page before the text ended, in points from its foot.
   * `chancery-note-room`: the points that a page has for the note, or its line begins the next.
   * `chancery-lines-apart`: lines of the paragraph may stand alone on a page; 0.
   */
  readonly name: 'chancery-page' | 'chancery-note-room' | 'chancery-lines-apart';
  readonly points: number;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly instruction: Instruction;
}

/** What a source tells already, in the order of the text. */
export function instructionsIn(source: string): Found[] {
  return [...source.matchAll(/<\?(chancery-(?:page|note-room|lines-apart)) (\d{1,3})\?>/g)].map(
    ({ index, 0: all, 1: name, 2: points }) => ({
      from: index,
      to: index + all.length,
      instruction: { name: name as Instruction['name'], points: Number(points) },
    }),
  );
}

/** What is told by that name at a place, before it or behind. */
export function instructionAt(source: string, offset: number, name: Instruction['name']): Found | undefined {
  return instructionsIn(source).find(
    ({ from, to, instruction }) => instruction.name === name && (from === offset || to === offset),
  );
}

/** The source with an instruction at a place, instead of the one by that name where it has one. */
export function withInstruction(source: string, offset: number, { name, points }: Instruction): string {
  const { from, to } = instructionAt(source, offset, name) ?? { from: offset, to: offset };
  return `${source.slice(0, from)}<?${name} ${points}?>${source.slice(to)}`;
}

/** The source without the instruction that begins at a place. */
export function withoutInstruction(source: string, offset: number): string {
  const to = source.indexOf('?>', offset) + 2;
  return `${source.slice(0, offset)}${source.slice(to)}`;
}
