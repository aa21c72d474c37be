import { Icon } from '../app/icon.js';
import { counted } from './counted.js';
import type { ShownLine } from './letter-line.js';

/** How many findings a letter has: the gravest kind, with a shape, a word and a colour. */
export function FindingCounts({ line, none = 'none' }: { line: ShownLine; none?: string }) {
  if (!line.checked) return <span className="quiet">not yet run</span>;
  if (line.errors > 0)
    return (
      <span className="st err">
        <Icon name="error" />
        {counted(line.errors, 'error')}
      </span>
    );
  if (line.warnings > 0)
    return (
      <span className="st warn">
        <Icon name="warning" />
        {counted(line.warnings, 'warning')}
      </span>
    );
  return <span className="quiet">{none}</span>;
}
