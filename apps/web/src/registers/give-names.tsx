import type { MoveRequest, NamesAnswer } from '@chancery/server/api';
import { useState } from 'react';
import { moveNames, type RegisterKind } from '../api/registers.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { EntryChooser } from './entry-chooser.js';
import { registerWords } from './register-words.js';
import { useRegisterChange } from './use-registers.js';

/** Gives the chosen names to an entry of the register, or to one that is made for them. */
export function GiveNames(props: {
  editionId: string;
  kind: RegisterKind;
  /** Whom they stand for now; null for nobody. */
  from: string | null;
  uses: MoveRequest['uses'];
  suggested?: NamesAnswer['suggested'];
  /** The name that a new entry would have. */
  name: string;
  onGiven: (entryId: string) => void;
}) {
  const { editionId, kind, from, uses } = props;
  const { one } = registerWords[kind];
  const [chosen, setChosen] = useState<NamesAnswer['suggested'][number] | undefined>(props.suggested?.[0]);
  const give = useRegisterChange(
    (to: MoveRequest['to']) =>
      moveNames(editionId, {
        kind,
        from,
        to,
        uses: uses.map(({ letterId, place, words }) => ({ letterId, place, words })),
      }),
    () => `${counted(uses.length, 'name')} given.`,
    props.onGiven,
  );
  return (
    <form
      className="form card give"
      aria-label="Give the chosen names"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) give.mutate({ id: chosen.id });
      }}
    >
      <EntryChooser
        editionId={editionId}
        kind={kind}
        label={`Give ${counted(uses.length, 'chosen name')} to`}
        {...(from === null ? {} : { not: from })}
        {...(props.suggested ? { suggested: props.suggested } : {})}
        chosen={chosen}
        onChoose={setChosen}
      />
      <FormFault error={give.error} />
      <div className="do">
        <button
          type="submit"
          className="btn primary"
          disabled={!chosen || uses.length === 0 || give.isPending}
        >
          Give
        </button>
        <button
          type="button"
          className="btn"
          disabled={uses.length === 0 || give.isPending}
          onClick={() => give.mutate({ name: props.name })}
        >
          Give to a new {one}, “{props.name}”
        </button>
      </div>
    </form>
  );
}
