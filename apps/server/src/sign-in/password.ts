import { hash, verify } from '@node-rs/argon2';

const shortest = 12;
const longest = 128;

/** A password as it is stored: argon2id, with the parameters of OWASP's "Password Storage". Works beside the main thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Whether this is the password that was stored. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

/** Letters and figures alone, so that what stands between them does not hide what is guessed first. */
function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Why a password cannot be taken; undefined when it can.
 *
 * Length is what makes a password hard to guess (NIST SP 800-63B, 3.1.1.2); no mixture of signs is asked for. Refused
 * is what is tried first: the person's own name or address, and few signs over and over.
 */
export function faultOfPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): string | undefined {
  const length = [...password].length;
  if (length < shortest) {
    return `The password has ${length} ${length === 1 ? 'sign' : 'signs'}. It needs at least ${shortest}: four words that nobody would say together do well.`;
  }
  if (length > longest) return `The password is longer than ${longest} signs. Choose a shorter one.`;
  if (new Set(password).size < 5) return 'The password is a few signs over and over. Choose another one.';
  const words = bare(password);
  const own = [person.name, person.email, person.email.split('@')[0] ?? ''].map(bare);
  // More than half of it: a long password may well have a name in it.
  if (own.some((word) => word.length > 3 && words.includes(word) && word.length * 2 > words.length))
    return 'The password is little more than your name or address. Choose another one.';
  if (/^(0?1234567890?)+\d*$|^(.*password.*|.*qwerty.*|.*passwort.*)$/.test(words) && words.length < 20)
    return 'The password is one of those that are tried first. Choose another one.';
  return undefined;
}
