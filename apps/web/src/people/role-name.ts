import type { Role } from '@chancery/workflow';

/** A role as people say it: “chief editor”. */
export function roleName(role: Role | string): string {
  return role.replaceAll('-', ' ');
}
