import type { InvitationAnswer } from '@chancery/server/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renewInvitation, revokeInvitation } from '../api/people.js';
import { announce } from '../app/announce.js';
import { Icon } from '../app/icon.js';
import { whenChanged } from '../letters/when-changed.js';
import { FormFault } from '../sign-in/form-fault.js';
import { AskInPlace } from './ask-in-place.js';
import { focusPage } from './focus-page.js';
import type { MadeLink } from './link-box.js';
import { roleName } from './role-name.js';

/** Invitations that nobody has accepted: how they stand, and the means to send them again or take them back. */
export function Invitations(props: {
  editionId: string;
  invitations: readonly InvitationAnswer[];
  onLink: (made: MadeLink) => void;
}) {
  return (
    <ul className="card rows">
      {props.invitations.map((invitation) => (
        <InvitationRow
          key={invitation.id}
          editionId={props.editionId}
          invitation={invitation}
          onLink={props.onLink}
        />
      ))}
    </ul>
  );
}

function InvitationRow(props: {
  editionId: string;
  invitation: InvitationAnswer;
  onLink: (made: MadeLink) => void;
}) {
  const { editionId, invitation } = props;
  const { id, name } = invitation;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const changed = () => queries.invalidateQueries({ queryKey: ['invitations', editionId] });
  const renewing = useMutation({
    mutationFn: () => renewInvitation(editionId, id),
    onSuccess: async (issued) => {
      props.onLink({ issued, who: name, kind: 'invitation' });
      await changed();
    },
  });
  const revoking = useMutation({
    mutationFn: () => revokeInvitation(editionId, id),
    onSuccess: async () => {
      announce(`The invitation of ${name} was taken back.`);
      await changed();
      focusPage();
    },
  });
  return (
    <li>
      <div>
        <b>{name}</b>, {roleName(invitation.role)}
        {invitation.email === null ? null : <span className="quiet email">{invitation.email}</span>}
        <p className="quiet">
          Invited: {whenChanged(invitation.createdAt)}, by {invitation.invitedBy ?? 'somebody who has left'}
        </p>
      </div>
      <State invitation={invitation} />
      {asked ? (
        <AskInPlace
          question={`Take the invitation of ${name} back?`}
          yes="Take back"
          no="Keep"
          busy={revoking.isPending}
          takesFocus
          onYes={() => revoking.mutate()}
          onNo={() => setAsked(false)}
        />
      ) : (
        <div className="do">
          <button
            type="button"
            className="btn small"
            aria-label={`Send again: the invitation of ${name}`}
            onClick={() => (renewing.isPending ? undefined : renewing.mutate())}
          >
            Send again
          </button>
          <button
            type="button"
            className="btn small ghost"
            aria-label={`Take back: the invitation of ${name}`}
            onClick={() => setAsked(true)}
          >
            Take back
          </button>
        </div>
      )}
      <FormFault error={renewing.error ?? revoking.error} />
    </li>
  );
}

function State({ invitation }: { invitation: InvitationAnswer }) {
  return invitation.state === 'expired' ? (
    <span className="st warn">
      <Icon name="warning" />
      Ran out: {whenChanged(invitation.expiresAt)}
    </span>
  ) : (
    <span className="st wait">
      <Icon name="ring" />
      Open until {whenChanged(invitation.expiresAt)}
    </span>
  );
}
