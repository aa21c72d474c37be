import type { EntryFactsJson } from '@chancery/server/api';
import { addEntry, type RegisterKind } from '../api/registers.js';
import { EntryForm } from './entry-form.js';
import { registerWords } from './register-words.js';
import { useRegisterChange } from './use-registers.js';

/** A new entry, to be filled in. */
export function NewEntry(props: {
  editionId: string;
  kind: RegisterKind;
  name: string;
  onMade: (entryId: string) => void;
  onCancel: () => void;
}) {
  const { editionId, kind, name } = props;
  const { one } = registerWords[kind];
  const add = useRegisterChange(
    (facts: EntryFactsJson) => addEntry(editionId, kind, facts),
    () => 'The entry is made.',
    props.onMade,
  );
  return (
    <section className="mid" aria-label="Entry" data-pane="">
      <h2>New {one}</h2>
      <EntryForm
        kind={kind}
        facts={{ names: name === '' ? [] : [name], authorityIds: [] }}
        takesFocus
        busy={add.isPending}
        error={add.error}
        save="Make the entry"
        onSave={(facts) => add.mutate(facts)}
        onCancel={props.onCancel}
      />
    </section>
  );
}
