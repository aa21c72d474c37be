import { isRole, type Role, roles } from '@chancery/workflow';
import { Choices } from '../app/choices.js';
import { roleName } from './role-name.js';

/** Chooses a role. */
export function RoleSelect(props: {
  label: string;
  id?: string;
  value: Role;
  onChange: (role: Role) => void;
}) {
  return (
    <select
      className="field"
      {...(props.id === undefined ? { 'aria-label': props.label } : { id: props.id })}
      value={props.value}
      onChange={({ target }) => (isRole(target.value) ? props.onChange(target.value) : undefined)}
    >
      <Choices of={roles.map((role) => [role, roleName(role)])} />
    </select>
  );
}
