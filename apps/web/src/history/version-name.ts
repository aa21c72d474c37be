import type { HistoryEntry, RevisionPoint } from '@chancery/server/api';

/** What a version is called where it is chosen among others: “Version 214, First transcription”. */
export function versionName(version: number, points: readonly RevisionPoint[]): string {
  if (version === 0) return ['As imported', ...points.map(({ label }) => label)].join(', ');
  return [`Version ${version}`, ...points.map(({ label }) => label)].join(', ');
}

/** The versions that a person may choose among: ends of stretches, what was imported, and the letter now; the latest first. */
export function versionChoices(
  entries: readonly HistoryEntry[],
  imported: readonly RevisionPoint[] | undefined,
  others: readonly number[],
): { version: number; name: string }[] {
  const names = new Map<number, string>();
  for (const { to, points } of entries) names.set(to, versionName(to, points));
  for (const { from } of entries) if (from > 0 && !names.has(from)) names.set(from, versionName(from, []));
  names.set(0, versionName(0, imported ?? []));
  for (const version of others) if (!names.has(version)) names.set(version, versionName(version, []));
  return [...names].map(([version, name]) => ({ version, name })).sort((a, b) => b.version - a.version);
}
