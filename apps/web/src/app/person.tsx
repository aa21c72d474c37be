/** The initials of a name: its first and last words' first letters. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${words[0]?.[0] ?? ''}${last?.[0] ?? ''}`.toUpperCase();
}

/** A person as a disc of initials with the whole name for a screen reader and the pointer. */
export function Person({ name, role }: { name: string; role?: string | undefined }) {
  const label = role ? `${name}, ${role}` : name;
  return (
    <span className="av b" role="img" aria-label={label} title={label}>
      {initials(name)}
    </span>
  );
}
