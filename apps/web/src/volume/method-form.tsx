import type { VolumeFacts } from '@chancery/server/api';
import { draftMethod } from '@chancery/tei';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { getEmendations } from '../api/emendations.js';
import { announce } from '../app/announce.js';
import { Tick } from '../desk/metadata-fields.js';
import { kindOf } from '../emendations/emendation-words.js';
import { FormFault } from '../sign-in/form-fault.js';
import type { SetVolume } from './use-volume-facts.js';

const parts = [
  ['method', 'Print the editorial method'],
  ['emendations', 'Print the list of emendations'],
  ['index', 'Print the index of names'],
  ['imprint', 'Print the imprint, behind the title page'],
  ['colophon', 'Print the colophon'],
] as const;

/** The statement of editorial method: written from the policies and from what the letters hold, and reworded by hand. */
export function MethodForm(props: { editionId: string; facts: VolumeFacts; set: SetVolume }) {
  const { facts } = props;
  const id = useId();
  const [method, setMethod] = useState(facts.method.join('\n\n'));
  const [generated, setGenerated] = useState<VolumeFacts['generated']>(facts.generated);
  const draft = useMutation({
    mutationFn: async () => {
      const { kinds } = await getEmendations(props.editionId, undefined);
      const held = Object.entries(kinds).flatMap(([name, count]) => (count > 0 ? (kindOf(name) ?? []) : []));
      const silent = facts.settings.silentCorrections.map(({ statement }) => statement);
      return draftMethod(silent, held);
    },
    onSuccess: (paragraphs) => {
      setMethod(paragraphs.join('\n\n'));
      announce('The statement is written. Read it, and save it.');
    },
  });

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const paragraphs = method
      .split(/\n\s*\n/)
      .map((each) => each.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean);
    const saved = await props.set(() => ({ method: paragraphs, generated }));
    if (saved) announce('The statement is saved.');
  }

  return (
    <section aria-labelledby="method-heading">
      <h2 id="method-heading">Statement of method</h2>
      <form className="form card method" onSubmit={save}>
        <fieldset disabled={!facts.maySet}>
          <legend className="sr">Statement of method</legend>
          <div className="form-field">
            <label htmlFor={`${id}-method`}>What readers are told, an empty line between paragraphs</label>
            <textarea
              id={`${id}-method`}
              className="field"
              rows={8}
              maxLength={60_000}
              value={method}
              onChange={({ target }) => setMethod(target.value)}
            />
          </div>
          {facts.maySet ? (
            <button type="button" className="btn" disabled={draft.isPending} onClick={() => draft.mutate()}>
              Write it from the policies
            </button>
          ) : null}
          {parts.map(([part, label]) => (
            <Tick
              key={part}
              label={label}
              checked={generated.includes(part)}
              onChange={(isPrinted) =>
                setGenerated(
                  parts
                    .map(([each]) => each)
                    .filter((each) => (each === part ? isPrinted : generated.includes(each))),
                )
              }
            />
          ))}
        </fieldset>
        <FormFault error={draft.error} />
        {facts.maySet ? (
          <button type="submit" className="btn primary">
            Save the statement
          </button>
        ) : null}
      </form>
    </section>
  );
}
