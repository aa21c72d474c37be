import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { Icon } from '../app/icon.js';

/** A labelled line to fill in, with a hint below it, and with what is wrong with what stands in it. */
export function Field(
  props: { label: string; hint?: ReactNode; fault?: string | undefined; ref?: Ref<HTMLInputElement> } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'id'
  >,
) {
  const { label, hint, fault, ...input } = props;
  const id = useId();
  const told = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        className="field"
        id={id}
        aria-describedby={told || undefined}
        aria-invalid={fault ? true : undefined}
        {...input}
      />
      {fault ? (
        <p className="form-fault" role="alert" id={`${id}-fault`}>
          <Icon name="error" />
          <span>{fault}</span>
        </p>
      ) : null}
      {hint ? (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
