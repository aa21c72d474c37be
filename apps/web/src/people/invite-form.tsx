import type { Role } from '@chancery/workflow';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { invite } from '../api/people.js';
import { Field } from '../sign-in/field.js';
import { filledIn } from '../sign-in/filled-in.js';
import { FormFault } from '../sign-in/form-fault.js';
import type { MadeLink } from './link-box.js';
import { RoleSelect } from './role-select.js';

const gloss: Record<Role, string> = {
  'chief-editor': 'Everything: members, releases, schemas, the log.',
  editor: 'All letters: editing, notes, stages, publishing.',
  proofreader: 'Proofreads what is assigned, suggests and comments.',
  transcriber: 'Transcribes letters, suggests and comments.',
  reader: 'Reads, and changes nothing.',
};

/** Invites somebody: by name, address if there is one, and role. */
export function InviteForm({ editionId, onLink }: { editionId: string; onLink: (made: MadeLink) => void }) {
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>('proofreader');
  const roleField = useId();
  const inviting = useMutation({
    mutationFn: (form: HTMLFormElement) =>
      invite(editionId, {
        name: filledIn(form, 'name'),
        email: filledIn(form, 'email').trim() || null,
        role,
      }),
    onSuccess: async (issued, form) => {
      form.reset();
      onLink({ issued, who: issued.invitation.name, kind: 'invitation' });
      await queries.invalidateQueries({ queryKey: ['invitations', editionId] });
    },
  });
  return (
    <section aria-labelledby="invite-heading">
      <h2 id="invite-heading">Invite somebody</h2>
      <form
        className="card form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (!inviting.isPending) inviting.mutate(event.currentTarget);
        }}
      >
        <Field label="Name" name="name" required maxLength={100} />
        <Field
          label="Email address"
          name="email"
          type="email"
          hint="May be left out: then you give them the link yourself, and they say what their address is."
        />
        <div className="form-field">
          <label htmlFor={roleField}>Role</label>
          <RoleSelect label="Role" id={roleField} value={role} onChange={setRole} />
          <p className="quiet">{gloss[role]}</p>
        </div>
        <FormFault error={inviting.error} />
        <button type="submit" className="btn primary" aria-disabled={inviting.isPending}>
          Invite
        </button>
      </form>
    </section>
  );
}
