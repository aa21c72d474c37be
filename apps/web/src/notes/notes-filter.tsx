import type { NoteList, NotesQuery } from '@chancery/server/api';
import { useNavigate } from '@tanstack/react-router';
import { Choices } from '../app/choices.js';
import { queueOrder, seriesWords, stateWords } from './note-words.js';

/** Which notes the queue shows: one’s own, all, those of a state; of all series or of one. */
export function NotesFilter(props: {
  editionId: string;
  show: NotesQuery['show'];
  series: NotesQuery['series'];
  counts: NoteList | undefined;
}) {
  const { editionId, show, series, counts } = props;
  const navigate = useNavigate();
  const all = counts ? Object.values(counts.states).reduce((sum, count) => sum + count, 0) : undefined;
  const choose = (chosen: { show?: NotesQuery['show']; series?: NotesQuery['series'] }) =>
    void navigate({
      to: '/volumes/$editionId/notes',
      params: { editionId },
      search: { show, series, ...chosen },
    });
  const shows = [
    ['mine', 'Awaiting me', counts?.mine],
    ['all', 'All', all],
    ...queueOrder.map((state) => [state, stateWords[state].words, counts?.states[state]] as const),
  ] as const;
  return (
    <div className="fs">
      <label>
        <span className="sr">Show</span>
        <select
          className="field"
          value={show}
          onChange={({ target }) =>
            choose({ show: shows.find(([each]) => each === target.value)?.[0] ?? 'all' })
          }
        >
          <Choices of={shows.map(([each, words, count]) => [each, `${words} ${count ?? ''}`.trim()])} />
        </select>
      </label>
      <label>
        <span className="sr">Series</span>
        <select
          className="field"
          value={series ?? ''}
          onChange={({ target }) =>
            choose({
              series: (['endnote', 'footnote', 'textual'] as const).find((each) => each === target.value),
            })
          }
        >
          <option value="">All series</option>
          <Choices
            of={(['endnote', 'footnote', 'textual'] as const).map((each) => [each, `${seriesWords[each]}s`])}
          />
        </select>
      </label>
    </div>
  );
}
