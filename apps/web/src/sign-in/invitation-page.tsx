import type { InvitationView } from '@chancery/server/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { acceptInvitation, getInvitation } from '../api/account.js';
import { useSession } from '../api/use-session.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { roleName } from '../people/role-name.js';
import { leave, personChanged } from './change-person.js';
import { Field } from './field.js';
import { filledIn } from './filled-in.js';
import { FormFault } from './form-fault.js';
import { PasswordField } from './password-field.js';
import { SignInForm } from './sign-in-form.js';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/** An invitation, for whoever has followed its link: what it is to, and how to accept. */
export function InvitationPage() {
  const session = useSession();
  // Behind the number sign: no server and no other site is ever sent it.
  const [token] = useState(() => location.hash.slice(1));
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => getInvitation(token),
    retry: false,
  });
  useTitle('Invitation');
  const { data } = invitation;
  return (
    <main id="main" className="plain-page">
      <p className="mark">Chancery</p>
      {invitation.isPending || session.isPending ? (
        <GreyLines count={4} label="Opening the invitation" />
      ) : null}
      {invitation.isError ? (
        <>
          <h1>This invitation leads nowhere</h1>
          <FormFault error={invitation.error} />
          <p>
            <a href="/sign-in">Sign in</a>
          </p>
        </>
      ) : null}
      {data && !session.isPending ? (
        <>
          <h1>{data.invitedBy ?? 'Somebody who has left'} invites you</h1>
          <p>
            to work on <i>{data.edition}</i> as <b>{roleName(data.role)}</b>. The invitation holds until{' '}
            {day.format(new Date(data.expiresAt))}.
          </p>
          <Accept token={token} invitation={data} who={session.data?.name} />
        </>
      ) : null}
    </main>
  );
}

function Accept({
  token,
  invitation,
  who,
}: {
  token: string;
  invitation: InvitationView;
  who: string | undefined;
}) {
  const [hasAccount, setHasAccount] = useState(invitation.hasAccount);
  const navigate = useNavigate();
  const accepting = useMutation({
    mutationFn: async (form: HTMLFormElement | undefined) => {
      const newPerson = form && {
        name: filledIn(form, 'name'),
        email: invitation.email ?? filledIn(form, 'email'),
        password: filledIn(form, 'password'),
      };
      const editionId = await acceptInvitation(token, newPerson ?? null);
      await personChanged();
      await navigate({ to: '/volumes/$editionId', params: { editionId } });
    },
  });
  if (who !== undefined) {
    return (
      <div className="form">
        <FormFault error={accepting.error} />
        <button
          type="button"
          className="btn primary"
          aria-disabled={accepting.isPending}
          onClick={() => (accepting.isPending ? undefined : accepting.mutate(undefined))}
        >
          Join as {who}
        </button>
        <p className="quiet">
          Not you?{' '}
          <button type="button" className="btn small ghost" onClick={() => void leave()}>
            Sign out
          </button>
        </p>
      </div>
    );
  }
  if (hasAccount) {
    return (
      <>
        <p>
          {invitation.hasAccount
            ? `There is an account for ${invitation.email}. Sign in, and join with it.`
            : 'Sign in, and join with your account.'}
        </p>
        <SignInForm email={invitation.email} />
        {invitation.hasAccount ? null : (
          <button type="button" className="btn small ghost" onClick={() => setHasAccount(false)}>
            I have no account yet
          </button>
        )}
      </>
    );
  }
  return (
    <>
      <form
        className="form"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          if (!accepting.isPending) accepting.mutate(event.currentTarget);
        }}
      >
        <Field
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={invitation.name}
          hint="As your colleagues see it beside your work."
        />
        <Field
          label="Email address"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={invitation.email ?? ''}
          readOnly={invitation.email !== null}
          hint="You sign in with it."
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          hint="At least 12 signs. Four words that nobody would say together do well."
        />
        <FormFault error={accepting.error} />
        <button type="submit" className="btn primary" aria-disabled={accepting.isPending}>
          Join the edition
        </button>
      </form>
      <button type="button" className="btn small ghost" onClick={() => setHasAccount(true)}>
        I have an account here already
      </button>
    </>
  );
}
