import type { IssuedLink } from '../contract/people.js';
import { type Mail, type Mailer, MailNotSent } from './mailer.js';

/**
 * Sends a link where there is an address and a way to send mail; answers the link to be copied otherwise.
 *
 * @param write the mail that the link stands in
 */
export async function sendLink(
  mailer: Mailer | undefined,
  to: string | null,
  link: string,
  write: (link: string) => Omit<Mail, 'to'>,
): Promise<IssuedLink> {
  if (!mailer || to === null) return { link, mailedTo: null, mailFault: null };
  try {
    await mailer.send({ to, ...write(link) });
    return { link: null, mailedTo: to, mailFault: null };
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    return { link, mailedTo: null, mailFault: error.message };
  }
}
