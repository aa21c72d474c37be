import { rowOf } from '@chancery/tei';

/** What editors call an element; its own name where the table does not know it. */
export function elementLabel(name: string, type = ''): string {
  const row = rowOf(name);
  return row?.kinds?.[type] ?? row?.label ?? name;
}
