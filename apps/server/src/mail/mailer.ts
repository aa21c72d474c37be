import { createTransport } from 'nodemailer';

/** A letter of the house's own, to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail. */
export interface Mailer {
  /** @throws {MailNotSent} */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Mail could not be handed over; `message` says why, without naming anybody. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

/** How long the server of the mail is waited for, in milliseconds: somebody waits at the desk. */
const patience = 10_000;

const reasons: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server did not accept the name and password of CHANCERY_SMTP_URL.',
  ECONNECTION: 'The mail server cannot be reached.',
  EDNS: 'The mail server cannot be found.',
  ESOCKET: 'The mail server cannot be reached.',
  ETIMEDOUT: 'The mail server did not answer in time.',
  ETLS: 'The mail server speaks no TLS that can be trusted.',
  EENVELOPE: 'The mail server refused the address.',
};

/** By which server mail is sent, and whom it comes from. */
export interface MailSettings {
  /** `smtp://name:password@mail.example.org:587`, or `smtps://` for TLS from the start. */
  readonly url: string;
  /** `Chancery <edition@example.org>` */
  readonly from: string;
}

/** Sends mail by a server. It is asked for each mail anew. */
export function openMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    { from },
  );
  return {
    async send(mail) {
      try {
        await transport.sendMail(mail);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        throw new MailNotSent(reasons[code] ?? 'The mail server did not take the mail.');
      }
    },
    close: () => transport.close(),
  };
}
