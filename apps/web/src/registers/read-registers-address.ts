import type { RegisterKind } from '../api/registers.js';
import { registerOrder } from './register-words.js';

/** What of the registers is shown, as it stands in the address. */
export interface RegistersAddress {
  kind?: RegisterKind;
  q?: string;
  /** The entry that is open. */
  entry?: string;
  /** The name that is open, which stands for nobody yet. */
  words?: string;
}

export function readRegistersAddress(given: Record<string, unknown>): RegistersAddress {
  const kind = registerOrder.find((each) => each === given.kind);
  const address: RegistersAddress = kind && kind !== 'persons' ? { kind } : {};
  for (const name of ['q', 'entry', 'words'] as const) {
    const value = given[name];
    // The router reads figures as numbers.
    if (typeof value === 'string' || typeof value === 'number') address[name] = String(value);
  }
  return address;
}
