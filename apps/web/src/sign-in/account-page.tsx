import type { AccountAnswer } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  connectOidc,
  endSession,
  getAccount,
  putAccount,
  putPassword,
  signOutEverywhere,
} from '../api/account.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { whenChanged } from '../letters/when-changed.js';
import { browserName } from './browser-name.js';
import { leave, personChanged } from './change-person.js';
import { Field } from './field.js';
import { filledIn } from './filled-in.js';
import { FormFault } from './form-fault.js';
import { PasswordField } from './password-field.js';

const key = ['account'];

/** One’s own account: name and address, password, and where one is signed in. */
export function AccountPage() {
  const account = useQuery({ queryKey: key, queryFn: getAccount });
  const [refusal] = useState(() => new URLSearchParams(location.search).get('error'));
  useTitle('Account');
  return (
    <main id="main" className="account-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{account.data?.person.email ?? ' '}</p>
          <h1>{account.data?.person.name ?? ' '}</h1>
        </div>
      </div>
      {account.isPending ? <GreyLines count={5} label="Opening the account" /> : null}
      {account.isError ? (
        <Failure
          what="The account could not be loaded."
          safe="Nothing was changed."
          error={account.error}
          onRetry={() => account.refetch()}
        />
      ) : null}
      {account.data ? (
        <div className="account-grid">
          <div>
            <NameForm account={account.data} />
            <PasswordForm account={account.data} />
          </div>
          <div>
            <Sessions account={account.data} />
            <Provider account={account.data} refusal={refusal} />
          </div>
        </div>
      ) : null}
    </main>
  );
}

function useTaken() {
  const queries = useQueryClient();
  return (now: AccountAnswer) => queries.setQueryData(key, now);
}

function Taken({ when, children }: { when: boolean; children: string }) {
  return (
    <div role="status">
      {when ? (
        <p className="st ok">
          <Icon name="check" />
          {children}
        </p>
      ) : null}
    </div>
  );
}

function NameForm({ account }: { account: AccountAnswer }) {
  const taken = useTaken();
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: (form: HTMLFormElement) => putAccount(filledIn(form, 'name'), filledIn(form, 'email')),
    onSuccess: (now) => {
      taken(now);
      queries.setQueryData(['session'], now.person);
    },
  });
  return (
    <section aria-labelledby="name-heading">
      <h2 id="name-heading">Name and email address</h2>
      <form
        className="card form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!changing.isPending) changing.mutate(event.currentTarget);
        }}
      >
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={account.person.name}
          hint="As your colleagues see it beside your work. What you did before keeps the name it was done under in the log."
        />
        <Field
          label="Email address"
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={account.person.email}
          hint="You sign in with it."
        />
        <FormFault error={changing.error} />
        <div className="do">
          <button type="submit" className="btn" aria-disabled={changing.isPending}>
            Change
          </button>
          <Taken when={changing.isSuccess}>Changed.</Taken>
        </div>
      </form>
    </section>
  );
}

function PasswordForm({ account }: { account: AccountAnswer }) {
  const taken = useTaken();
  const setting = useMutation({
    mutationFn: (form: HTMLFormElement) =>
      putPassword(account.asksPassword ? filledIn(form, 'current') : null, filledIn(form, 'password')),
    onSuccess: (now, form) => {
      form.reset();
      taken(now);
    },
  });
  return (
    <section aria-labelledby="password-heading">
      <h2 id="password-heading">Password</h2>
      <form
        className="card form"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          if (!setting.isPending) setting.mutate(event.currentTarget);
        }}
      >
        {account.hasPassword ? null : <p>You have none yet: you came in another way.</p>}
        <input type="hidden" name="username" autoComplete="username" value={account.person.email} readOnly />
        {account.asksPassword ? (
          <PasswordField label="Old password" name="current" autoComplete="current-password" />
        ) : null}
        <PasswordField
          label="New password"
          name="password"
          autoComplete="new-password"
          hint="At least 12 signs. You are signed out everywhere else by it."
        />
        <FormFault error={setting.error} />
        <div className="do">
          <button type="submit" className="btn" aria-disabled={setting.isPending}>
            Set the password
          </button>
          <Taken when={setting.isSuccess}>The new password is set.</Taken>
        </div>
      </form>
    </section>
  );
}

function Sessions({ account }: { account: AccountAnswer }) {
  const taken = useTaken();
  const navigate = useNavigate();
  const ending = useMutation({ mutationFn: endSession, onSuccess: taken });
  const leaving = useMutation({
    mutationFn: async (everywhere: boolean) => {
      if (everywhere) {
        await signOutEverywhere();
        await personChanged();
      } else {
        await leave();
      }
      await navigate({ to: '/' });
    },
  });
  return (
    <section aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">Where you are signed in</h2>
      <div className="card">
        <ul className="rows">
          {account.sessions.map((session) => (
            <li key={session.id}>
              <div>
                <b>{browserName(session.userAgent)}</b>
                {session.here ? <span className="st ok here">this browser</span> : null}
                <p className="quiet">
                  Signed in: {whenChanged(session.since)}. Last used: {whenChanged(session.lastUsedAt)}.
                </p>
              </div>
              {session.here ? null : (
                <button
                  type="button"
                  className="btn small"
                  aria-label={`Sign out there: ${browserName(session.userAgent)}, since ${whenChanged(session.since)}`}
                  onClick={() => ending.mutate(session.id)}
                >
                  Sign out there
                </button>
              )}
            </li>
          ))}
        </ul>
        <FormFault error={ending.error ?? leaving.error} />
        <div className="do after-rows">
          <button type="button" className="btn" onClick={() => leaving.mutate(false)}>
            Sign out here
          </button>
          <button type="button" className="btn ghost" onClick={() => leaving.mutate(true)}>
            Sign out everywhere
          </button>
        </div>
      </div>
    </section>
  );
}

function Provider({ account, refusal }: { account: AccountAnswer; refusal: string | null }) {
  const connecting = useMutation({
    mutationFn: connectOidc,
    onSuccess: (address) => location.assign(address),
  });
  const { oidc } = account;
  if (!oidc) return null;
  const refused = refusal
    ? new Error(`${oidc.name} was not connected: it may belong to somebody else here. Nothing was changed.`)
    : null;
  return (
    <section aria-labelledby="provider-heading">
      <h2 id="provider-heading">{oidc.name}</h2>
      <div className="card form">
        {oidc.connected ? (
          <p className="st ok">
            <Icon name="check" />
            You can sign in with it.
          </p>
        ) : (
          <>
            <p>Connect it once, and you can sign in with it instead of the password.</p>
            <FormFault error={connecting.error ?? refused} />
            <button type="button" className="btn" onClick={() => connecting.mutate()}>
              Connect
            </button>
          </>
        )}
      </div>
    </section>
  );
}
