import type { ServerMessage } from '../contract/live.js';
import type { Person } from '../contract/session.js';

/** One client at one letter: a window of the desk. Two windows of one person are two clients. */
export interface Seat {
  readonly letterId: string;
  /** The client's own name, by which it knows its steps among those of others. */
  readonly clientId: string;
  readonly person: Person;
  /** Whether the person may edit the letter now. Asked before every batch, so it has to be quick. */
  mayEdit(): Promise<boolean>;
  /** The person's rights have changed: they are looked up anew, and whoever may not read any more is let go. */
  recheck(): Promise<void>;
  /** Sends a message as JSON text: one text for all seats. */
  send(text: string): void;
  /** Ends the connection, with a reason for the client. */
  close(reason: string): void;
}

/** Sends one message to one seat. */
export function tell(seat: Seat, message: ServerMessage): void {
  seat.send(JSON.stringify(message));
}
