/** What a line about a finding needs of it. */
interface Told {
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly code: string;
  readonly fix?: { readonly label: string };
}

/**
 * A finding on one line, in the form that editors and terminals make links of: `file:line:column: error: …`
 * (GNU Coding Standards, “Formatting Error Messages”).
 */
export function findingLine(file: string, finding: Told): string {
  const fix = finding.fix === undefined ? '' : ` → ${finding.fix.label}`;
  return `${file}:${finding.line}:${finding.column}: ${finding.severity}: ${finding.message}${fix} [${finding.code}]\n`;
}

/** “1 letter”, “2 letters”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
