import type { MemberAnswer } from '@chancery/server/api';
import type { MadeLink } from './link-box.js';
import { MemberRow } from './member-row.js';

/** The members of an edition, each with what a chief editor may change about them. */
export function MembersTable(props: {
  editionId: string;
  members: readonly MemberAnswer[];
  mayManage: boolean;
  ownId: string | undefined;
  onLink: (made: MadeLink) => void;
}) {
  const { mayManage } = props;
  return (
    <div className="people-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" className="since">
              Member since
            </th>
            {mayManage ? (
              <>
                <th scope="col">Last seen</th>
                <th scope="col">
                  <span className="sr">What can be done</span>
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {props.members.map((member) => (
            <MemberRow
              key={member.id}
              editionId={props.editionId}
              member={member}
              mayManage={mayManage}
              isSelf={member.id === props.ownId}
              onLink={props.onLink}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
