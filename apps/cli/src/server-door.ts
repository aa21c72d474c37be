import type { ImportedEdition } from '@chancery/importing';

/** Where the edition's database is. */
export interface ServerSettings {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

/** A server that runs until it is stopped. */
export interface RunningServer {
  readonly address: string;
  /** Signs in once, as the owner. */
  readonly signInLink: string;
  stop(): Promise<void>;
}

/** What the commands ask of the server's package, which is loaded only by those that need it. */
export interface ServerDoor {
  startServer(settings: ServerSettings & { readonly port: number }): Promise<RunningServer>;
  /** Stores an import as a new edition, all of it or nothing. */
  importEdition(
    edition: ImportedEdition,
    settings: ServerSettings,
  ): Promise<{ readonly title: string; readonly letters: number }>;
  /** Every file of every edition as it stands now, with its path and its bytes. */
  exportFiles(settings: ServerSettings): AsyncIterable<{ readonly path: string; readonly bytes: Uint8Array }>;
}

/** Thrown when the server's package does not offer what a command needs. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}

/** Loads the server's package. */
export async function openServer<K extends keyof ServerDoor>(name: K): Promise<ServerDoor[K]> {
  const server: Readonly<Record<string, unknown>> = await import('@chancery/server');
  const offered = server[name];
  if (typeof offered !== 'function') throw new NotOffered(`This build of the server has no “${name}”.`);
  return offered as ServerDoor[K];
}
