import { type Area, NotRecognizedText, type Point, recognizedLimits } from './recognized-page.js';

/**
 * The area of an outline that is written as numbers: `10,20 30,20 30,40`, with commas, blanks or both between them.
 *
 * @param where the line of the file, for the message
 * @throws {NotRecognizedText} where that is no outline
 */
export function areaOfPoints(written: string, where: () => string): Area | undefined {
  const numbers = written.split(/[\s,]+/u).filter((part) => part !== '');
  if (numbers.length === 0) return undefined;
  if (numbers.length % 2 === 1 || numbers.length > 2 * recognizedLimits.points)
    throw new NotRecognizedText(
      `has an outline in ${where()} of ${numbers.length} numbers. An outline has two for each corner, and ${recognizedLimits.points} corners at most.`,
    );
  const values = numbers.map((part) => numberOf(part, where));
  const points: Point[] = [];
  for (let at = 0; at < values.length; at += 2) points.push({ x: values[at] ?? 0, y: values[at + 1] ?? 0 });
  return areaAround(points);
}

/** The area of a box. Nothing where it has no extent. */
export function areaOfBox(left: number, top: number, right: number, bottom: number): Area | undefined {
  return right > left && bottom > top ? { left, top, right, bottom } : undefined;
}

/** A number of a file. @throws {NotRecognizedText} where it is none */
export function numberOf(written: string, where: () => string): number {
  const value = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/u.test(written)
    ? Number(written)
    : Number.NaN;
  if (!Number.isFinite(value) || Math.abs(value) > 1e7)
    throw new NotRecognizedText(
      `has “${written.trim().slice(0, 40)}” in ${where()} where a number is to stand. Mend it there, or make the file anew.`,
    );
  return value;
}

function areaAround(points: readonly Point[]): Area | undefined {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const box = areaOfBox(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  if (!box || points.length < 3 || isBox(points, box)) return box;
  return { ...box, points };
}

/** Whether the corners are those of the box, from any of them, either way round. */
function isBox(points: readonly Point[], { left, top, right, bottom }: Area): boolean {
  return (
    points.length === 4 &&
    points.every(({ x, y }) => (x === left || x === right) && (y === top || y === bottom)) &&
    new Set(points.map(({ x, y }) => `${x},${y}`)).size === 4
  );
}
