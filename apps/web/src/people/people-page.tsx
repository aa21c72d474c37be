import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getInvitations, getMembers } from '../api/people.js';
import { useSession } from '../api/use-session.js';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { counted } from '../letters/counted.js';
import { Invitations } from './invitations.js';
import { InviteForm } from './invite-form.js';
import { LinkBox, type MadeLink } from './link-box.js';
import { MembersTable } from './members-table.js';

/** Who works on the volume: members with their roles, invitations, and for chief editors the means to change them. */
export function PeoplePage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/people' });
  const volume = useVolume(editionId);
  const session = useSession();
  const mayManage = volume.data?.mayManageMembers ?? false;
  const members = useQuery({ queryKey: ['members', editionId], queryFn: () => getMembers(editionId) });
  const invitations = useQuery({
    queryKey: ['invitations', editionId],
    queryFn: () => getInvitations(editionId),
    enabled: mayManage,
  });
  const [made, setMade] = useState<MadeLink>();
  useTitle(volume.data ? `People – ${volume.data.label}` : 'People');
  const failed = [members, invitations].find((query) => query.isError);
  return (
    <main id="main" className="people-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>People</h1>
          <p className="quiet">
            {members.data
              ? [
                  counted(members.data.length, 'member'),
                  invitations.data?.length ? counted(invitations.data.length, 'open invitation') : '',
                ]
                  .filter(Boolean)
                  .join(', ')
              : ' '}
          </p>
        </div>
      </div>
      {members.isPending ? <GreyLines count={5} label="Opening the list of members" /> : null}
      {failed ? (
        <Failure
          what="The people could not be loaded."
          safe="Nothing was changed."
          error={failed.error}
          onRetry={() => failed.refetch()}
        />
      ) : null}
      {made ? <LinkBox made={made} onDone={() => setMade(undefined)} /> : null}
      {members.data ? (
        <div className="people-grid">
          <div>
            <section aria-labelledby="members-heading">
              <h2 id="members-heading">Members</h2>
              <MembersTable
                editionId={editionId}
                members={members.data}
                mayManage={mayManage}
                ownId={session.data?.id}
                onLink={setMade}
              />
            </section>
            {invitations.data && invitations.data.length > 0 ? (
              <section aria-labelledby="invitations-heading">
                <h2 id="invitations-heading">
                  Invitations <span className="quiet">not yet accepted</span>
                </h2>
                <Invitations editionId={editionId} invitations={invitations.data} onLink={setMade} />
              </section>
            ) : null}
          </div>
          {mayManage ? <InviteForm editionId={editionId} onLink={setMade} /> : null}
        </div>
      ) : null}
    </main>
  );
}
