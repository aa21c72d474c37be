/** What was kept on this device under a key; `null` for nothing, also where storage is closed to us (private windows). */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps something on this device, or with `null` nothing any more. Where storage is closed to us it lasts until the page is closed. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nobody can do anything about it, and nothing depends on it.
  }
}
