import type { EntryAnswer, NamesAnswer } from '@chancery/server/api';
import { useState } from 'react';
import { getEntry, mergeEntries } from '../api/registers.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { EntryChooser } from './entry-chooser.js';
import { useRegisterChange } from './use-registers.js';

/** Makes an entry one with another that is chosen: what it says is told before. */
export function MergeEntry(props: {
  editionId: string;
  entry: EntryAnswer;
  onMerged: (into: string) => void;
  onCancel: () => void;
}) {
  const { editionId, entry } = props;
  const { kind } = entry;
  const [into, setInto] = useState<NamesAnswer['suggested'][number]>();
  const merge = useRegisterChange(
    async (entryId: string) => {
      // The other entry as it stands now: what is merged is what the server then compares.
      const other = await getEntry({ editionId, kind, entryId });
      return mergeEntries(editionId, entry, other);
    },
    (letters) => `The entries are one. Their names followed in ${counted(letters, 'letter')}.`,
    () => (into ? props.onMerged(into.id) : undefined),
  );
  return (
    <form
      className="form card give"
      aria-label="Merge into another entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (into) merge.mutate(into.id);
      }}
    >
      <EntryChooser
        editionId={editionId}
        kind={kind}
        takesFocus
        label={`Merge “${entry.facts.names[0] ?? entry.id}” into`}
        chosen={into}
        onChoose={setInto}
      />
      <p className="quiet">
        {into
          ? `“${into.name}” stays, and takes over the other’s names and numbers. All ${counted(entry.total, 'use')} will stand for it. This can be parted again.`
          : 'Choose the entry that stays.'}
      </p>
      <FormFault error={merge.error} />
      <div className="do">
        <button type="submit" className="btn primary" disabled={!into || merge.isPending}>
          Merge
        </button>
        <button type="button" className="btn ghost" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
