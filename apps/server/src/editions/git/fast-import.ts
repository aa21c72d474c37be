import type { RecordedCommit } from './recorded-commit.js';

// The commands of git-fast-import(1), “Input format”. Texts of people stand in it by their length or in quotes, and never as commands.

/** A path that git does not take; `message` says which. */
export class PathRefused extends Error {
  override readonly name = 'PathRefused';
}

/**
 * The beginning of a commit; its changes follow.
 *
 * @param name by which the commit is known again, in a trailer of the message
 */
export function commitCommand(ref: string, commit: RecordedCommit, name: string): Buffer {
  const [author = unknown, ...others] = commit.people;
  const when = `${Math.floor(commit.at.getTime() / 1000)} +0000`;
  const trailers = [
    `${commitTrailer}: ${inOneLine(name)}`,
    ...others.map((person) => `Co-authored-by: ${identity(person)}`),
  ];
  const message = Buffer.from(`${messageWords(commit.message)}\n\n${trailers.join('\n')}\n`);
  return Buffer.concat([
    Buffer.from(
      `commit ${ref}\nauthor ${identity(author)} ${when}\ncommitter ${identity(author)} ${when}\ndata ${message.length}\n`,
    ),
    message,
    Buffer.from('\n'),
  ]);
}

/** The trailer of a commit’s message that names the edition and the place of the commit in its history. */
export const commitTrailer = 'Chancery-Commit';

/** @throws {PathRefused} */
export function modification(path: string, content: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`M 100644 inline ${quoted(path)}\ndata ${content.length}\n`),
    content,
    Buffer.from('\n'),
  ]);
}

/** @throws {PathRefused} */
export function deletion(path: string): Buffer {
  return Buffer.from(`D ${quoted(path)}\n`);
}

const unknown = { name: 'Unknown', email: '' };

/** A name and an address as they stand in a commit, without what would end them there. */
function identity({ name, email }: { readonly name: string; readonly email: string }): string {
  const clean = (text: string) => inOneLine(text.replace(/[<>]/gu, ' '));
  return `${clean(name) || unknown.name} <${clean(email).replace(/\s/gu, '')}>`;
}

/** Without line ends and other control characters. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function messageWords(message: string): string {
  return message
    .split('\n')
    .map((line) => inOneLine(line))
    .join('\n')
    .trim();
}

/** A path in the quotes that git reads (git-fast-import(1), `filemodify`): its bytes stand as octal numbers where they are not plain. */
function quoted(path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => ['', '.', '..'].includes(part) || /^\.git$/iu.test(part))) {
    throw new PathRefused(`The path “${path}” cannot stand in a git repository.`);
  }
  const bytes = Array.from(Buffer.from(path), (byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `"${bytes.join('')}"`;
}
