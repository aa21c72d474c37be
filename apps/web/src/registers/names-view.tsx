import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getNames, type RegisterKind } from '../api/registers.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { GiveNames } from './give-names.js';
import { keyOfUse, UseList } from './use-list.js';

/** A name that stands for nobody yet, with every place that has it. */
export function NamesView(props: {
  editionId: string;
  kind: RegisterKind;
  words: string;
  mayEdit: boolean;
  onOpen: (entryId: string) => void;
}) {
  const { editionId, kind, words } = props;
  const names = useQuery({
    queryKey: ['register', editionId, kind, 'names', words],
    queryFn: () => getNames(editionId, kind, words),
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const uses = names.data?.uses ?? [];
  const chosen = uses.filter((use) => !left.has(keyOfUse(use)));
  return (
    <section className="mid" aria-label="Name" data-pane="">
      <h2>{words}</h2>
      <p className="quiet">Nobody has said yet who or what this is.</p>
      {names.isPending ? <GreyLines count={4} label="Looking for the name" /> : null}
      {names.isError ? (
        <Failure
          what="The name could not be looked for."
          safe="The letters are as they were."
          error={names.error}
          onRetry={() => names.refetch()}
        />
      ) : null}
      {names.data ? (
        <>
          {props.mayEdit && uses.length > 0 ? (
            <GiveNames
              editionId={editionId}
              kind={kind}
              from={null}
              uses={chosen}
              suggested={names.data.suggested}
              name={words}
              onGiven={props.onOpen}
            />
          ) : null}
          <UseList
            uses={uses}
            total={names.data.total}
            chosen={new Set(chosen.map(keyOfUse))}
            onChoose={
              props.mayEdit
                ? (wanted) => setLeft(new Set(uses.map(keyOfUse).filter((key) => !wanted.has(key))))
                : undefined
            }
          />
        </>
      ) : null}
    </section>
  );
}
