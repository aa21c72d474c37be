import type { MemberAnswer } from '@chancery/server/api';
import type { Role } from '@chancery/workflow';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { issueSignInLink, putRole, removeMember } from '../api/people.js';
import { announce } from '../app/announce.js';
import { initials } from '../app/person.js';
import { whenChanged } from '../letters/when-changed.js';
import { FormFault } from '../sign-in/form-fault.js';
import { AskInPlace } from './ask-in-place.js';
import { focusPage } from './focus-page.js';
import type { MadeLink } from './link-box.js';
import { roleName } from './role-name.js';
import { RoleSelect } from './role-select.js';

/** What was asked for and waits for a yes. */
type Asked = { readonly act: 'change'; readonly role: Role } | { readonly act: 'remove' };

/** One member. Another role, and a removal, are asked for once more in the row. */
export function MemberRow(props: {
  editionId: string;
  member: MemberAnswer;
  mayManage: boolean;
  isSelf: boolean;
  onLink: (made: MadeLink) => void;
}) {
  const { editionId, member, mayManage, isSelf } = props;
  const { id, name } = member;
  const queries = useQueryClient();
  const row = useRef<HTMLTableRowElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const changed = () => queries.invalidateQueries({ queryKey: ['members', editionId] });
  const doing = useMutation({
    mutationFn: (what: Asked) =>
      what.act === 'change' ? putRole(editionId, id, what.role) : removeMember(editionId, id),
    onSuccess: async (_, what) => {
      announce(what.act === 'change' ? `${name} is ${roleName(what.role)} now.` : `${name} was removed.`);
      leave();
      await changed();
      if (what.act === 'remove') focusPage();
    },
  });
  const linking = useMutation({
    mutationFn: () => issueSignInLink(editionId, id),
    onSuccess: (issued) => props.onLink({ issued, who: name, kind: 'sign-in' }),
  });

  /** The question is answered: the focus goes back to the row. */
  function leave(): void {
    setAsked(undefined);
    row.current?.querySelector<HTMLElement>('select')?.focus();
  }

  const columns = mayManage ? 5 : 3;
  const fault = doing.error ?? linking.error;
  return (
    <>
      <tr ref={row}>
        <th scope="row">
          <span className="who">
            <span className="av" aria-hidden="true">
              {initials(name)}
            </span>
            <span>
              {name}
              {isSelf ? <span className="quiet"> (you)</span> : null}
              {member.email === null ? null : <span className="quiet email">{member.email}</span>}
            </span>
          </span>
        </th>
        <td>
          {mayManage && !isSelf ? (
            <RoleSelect
              label={`Role of ${name}`}
              value={asked?.act === 'change' ? asked.role : member.role}
              onChange={(role) => {
                doing.reset();
                setAsked(role === member.role ? undefined : { act: 'change', role });
              }}
            />
          ) : (
            roleName(member.role)
          )}
        </td>
        <td className="quiet since">{whenChanged(member.since)}</td>
        {mayManage ? (
          <>
            <td className="quiet">{member.lastSeenAt === null ? 'never' : whenChanged(member.lastSeenAt)}</td>
            <td className="acts">
              {isSelf ? null : (
                <>
                  <button
                    type="button"
                    className="btn small"
                    aria-label={`Sign-in link for ${name}`}
                    onClick={() => (linking.isPending ? undefined : linking.mutate())}
                  >
                    Sign-in link
                  </button>
                  <button
                    type="button"
                    className="btn small ghost"
                    aria-label={`Remove ${name}`}
                    onClick={() => {
                      doing.reset();
                      setAsked({ act: 'remove' });
                    }}
                  >
                    Remove
                  </button>
                </>
              )}
            </td>
          </>
        ) : null}
      </tr>
      {asked || fault ? (
        <tr className="asked">
          <td colSpan={columns}>
            {asked ? (
              <AskInPlace
                question={question(asked, member)}
                yes={asked.act === 'change' ? `Make ${roleName(asked.role)}` : `Remove ${name}`}
                no={asked.act === 'change' ? `Keep ${roleName(member.role)}` : 'Keep'}
                busy={doing.isPending}
                takesFocus={asked.act === 'remove'}
                onYes={() => doing.mutate(asked)}
                onNo={leave}
              />
            ) : null}
            <FormFault error={fault} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function question(asked: Asked, { name, role }: MemberAnswer): string {
  return asked.act === 'change'
    ? `${name} is ${roleName(role)}. Make them ${roleName(asked.role)}?`
    : `Remove ${name}? They are shut out at once. What they did stays, under their name; letters that wait for them wait for nobody.`;
}
