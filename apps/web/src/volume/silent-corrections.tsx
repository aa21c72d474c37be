import type { VolumeFacts } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useRef, useState } from 'react';
import { announce } from '../app/announce.js';
import { Tick } from '../desk/metadata-fields.js';
import { mayReplace } from '../search/search-page.js';
import type { SetVolume } from './use-volume-facts.js';

type Policy = VolumeFacts['settings']['silentCorrections'][number];

const none: Policy = { statement: '', find: '', how: 'exact', by: '' };

/**
 * What the edition corrects without a mark in the text, as policies: each can be looked at in all letters before it is applied,
 * and stands in the statement of method.
 */
export function SilentCorrections(props: {
  editionId: string;
  role: string;
  facts: VolumeFacts;
  set: SetVolume;
}) {
  const { editionId, facts } = props;
  const { silentCorrections: policies } = facts.settings;
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);

  async function save(next: readonly Policy[], said: string): Promise<boolean> {
    const saved = await props.set((now) => ({
      settings: { ...now.settings, silentCorrections: [...next] },
    }));
    if (saved) announce(said);
    return saved !== undefined;
  }

  function close(): void {
    setAdding(false);
    // The button is back with the next drawing.
    requestAnimationFrame(() => add.current?.focus());
  }

  return (
    <section aria-labelledby="silent-heading">
      <h2 id="silent-heading">Silent corrections</h2>
      <p className="quiet">
        Made without a mark in the text, and told of in the statement of method. Applying one suggests it in
        all letters.
      </p>
      <ul className="card policies">
        {policies.map((policy, index) => (
          <li key={`${policy.statement} ${policy.find}`}>
            <p>
              <strong>{policy.statement}</strong>
            </p>
            <p className="becomes">
              <code>{visible(policy.find)}</code> becomes <code>{visible(policy.by)}</code>
              {policy.how === 'regex' ? <span className="quiet"> regular expression</span> : null}
            </p>
            <p className="acts">
              {mayReplace({ role: props.role }) ? (
                <Link
                  className="btn small"
                  to="/volumes/$editionId/search"
                  params={{ editionId }}
                  search={{
                    q: policy.find,
                    how: policy.how,
                    by: policy.by,
                    capitals: true,
                    accents: true,
                    not: 'metadata',
                    why: policy.statement,
                  }}
                  aria-label={`Preview and apply: ${policy.statement}`}
                >
                  Preview and apply
                </Link>
              ) : null}
              {facts.maySet ? (
                <button
                  type="button"
                  className="btn small ghost"
                  aria-label={`Remove: ${policy.statement}`}
                  onClick={() =>
                    void save(policies.toSpliced(index, 1), 'The policy is removed.').then(close)
                  }
                >
                  Remove
                </button>
              ) : null}
            </p>
          </li>
        ))}
        {policies.length === 0 ? <li className="quiet">Nothing is corrected silently.</li> : null}
      </ul>
      {adding ? (
        <PolicyForm
          onSave={async (policy) => {
            if (await save([...policies, policy], 'The policy is saved.')) close();
          }}
          onCancel={close}
        />
      ) : facts.maySet ? (
        <button type="button" className="btn" ref={add} onClick={() => setAdding(true)}>
          Add a policy
        </button>
      ) : null}
    </section>
  );
}

/** White space is shown, so that a rule of blanks can be read. */
function visible(words: string): string {
  return words === '' ? 'nothing' : words.replaceAll(' ', '␣');
}

function PolicyForm(props: { onSave: (policy: Policy) => Promise<void>; onCancel: () => void }) {
  const id = useId();
  const [policy, setPolicy] = useState(none);
  const put = (part: Partial<Policy>): void => setPolicy({ ...policy, ...part });
  return (
    <form
      className="form card"
      aria-label="A policy of silent correction"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void props.onSave(policy);
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? props.onCancel() : undefined)}
    >
      <div className="form-field">
        <label htmlFor={`${id}-statement`}>What is corrected, in a sentence</label>
        <input
          id={`${id}-statement`}
          className="field"
          required
          maxLength={500}
          // Whoever asks for the form begins to write.
          ref={(field) => {
            if (field && policy === none) field.focus();
          }}
          value={policy.statement}
          onChange={({ target }) => put({ statement: target.value })}
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-find`}>Find</label>
        <input
          id={`${id}-find`}
          className="field"
          required
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          value={policy.find}
          onChange={({ target }) => put({ find: target.value })}
        />
      </div>
      <Tick
        label="As a regular expression"
        checked={policy.how === 'regex'}
        onChange={(isRegex) => put({ how: isRegex ? 'regex' : 'exact' })}
      />
      <div className="form-field">
        <label htmlFor={`${id}-by`}>It becomes</label>
        <input
          id={`${id}-by`}
          className="field"
          maxLength={1_000}
          spellCheck={false}
          autoComplete="off"
          value={policy.by}
          onChange={({ target }) => put({ by: target.value })}
        />
      </div>
      <p className="acts">
        <button type="submit" className="btn primary">
          Save the policy
        </button>
        <button type="button" className="btn ghost" onClick={props.onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
