import type { IssuedLink } from '@chancery/server/api';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../app/icon.js';

/** A link that was just made: what it does, and for whom. */
export interface MadeLink {
  readonly issued: IssuedLink;
  readonly who: string;
  readonly kind: 'invitation' | 'sign-in';
}

const what = {
  invitation: {
    title: 'Invitation for',
    does: 'Whoever follows it first joins the edition, within two weeks.',
  },
  'sign-in': {
    title: 'Sign-in link for',
    does: 'Whoever follows it first is signed in as them, within twelve hours.',
  },
} as const;

/** Shows a new link, this once, to be copied; or says where it was sent. */
export function LinkBox({ made, onDone }: { made: MadeLink; onDone: () => void }) {
  const { issued, who, kind } = made;
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    setCopied(false);
    // It was asked for a moment ago, and what is to be done next is here.
    (issued.link === null ? box : field).current?.focus();
    field.current?.select();
  }, [issued]);
  return (
    <section className="link-box" aria-labelledby="link-heading" ref={box} tabIndex={-1}>
      <h2 id="link-heading">
        {what[kind].title} {who}
      </h2>
      {issued.mailedTo ? (
        <p className="st ok">
          <Icon name="check" />
          Sent to {issued.mailedTo}.
        </p>
      ) : null}
      {issued.mailFault ? (
        <p className="st warn">
          <Icon name="warning" />
          It could not be sent. {issued.mailFault}
        </p>
      ) : null}
      {issued.link === null ? null : (
        <>
          <p>Give them this link yourself. It is shown this once. {what[kind].does}</p>
          <div className="do">
            <input
              className="field"
              ref={field}
              readOnly
              aria-label="Link"
              value={issued.link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <button
              type="button"
              className="btn primary"
              onClick={() => {
                field.current?.select();
                void navigator.clipboard?.writeText(issued.link ?? '').then(() => setCopied(true));
              }}
            >
              Copy
            </button>
          </div>
        </>
      )}
      <p role="status">{copied ? 'Copied.' : ''}</p>
      <button type="button" className="btn small ghost" onClick={onDone}>
        Done
      </button>
    </section>
  );
}
