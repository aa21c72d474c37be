import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Choices } from '../app/choices.js';
import { Icon } from '../app/icon.js';
import { isTyping } from '../keys/is-typing.js';
import { areas, areasOf, type SearchAddress } from './search-address.js';

const ways = [
  ['words', 'Words'],
  ['exact', 'Exactly'],
  ['regex', 'Regular expression'],
] as const;

const hints = {
  words:
    'All of the words in any order. "In quotes" they follow each other; -word must not be there; begin* finds beginnings.',
  exact: 'The very characters, also within words.',
  regex: 'As in JavaScript: \\b is the edge of a word, (a|b) one or the other.',
} as const;

const areaNames = { text: 'Text', notes: 'Notes', metadata: 'Metadata' } as const;

const stageNames = [
  ['transcription', 'Transcription'],
  ['first-proof', 'First proof'],
  ['second-proof', 'Second proof'],
  ['notes-review', 'Notes review'],
  ['ready', 'Ready'],
  ['published', 'Published'],
] as const;

/** What is searched for, and where. The slash key comes here; the down arrow goes to the first hit. */
export function SearchForm(props: {
  address: SearchAddress;
  onSearch: (address: SearchAddress) => void;
  onDown: () => void;
}) {
  const [draft, setDraft] = useState(props.address);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setDraft(props.address), [props.address]);
  useEffect(() => {
    if (props.address.q === undefined) field.current?.focus();
  }, [props.address.q]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const how = draft.how ?? 'words';
  const asked = areasOf(draft);

  function search(event: FormEvent): void {
    event.preventDefault();
    props.onSearch(draft);
  }

  /** Takes a choice over, and searches with it where something is searched for. */
  function choose(changes: Partial<Record<keyof SearchAddress, string | true | undefined>>): void {
    const next = { ...draft };
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') Reflect.deleteProperty(next, name);
      else Object.assign(next, { [name]: value });
    }
    setDraft(next);
    if (next.q !== undefined && next.q === props.address.q) props.onSearch(next);
  }

  const check = (name: 'capitals' | 'accents' | 'whole', label: string) => (
    <label className="check">
      <input
        type="checkbox"
        checked={draft[name] ?? false}
        onChange={({ target }) => choose({ [name]: target.checked || undefined })}
      />
      {label}
    </label>
  );

  return (
    <search className="search-form">
      <form onSubmit={search}>
        <div className="search-row">
          <label className="q">
            <span className="sr">Search for</span>
            <Icon name="search" />
            <input
              ref={field}
              className="field"
              type="search"
              spellCheck={false}
              autoComplete="off"
              maxLength={500}
              placeholder="Words, or “a phrase”"
              aria-describedby="search-hint"
              value={draft.q ?? ''}
              onChange={({ target }) => setDraft({ ...draft, q: target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                props.onDown();
              }}
            />
            <kbd>/</kbd>
          </label>
          <button type="submit" className="btn primary">
            Search
          </button>
          <fieldset className="seg-choice">
            <legend className="sr">How it is understood</legend>
            {ways.map(([way, name]) => (
              <label key={way}>
                <input
                  type="radio"
                  name="how"
                  checked={how === way}
                  onChange={() => choose({ how: way === 'words' ? undefined : way })}
                />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
        </div>
        <p className="quiet hint" id="search-hint">
          {hints[how]}
        </p>
        <div className="search-row scope">
          <fieldset>
            <legend className="sr">Where</legend>
            {areas.map((area) => (
              <label key={area} className="check">
                <input
                  type="checkbox"
                  checked={asked.includes(area)}
                  disabled={asked.length === 1 && asked.includes(area)}
                  onChange={({ target }) =>
                    choose({
                      not: areas
                        .filter((each) => (each === area ? !target.checked : !asked.includes(each)))
                        .join(','),
                    })
                  }
                />
                {areaNames[area]}
              </label>
            ))}
          </fieldset>
          {how === 'words' ? null : (
            <fieldset>
              <legend className="sr">What counts</legend>
              {check('capitals', 'Capitals matter')}
              {how === 'exact' ? check('accents', 'Accents matter') : null}
              {check('whole', 'Whole words')}
            </fieldset>
          )}
          <label>
            <span>Read</span>
            <select
              className="field"
              value={draft.reading ?? 'emended'}
              onChange={({ target }) =>
                choose({ reading: target.value === 'written' ? 'written' : undefined })
              }
            >
              <option value="emended">as emended</option>
              <option value="written">as written in the copy</option>
            </select>
          </label>
          <label>
            <span>Stage</span>
            <select
              className="field"
              value={draft.stage ?? ''}
              onChange={({ target }) => choose({ stage: target.value })}
            >
              <option value="">all</option>
              <Choices of={stageNames} />
            </select>
          </label>
          <label>
            <span>From</span>
            <input
              className="field"
              type="date"
              value={draft.from ?? ''}
              onChange={({ target }) => choose({ from: target.value })}
            />
          </label>
          <label>
            <span>Until</span>
            <input
              className="field"
              type="date"
              value={draft.until ?? ''}
              onChange={({ target }) => choose({ until: target.value })}
            />
          </label>
          <label>
            <span>Writer or addressee</span>
            <input
              className="field"
              value={draft.person ?? ''}
              maxLength={200}
              onChange={({ target }) => setDraft({ ...draft, person: target.value })}
              onBlur={() => choose({ person: draft.person })}
            />
          </label>
        </div>
      </form>
    </search>
  );
}
