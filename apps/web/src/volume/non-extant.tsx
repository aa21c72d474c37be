import type { VolumeFacts } from '@chancery/server/api';
import { useState } from 'react';
import { announce } from '../app/announce.js';
import { NonExtantForm } from './non-extant-form.js';
import type { ArrangeVolume } from './use-volume-facts.js';

type Message = VolumeFacts['nonExtant'][number];

/** The register of messages that are known of and were not found, each with its evidence. */
export function NonExtant({ facts, arrange }: { facts: VolumeFacts; arrange: ArrangeVolume }) {
  const [open, setOpen] = useState<number | 'new'>();

  async function enter(index: number | undefined, value: Omit<Message, 'id'> | null): Promise<void> {
    const after = await arrange({
      change: 'non-extant',
      ...(index === undefined ? {} : { index }),
      value,
    });
    if (!after) return;
    setOpen(undefined);
    announce(value === null ? 'The entry is taken out.' : 'The message is entered.');
  }

  return (
    <section aria-labelledby="non-extant-heading">
      <h2 id="non-extant-heading">Messages not found</h2>
      {facts.nonExtant.length === 0 ? (
        <p className="quiet">
          None entered. Messages that are known of and were not found are listed here with their evidence, and
          print in the back matter.
        </p>
      ) : null}
      <ul className="not-found">
        {facts.nonExtant.map((message, index) => (
          <li key={message.id ?? index} className="card it">
            {open === index ? (
              <NonExtantForm
                message={message}
                persons={facts.persons}
                dateStyle={facts.dateStyle}
                onSave={(value) => enter(index, value)}
                onCancel={() => setOpen(undefined)}
              />
            ) : (
              <>
                <p>
                  <strong>{headingOf(message)}</strong>
                </p>
                <p>{message.evidence}</p>
                {facts.mayArrange ? (
                  <div className="do">
                    <button type="button" className="btn small" onClick={() => setOpen(index)}>
                      Change<span className="sr"> {headingOf(message)}</span>
                    </button>
                    <button type="button" className="btn small ghost" onClick={() => void enter(index, null)}>
                      Take out<span className="sr"> {headingOf(message)}</span>
                    </button>
                  </div>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <div className="card it">
          <NonExtantForm
            message={undefined}
            persons={facts.persons}
            dateStyle={facts.dateStyle}
            onSave={(value) => enter(undefined, value)}
            onCancel={() => setOpen(undefined)}
          />
        </div>
      ) : facts.mayArrange ? (
        <button type="button" className="btn small" onClick={() => setOpen('new')}>
          Enter a message
        </button>
      ) : null}
    </section>
  );
}

function headingOf({ senders, addressees, date }: Message): string {
  const names = (people: Message['senders']) => people.map(({ name }) => name).join(' and ');
  const to = addressees.length === 0 ? '' : ` to ${names(addressees)}`;
  return `${names(senders) || 'Somebody'}${to}${date ? `, ${date.printed}` : ''}`;
}
