import { type ReactNode, useState } from 'react';
import { Field } from './field.js';

/** A password to fill in, which can be made readable. */
export function PasswordField(props: {
  label: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  hint?: ReactNode;
}) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="password-field">
      <Field
        {...props}
        type={isShown ? 'text' : 'password'}
        required
        autoCapitalize="none"
        spellCheck={false}
      />
      <button
        type="button"
        className="btn ghost small"
        aria-label={`${isShown ? 'Hide' : 'Show'} the ${props.label.toLowerCase()}`}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide' : 'Show'}
      </button>
    </div>
  );
}
