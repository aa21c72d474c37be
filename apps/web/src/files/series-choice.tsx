import type { SeriesChoice } from '@chancery/server/api';
import { useId } from 'react';
import type { SeriesDifference } from './return-words.js';

/** The decision on files of many documents that have lost some of them, or have some again that had left. */
export function SeriesDecision(props: {
  differences: readonly SeriesDifference[];
  choice: SeriesChoice;
  onChoose: (choice: SeriesChoice) => void;
}) {
  const { differences, choice, onChoose } = props;
  const id = useId();
  const [gone, again] = (['gone', 'again'] as const).map((which) =>
    differences.some((each) => each[which].length > 0),
  );
  const choices = [
    [
      'as-there',
      'Leave them as they are here',
      [
        gone
          ? 'What is missing stays in its file, and is there again when the letters are next taken out.'
          : '',
        again ? 'What had left stays out.' : '',
      ],
    ],
    [
      'as-in-the-files',
      'Have them as in the files',
      [
        gone
          ? 'What is missing leaves its file. Each letter stays, with all its history, and is taken out as a file of its own; it can come back in the same way.'
          : '',
        again ? 'What stands there again comes back to its place, as the same letter.' : '',
      ],
    ],
  ] as const;
  return (
    <fieldset className="series-choice">
      <legend>Files of many documents</legend>
      <ul>
        {differences.map((each) => (
          <li key={each.series}>
            <strong>{each.series}</strong>
            {each.gone.length > 0 ? ` has no more: ${each.gone.join(', ')}.` : ''}
            {each.again.length > 0 ? ` has again: ${each.again.join(', ')}.` : ''}
          </li>
        ))}
      </ul>
      {choices.map(([value, label, what]) => (
        <label key={value}>
          <input
            type="radio"
            name={id}
            checked={choice === value}
            aria-describedby={`${id}-${value}`}
            onChange={() => onChoose(value)}
          />
          <span>
            {label}
            <small id={`${id}-${value}`} className="quiet">
              {what.filter(Boolean).join(' ')}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
