import type { ReadingEntry } from '@chancery/server/api';
import { copyNames, methodNames, readingCopies, readingMethods } from '@chancery/workflow';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { getMembers } from '../api/client.js';
import { useSession } from '../api/use-session.js';
import { Choices } from '../app/choices.js';

/** A reading that says nothing particular yet. */
export const plainReading: ReadingEntry = {
  method: 'single',
  copy: 'original',
  partnerId: null,
  changes: '',
};

/** Whether it is not said yet with whom a reading of two people was made. */
export function wantsPartner({ method, partnerId }: ReadingEntry): boolean {
  return method !== 'single' && partnerId === null;
}

/** How a reading was made: against what, in which way, with whom, and what was changed on account of it. */
export function ReadingFields(props: {
  editionId: string;
  reading: ReadingEntry;
  onChange: (reading: ReadingEntry) => void;
  /** Where the way of reading is known, it is not asked. */
  fixedMethod?: boolean;
}) {
  const { reading, onChange, editionId } = props;
  const id = useId();
  const me = useSession().data?.id;
  const members = useQuery({ queryKey: ['members', editionId], queryFn: () => getMembers(editionId) });
  const others = (members.data ?? []).filter((each) => each.id !== me && each.role !== 'reader');
  return (
    <>
      <p>
        <label htmlFor={`${id}copy`}>Against</label>
        <select
          id={`${id}copy`}
          className="field"
          value={reading.copy}
          onChange={(event) => {
            const copy = readingCopies.find((each) => each === event.target.value);
            if (copy) onChange({ ...reading, copy });
          }}
        >
          <Choices of={readingCopies.map((copy) => [copy, copyNames[copy]])} />
        </select>
      </p>
      {props.fixedMethod ? null : (
        <p>
          <label htmlFor={`${id}method`}>Read</label>
          <select
            id={`${id}method`}
            className="field"
            value={reading.method}
            onChange={(event) => {
              const method = readingMethods.find((each) => each === event.target.value);
              if (method)
                onChange({ ...reading, method, partnerId: method === 'single' ? null : reading.partnerId });
            }}
          >
            <Choices of={readingMethods.map((method) => [method, methodNames[method]])} />
          </select>
        </p>
      )}
      {reading.method === 'single' ? null : (
        <p>
          <label htmlFor={`${id}partner`}>With</label>
          <select
            id={`${id}partner`}
            className="field"
            value={reading.partnerId ?? ''}
            onChange={(event) => onChange({ ...reading, partnerId: event.target.value || null })}
          >
            <option value="">choose</option>
            <Choices of={others.map(({ id: person, name }) => [person, name])} />
          </select>
        </p>
      )}
      <p>
        <label htmlFor={`${id}changes`}>What was changed on account of it</label>
        <textarea
          id={`${id}changes`}
          className="field"
          rows={2}
          maxLength={4_000}
          value={reading.changes}
          onChange={(event) => onChange({ ...reading, changes: event.target.value })}
        />
      </p>
    </>
  );
}
