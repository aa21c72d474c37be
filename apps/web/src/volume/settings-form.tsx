import type { VolumeFacts, VolumeSettingsRequest } from '@chancery/server/api';
import { type FormEvent, useId, useState } from 'react';
import { announce } from '../app/announce.js';
import { languageName } from '../desk/language-name.js';
import { dateStyles } from './date-styles.js';
import { NoteRules } from './note-rules.js';
import { PageFields } from './page-fields.js';

type DateRule = VolumeFacts['dateRule'];
type DateType = DateRule[number]['type'];

const dateWords: readonly (readonly [DateType, string])[] = [
  ['signed', 'the day of signing'],
  ['sent', 'the day of sending'],
  ['received', 'the day of receipt'],
  ['handed', 'the day of handing over'],
  ['transmitted', 'a day on its way'],
];

/** How the volume works: numbers, dates, notes, languages, and the readings that a letter needs. */
export function SettingsForm(props: {
  facts: VolumeFacts;
  onSave: (settings: VolumeSettingsRequest) => Promise<VolumeFacts | undefined>;
}) {
  const { facts } = props;
  const id = useId();
  const [numbering, setNumbering] = useState(facts.numbering);
  const [rule, setRule] = useState<DateRule>(facts.dateRule);
  const [noteRules, setNoteRules] = useState(facts.noteRules);
  const [page, setPage] = useState(facts.page);
  const [style, setStyle] = useState(facts.dateStyle ?? '');
  const [surnameFirst, setSurnameFirst] = useState(facts.nameStyle === 'surname first');
  const [leavesImagesOut, setLeavesImagesOut] = useState(facts.leavesImagesOut);
  const [languages, setLanguages] = useState(facts.languages.join(', '));
  const [verification, setVerification] = useState(facts.settings.verification);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const saved = await props.onSave({
      revision: facts.revision,
      numbering,
      dateRule: rule,
      dateStyle: dateStyles.find(([each]) => each === style)?.[0] ?? null,
      nameStyle: surnameFirst ? 'surname first' : null,
      noteRules,
      leavesImagesOut,
      page,
      languages: tagsIn(languages),
      settings: { ...facts.settings, verification },
    });
    if (saved) announce('The settings are saved.');
  }

  const number = (label: string, part: 'people' | 'inTandem') => (
    <div className="form-field">
      <label htmlFor={`${id}-${part}`}>{label}</label>
      <input
        id={`${id}-${part}`}
        className="field"
        type="number"
        min={0}
        max={9}
        value={verification[part]}
        onChange={({ target }) => setVerification({ ...verification, [part]: target.valueAsNumber || 0 })}
      />
    </div>
  );

  return (
    <section aria-labelledby="settings-heading">
      <h2 id="settings-heading">Settings</h2>
      <form className="form card" onSubmit={save}>
        <fieldset disabled={!facts.maySet}>
          <legend>Numbers of the letters</legend>
          {(
            [
              ['by-place', 'Counted in the order of the volume'],
              ['as-written', 'As each letter bears it'],
            ] as const
          ).map(([value, label]) => (
            <label key={value} className="tick">
              <input
                type="radio"
                name={`${id}-numbering`}
                checked={numbering === value}
                onChange={() => setNumbering(value)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset disabled={!facts.maySet}>
          <legend>Which date prints, and where</legend>
          <p className="quiet">The first that a letter has.</p>
          <ol className="rule">
            {[...rule, undefined].slice(0, dateWords.length).map((sentence, index) => (
              <li key={sentence?.type ?? 'more'}>
                <select
                  className="field"
                  aria-label={`Date ${index + 1}`}
                  value={sentence?.type ?? ''}
                  onChange={({ target }) => setRule(withType(rule, index, target.value))}
                >
                  <option value="">{sentence ? 'none' : 'no other'}</option>
                  {dateWords
                    .filter(([type]) => type === sentence?.type || !rule.some((each) => each.type === type))
                    .map(([type, words]) => (
                      <option key={type} value={type}>
                        {words}
                      </option>
                    ))}
                </select>
                {sentence ? (
                  <select
                    className="field"
                    aria-label={`Place of date ${index + 1}`}
                    value={sentence.place}
                    onChange={({ target }) =>
                      setRule(
                        rule.with(index, {
                          ...sentence,
                          place: target.value === 'lower-left' ? 'lower-left' : 'under-number',
                        }),
                      )
                    }
                  >
                    <option value="under-number">under the number</option>
                    <option value="lower-left">under the text, at the left</option>
                  </select>
                ) : null}
              </li>
            ))}
          </ol>
        </fieldset>
        <NoteRules stated={noteRules} disabled={!facts.maySet} onChange={setNoteRules} />
        <fieldset disabled={!facts.maySet}>
          <legend>House style</legend>
          <div className="form-field">
            <label htmlFor={`${id}-style`}>Dates that the editors supply</label>
            <select
              id={`${id}-style`}
              className="field"
              value={style}
              onChange={({ target }) => setStyle(target.value)}
            >
              <option value="">not stated: August 4, 1941</option>
              {dateStyles.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </div>
          <div className="form-field">
            <label htmlFor={`${id}-names`}>Persons in lists</label>
            <select
              id={`${id}-names`}
              className="field"
              value={surnameFirst ? 'surname first' : ''}
              onChange={({ target }) => setSurnameFirst(target.value !== '')}
            >
              <option value="">as they are entered: Clement R. Attlee</option>
              <option value="surname first">surname first: Attlee, Clement R.</option>
            </select>
          </div>
          <div className="form-field">
            <label htmlFor={`${id}-languages`}>Languages</label>
            <input
              id={`${id}-languages`}
              className="field"
              value={languages}
              aria-describedby={`${id}-languages-hint`}
              onChange={({ target }) => setLanguages(target.value)}
            />
            <p className="quiet" id={`${id}-languages-hint`}>
              {languageWords(languages)}
            </p>
          </div>
        </fieldset>
        <fieldset disabled={!facts.maySet}>
          <legend>Images of the copy</legend>
          <label className="tick">
            <input
              type="checkbox"
              checked={!leavesImagesOut}
              aria-describedby={`${id}-images-hint`}
              onChange={({ target }) => setLeavesImagesOut(!target.checked)}
            />
            Publish them with the letters
          </label>
          <p className="quiet" id={`${id}-images-hint`}>
            Of scans that were added here. Leave them out where their archive does not allow that they are
            published.
          </p>
        </fieldset>
        <PageFields page={page} disabled={!facts.maySet} onChange={setPage} />
        <fieldset disabled={!facts.maySet}>
          <legend>Readings before a letter is ready</legend>
          {number('People who have read it', 'people')}
          {number('Tandem readings or double keyings', 'inTandem')}
        </fieldset>
        {facts.maySet ? (
          <button type="submit" className="btn primary">
            Save the settings
          </button>
        ) : (
          <p className="quiet">The chief editor sets these.</p>
        )}
      </form>
    </section>
  );
}

function withType(rule: DateRule, index: number, type: string): DateRule {
  const chosen = dateWords.find(([each]) => each === type)?.[0];
  if (!chosen) return rule.filter((_, at) => at !== index);
  const place = rule[index]?.place ?? (chosen === 'signed' ? 'lower-left' : 'under-number');
  const sentence = { type: chosen, place } as const;
  return index < rule.length ? rule.with(index, sentence) : [...rule, sentence];
}

function tagsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}

/** What is written, in words: “English, which is that of a letter that says nothing of its own; Russian”. */
function languageWords(text: string): string {
  const [main, ...others] = tagsIn(text).map(languageName);
  if (main === undefined)
    return 'As tags, with commas: en, ru. The first is that of a letter that names none.';
  const more = others.length > 0 ? ` Also ${others.join(', ')}.` : '';
  return `${main}, unless a letter or a passage names another.${more} The desk offers these first.`;
}
