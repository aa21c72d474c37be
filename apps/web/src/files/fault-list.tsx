/** So many are shown; who mends them sends the files again. */
const most = 50;

/** What is wrong in files, each with its place. */
export function FaultList(props: {
  faults: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** How many there are, where not all were told. */
  count?: number;
}) {
  const { faults, count = faults.length } = props;
  const shown = faults.slice(0, most);
  const more = count - shown.length;
  return (
    <ul className="told">
      {shown.map(({ path, line, column, message }) => (
        <li key={`${path}:${line}:${column} ${message}`}>
          <strong>
            {path}, line {line}
          </strong>
          : {message}
        </li>
      ))}
      {more > 0 ? <li>And {more} more.</li> : null}
    </ul>
  );
}
