import type { EditionSchemas } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { getSchemas, putSchemas } from '../api/client.js';
import { Icon } from '../app/icon.js';

const kinds = [
  { kind: 'rng', name: 'Grammar', ours: 'letters.rng', what: 'RELAX NG (XML syntax)', accept: '.rng,.xml' },
  { kind: 'sch', name: 'Rules', ours: 'letters.sch', what: 'Schematron', accept: '.sch,.xml' },
] as const;

/** What letters are checked against: Chancery’s schemas, or the edition’s own, which its chief editor may give. */
export function SchemasPanel({ editionId, maySet }: { editionId: string; maySet: boolean }) {
  const key = ['schemas', editionId];
  const queries = useQueryClient();
  const schemas = useQuery({ queryKey: key, queryFn: () => getSchemas(editionId) });
  const setting = useMutation({
    mutationFn: (now: EditionSchemas) => putSchemas(editionId, now),
    onSuccess: (now) => {
      queries.setQueryData(key, now);
      return queries.invalidateQueries({ queryKey: ['volume', editionId] });
    },
  });
  const { data } = schemas;
  return (
    <section aria-labelledby="schemas-heading">
      <h2 id="schemas-heading">Checked against</h2>
      <div className="card build schemas" aria-busy={setting.isPending}>
        {data
          ? kinds.map(({ kind, ...rest }) => (
              <SchemaRow
                key={kind}
                {...rest}
                own={data[kind] !== null}
                maySet={maySet && !setting.isPending}
                onSet={(text) => setting.mutate({ ...data, [kind]: text })}
              />
            ))
          : null}
        <div role="status">
          {setting.isPending ? <p className="quiet">Trying the schema …</p> : null}
          {setting.isSuccess ? (
            <p className="st ok">
              <Icon name="check" />
              Taken. Every letter is being checked anew.
            </p>
          ) : null}
        </div>
        {setting.isError || schemas.isError ? (
          <div role="alert">
            <p className="st err">
              <Icon name="error" />
              {setting.isError ? 'The schema was not taken.' : 'The schemas could not be loaded.'}
            </p>
            <p className="reason">{(setting.error ?? schemas.error)?.message}</p>
            <p className="quiet">The edition keeps what it had.</p>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function SchemaRow(props: {
  name: string;
  ours: string;
  what: string;
  accept: string;
  own: boolean;
  maySet: boolean;
  onSet: (text: string | null) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const label = useId();
  return (
    <div className="schema">
      <p id={label}>
        <b>{props.name}</b>: {props.own ? 'the edition’s own' : <>Chancery’s {props.ours}</>}{' '}
        <span className="quiet schema-kind">{props.what}</span>
      </p>
      {props.maySet ? (
        <div className="do">
          <input
            ref={file}
            type="file"
            hidden
            accept={props.accept}
            onChange={async (event) => {
              const [chosen] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (chosen) props.onSet(await chosen.text());
            }}
          />
          <button
            type="button"
            className="btn small"
            aria-describedby={label}
            onClick={() => file.current?.click()}
          >
            {props.own ? 'Replace' : 'Give our own'}
          </button>
          {props.own ? (
            <button
              type="button"
              className="btn small ghost"
              aria-describedby={label}
              onClick={() => props.onSet(null)}
            >
              Use Chancery’s
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
