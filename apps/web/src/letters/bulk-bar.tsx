import type { BulkOutcome } from '@chancery/server/api';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { announce } from '../app/announce.js';
import { Icon } from '../app/icon.js';
import { AssignForm } from './assign-form.js';
import { counted } from './counted.js';
import { MoveForm } from './move-form.js';
import { mostProofed, openProof } from './open-proof.js';
import { type MovedLetter, TakeBackRun } from './take-back-run.js';
import type { Selection } from './use-selection.js';
import { ValidationRun } from './validation-run.js';

/** What is being done with the chosen letters. */
export type BulkAction = 'assign' | 'move' | 'validate' | 'take-back';

/** So many names, and so many reasons, are told. */
const told = 6;

/** The bar over the calendar while letters are chosen: what can be done with all of them at once. */
export function BulkBar(props: {
  editionId: string;
  selection: Selection;
  mayAssign: boolean;
  mayPrint: boolean;
  action: BulkAction | undefined;
  onAction: (action: BulkAction | undefined) => void;
  /** What was moved last, as long as it is told of: it can be taken back. */
  moved: readonly MovedLetter[];
  onMoved: (moves: readonly MovedLetter[]) => void;
  table: RefObject<HTMLTableElement | null>;
}) {
  const { editionId, selection, action, onAction, moved, onMoved } = props;
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<{ words: string; refused: BulkOutcome['refused'] }>();
  const names = [...selection.letters.values()];
  if (names.length === 0 && !outcome) return null;

  function backToTable(): void {
    onAction(undefined);
    props.table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  }

  function done({ done: ids, refused }: BulkOutcome, what: string, moves: readonly MovedLetter[] = []): void {
    // What could not be done stays chosen.
    selection.keepOnly(refused.map(({ letterId }) => letterId));
    const named = refused.map((each) => ({ ...each, letterId: nameOf(each.letterId) }));
    tell(outcomeWords({ done: ids, refused }, what), named, moves);
  }

  function tell(words: string, refused: BulkOutcome['refused'], moves: readonly MovedLetter[] = []): void {
    setOutcome({ words, refused });
    onMoved(moves);
    announce(words);
    void queries.invalidateQueries({ queryKey: ['queue'] });
    void queries.invalidateQueries({ queryKey: ['volume', editionId] });
    backToTable();
  }

  function close(): void {
    setOutcome(undefined);
    onMoved([]);
    backToTable();
  }

  function nameOf(letterId: string): string {
    return selection.letters.get(letterId) ?? letterId;
  }

  const listed = names.length > told ? `${names.slice(0, told).join(', ')} …` : names.join(', ');
  const form = {
    editionId,
    letterIds: [...selection.letters.keys()],
    onDone: done,
    onCancel: backToTable,
  };
  return (
    <div className="bulk-place">
      {names.length > 0 ? (
        <div className="bulk" role="toolbar" aria-label="Actions for the selected letters">
          <strong>
            {counted(names.length, 'letter')} selected: {listed}
          </strong>
          {props.mayAssign ? (
            <button
              type="button"
              className="btn small"
              aria-expanded={action === 'assign'}
              onClick={() => onAction('assign')}
            >
              Assign <kbd>A</kbd>
            </button>
          ) : null}
          <button
            type="button"
            className="btn small"
            aria-expanded={action === 'move'}
            onClick={() => onAction('move')}
          >
            Move to stage <kbd>S</kbd>
          </button>
          {props.mayAssign ? (
            <button type="button" className="btn small" onClick={() => onAction('validate')}>
              Validate <kbd>V</kbd>
            </button>
          ) : null}
          {props.mayPrint ? (
            <button
              type="button"
              className="btn small"
              disabled={names.length > mostProofed}
              onClick={() => openProof(editionId, form.letterIds)}
            >
              {names.length > mostProofed ? `Print proof: of ${mostProofed} letters at most` : 'Print proof'}{' '}
              <kbd>P</kbd>
            </button>
          ) : null}
          <span className="grow" />
          <button
            type="button"
            className="btn small ghost"
            onClick={() => {
              selection.clear();
              close();
            }}
          >
            Clear <kbd>Esc</kbd>
          </button>
        </div>
      ) : null}
      {action === 'assign' && names.length > 0 ? <AssignForm {...form} /> : null}
      {action === 'move' && names.length > 0 ? (
        <MoveForm
          {...form}
          onDone={({ moves, ...made }, what) =>
            done(
              made,
              what,
              moves.map((each) => ({ ...each, name: nameOf(each.letterId) })),
            )
          }
        />
      ) : null}
      {action === 'take-back' && moved.length > 0 ? (
        <TakeBackRun
          moves={moved}
          onDone={(outcome) => tell(outcomeWords(outcome, 'moved back'), outcome.refused)}
          onCancel={backToTable}
        />
      ) : null}
      {action === 'validate' && names.length > 0 ? (
        <ValidationRun
          editionId={editionId}
          letterIds={form.letterIds}
          onDone={(words) => tell(words, [])}
          onCancel={backToTable}
        />
      ) : null}
      {outcome && action === undefined ? (
        <div className="bulk-outcome">
          <p className={outcome.refused.length > 0 ? 'st warn' : 'st ok'}>
            <Icon name={outcome.refused.length > 0 ? 'warning' : 'check'} />
            {outcome.words}
          </p>
          <ul>
            {outcome.refused.slice(0, told).map(({ letterId, why }) => (
              <li key={letterId}>
                {letterId}: {why}
              </li>
            ))}
          </ul>
          {outcome.refused.length > told ? <p>And {outcome.refused.length - told} more.</p> : null}
          {moved.length > 0 ? (
            <button type="button" className="btn small" onClick={() => onAction('take-back')}>
              Take back <kbd>Z</kbd>
            </button>
          ) : null}
          <button type="button" className="btn small ghost" onClick={close}>
            Close
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** “2 letters passed on, 1 not.” */
function outcomeWords({ done, refused }: BulkOutcome, what: string): string {
  return `${counted(done.length, 'letter')} ${what}${refused.length > 0 ? `, ${refused.length} not` : ''}.`;
}
