/** What can be chosen in a select: each value, and the words that stand for it. */
export function Choices(props: { of: Iterable<readonly [value: string | number, words: string]> }) {
  return Array.from(props.of, ([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ));
}
