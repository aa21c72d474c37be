import { useMutation, useQuery } from '@tanstack/react-query';
import { beginOidc, getSignInWays, signInByPassword } from '../api/account.js';
import { personChanged } from './change-person.js';
import { Field } from './field.js';
import { filledIn } from './filled-in.js';
import { FormFault } from './form-fault.js';
import { PasswordField } from './password-field.js';

/** Signs in with address and password, or by the OpenID provider where there is one. */
export function SignInForm({ email, onSignedIn }: { email?: string | null; onSignedIn?: () => void }) {
  const ways = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: getSignInWays,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const signingIn = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      await signInByPassword(filledIn(form, 'email'), filledIn(form, 'password'));
      await personChanged();
    },
    onSuccess: () => onSignedIn?.(),
  });
  const leading = useMutation({
    mutationFn: beginOidc,
    onSuccess: (address) => location.assign(address),
  });
  return (
    <>
      <form
        className="form"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          if (!signingIn.isPending) signingIn.mutate(event.currentTarget);
        }}
      >
        <Field
          label="Email address"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={email ?? ''}
        />
        <PasswordField label="Password" name="password" autoComplete="current-password" />
        <FormFault error={signingIn.error} />
        <button type="submit" className="btn primary" aria-disabled={signingIn.isPending}>
          Sign in
        </button>
      </form>
      {ways.data?.oidc ? (
        <div className="other-way">
          <button type="button" className="btn" onClick={() => leading.mutate()}>
            Sign in with {ways.data.oidc}
          </button>
          <FormFault error={leading.error} />
        </div>
      ) : null}
    </>
  );
}
