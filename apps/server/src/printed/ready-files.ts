import { type ImportedEdition, isOpen, readTeiFiles } from '@chancery/importing';
import type { PrintedReading } from '@chancery/importing/node';
import { HttpProblem } from '../errors/http-problem.js';

/**
 * The letters of a text, once they can be brought in.
 *
 * @throws {HttpProblem} `conflict` while a doubt is open, or where no letter was found
 */
export async function readyFiles(reading: PrintedReading): Promise<ImportedEdition> {
  refuseUnready(reading);
  const bytes = new TextEncoder();
  const { edition, report } = await readTeiFiles(
    reading.files.map(({ path, source }) => ({ path, bytes: bytes.encode(source) })),
  );
  const fault = report.findings.find(({ severity }) => severity === 'error');
  if (!edition)
    throw new HttpProblem(
      'conflict',
      `The letters cannot be brought in: ${fault?.file ?? 'a file'}, line ${fault?.line ?? 1}: ${fault?.message ?? 'it cannot be read.'} Nothing was changed.`,
    );
  return edition;
}

function refuseUnready({ queue, documents }: PrintedReading): void {
  const open = queue.filter(isOpen);
  const [first] = open;
  if (first)
    throw new HttpProblem(
      'conflict',
      `${open.length === 1 ? 'One doubt is' : `${open.length} doubts are`} open, the first in line ${first.line}. Decide all of them, then bring the letters in.`,
    );
  if (documents.length === 0)
    throw new HttpProblem(
      'conflict',
      'No letter was found in this text. Look at the rules for numbers and titles, and try them on it.',
    );
}
