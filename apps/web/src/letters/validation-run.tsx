import { checkLetters } from '../api/calendar.js';
import { BulkRun } from './bulk-run.js';
import { counted } from './counted.js';

/** So many letters are checked by one request. */
const atOnce = 25;

/** Checks letters against the schemas of the edition, and says what was found in all of them. */
export function ValidationRun(props: {
  editionId: string;
  letterIds: readonly string[];
  onDone: (words: string) => void;
  onCancel: () => void;
}) {
  const { editionId, letterIds } = props;
  const work = async (come: (count: number) => void) => {
    let [errors, warnings, checked] = [0, 0, 0];
    for (let at = 0; at < letterIds.length; at += atOnce) {
      const part = letterIds.slice(at, at + atOnce);
      const found = await checkLetters(editionId, part);
      errors += found.errors;
      warnings += found.warnings;
      checked += found.checked;
      come(at + part.length);
    }
    return `${counted(checked, 'letter')} validated: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
  };
  return (
    <BulkRun
      doing="Validating"
      count={letterIds.length}
      work={work}
      onDone={props.onDone}
      onCancel={props.onCancel}
    />
  );
}
