import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { signInByLink } from '../api/account.js';
import { useSession } from '../api/use-session.js';
import { useTitle } from '../app/use-title.js';
import { personChanged } from './change-person.js';
import { FormFault } from './form-fault.js';
import { SignInForm } from './sign-in-form.js';

/** What an OpenID provider’s answer came to, where it did not sign in. */
const refusals: Readonly<Record<string, string>> = {
  not_invited:
    'Nobody has invited this account to an edition here. Ask the chief editor for an invitation to the address that your account has.',
  account_not_linked:
    'Somebody here has this address, and it is not proved to be yours. Sign in with the password, and connect the two under Account.',
  access_denied: 'The sign-in was called off.',
};

/** Where one signs in: at this address, and wherever one comes to without having signed in. */
export function SignInPage() {
  const session = useSession();
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  const [refusal] = useState(() => new URLSearchParams(location.search).get('error'));
  const isOwnPage = location.pathname === '/sign-in';
  useTitle('Sign in');
  const toDesk = () => void navigate({ to: '/' });
  const signedIn = session.data != null;
  useEffect(() => {
    // Somebody who is signed in and follows a link may want to be somebody else: only the address alone leads on.
    if (isOwnPage && signedIn && token === '') void navigate({ to: '/', replace: true });
  }, [isOwnPage, signedIn, token, navigate]);
  return (
    <main id="main" className="plain-page">
      <p className="mark">Chancery</p>
      <h1>Sign in</h1>
      {isOwnPage && token !== '' ? (
        <ByLink token={token} who={session.data?.name} onSignedIn={toDesk} />
      ) : (
        <>
          {isOwnPage && refusal ? (
            <FormFault
              error={
                new Error(refusals[refusal] ?? 'The sign-in did not come about. Try again, or sign in here.')
              }
            />
          ) : null}
          <SignInForm {...(isOwnPage ? { onSignedIn: toDesk } : {})} />
          <p className="quiet">
            Lost the password? The chief editor of your edition can give you a sign-in link. Whoever runs the
            server finds one where it was started.
          </p>
        </>
      )}
      <p className="quiet">
        The <a href="/edition/">published edition</a> is open to everyone.
      </p>
    </main>
  );
}

/** A link works once: it is used up by a press of the button, not by programs that look at links. */
function ByLink(props: { token: string; who: string | undefined; onSignedIn: () => void }) {
  const signingIn = useMutation({
    mutationFn: async () => {
      await signInByLink(props.token);
      await personChanged();
    },
    onSuccess: props.onSignedIn,
  });
  return (
    <div className="form">
      <p>
        You have followed a sign-in link. It signs in once, on this device.
        {props.who ? ` You are signed in as ${props.who} now; that ends.` : ''}
      </p>
      <FormFault error={signingIn.error} />
      <button type="button" className="btn primary" onClick={() => signingIn.mutate()}>
        Sign in
      </button>
    </div>
  );
}
