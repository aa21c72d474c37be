import type { EditionSource } from '../edition-source.js';
import { type Comparison, compare, type Expected, expectVolume } from '../print/conservation/index.js';
import {
  type PrintedVolume,
  type PrintOptions,
  type PrintWarning,
  printVolume,
  type SetVolume,
} from '../print/index.js';
import { PublishError } from '../publish-error.js';

/** A volume of which it is proven that all of its TEI prints. */
export interface ProvenVolume extends PrintedVolume {
  /** What it had to be set of for that: with room told for notes. */
  readonly edition: EditionSource;
  /** Notes that could not stand with their callouts: those before them run on. */
  readonly displaced: Comparison['findings'];
}

/** A round of setting takes its time, and what is mended in one may show something else in the next. */
const mostRounds = 12;

/**
 * Prints an edition to be read, and proves that it has all of its TEI. Where notes would be parted from their callouts it is set
 * anew with room for them.
 *
 * @throws {PublishError} `not-conserved` when the PDF has not all that the TEI has, once, in order, where it says
 */
export async function printProven(edition: EditionSource, options: PrintOptions): Promise<ProvenVolume> {
  const { onProgress } = options;
  let set = edition;
  const glyphs = new Map<string, PrintWarning>();
  for (let round = 1; ; round += 1) {
    let expected: readonly Expected[] | undefined;
    let found: Comparison | undefined;
    const lookThrough = async (printed: SetVolume, warnings: readonly PrintWarning[]) => {
      // What is set anew has the numbers of these characters already, and does not tell of them.
      for (const each of warnings) if (each.code === 'missing-glyph') glyphs.set(keyOf(each), each);
      found = compareWith(printed, expected);
      if (found.mended && round < mostRounds) throw new ToBeSetAnew();
      stopAtLoss(found);
    };
    try {
      const printed = await printVolume(set, {
        ...options,
        meanwhile: (...of) => {
          expected = expectVolume(...of);
        },
        lookThrough,
        // The letters are made ready once for whoever looks on.
        onProgress: (done, total) => (round > 1 && done < total ? undefined : onProgress?.(done, total)),
      });
      const told = new Set(printed.warnings.map(keyOf));
      const before = [...glyphs].flatMap(([key, each]) => (told.has(key) ? [] : [each]));
      const displaced = found?.findings ?? [];
      return { ...printed, edition: set, displaced, warnings: [...before, ...printed.warnings] };
    } catch (error) {
      if (!(error instanceof ToBeSetAnew) || !found?.mended) throw error;
      set = found.mended;
    }
  }
}

class ToBeSetAnew extends Error {
  override readonly name = 'ToBeSetAnew';
}

function compareWith(
  { read, edition, diplomatic }: SetVolume,
  expected: readonly Expected[] | undefined,
): Comparison {
  return read
    ? compare(read, edition, diplomatic, expected)
    : { findings: [], unavoidable: new Set(), mended: undefined };
}

function stopAtLoss({ findings, unavoidable }: Comparison): void {
  const [first, ...more] = findings.filter((each) => !unavoidable.has(each));
  if (!first) return;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  throw new PublishError(
    'not-conserved',
    `${first.message}${others} Nothing was published, because print would have lost or doubled it.`,
    { file: first.path, line: first.line },
  );
}

function keyOf({ code, path, line, message }: PrintWarning): string {
  return JSON.stringify([code, path, line, message]);
}
