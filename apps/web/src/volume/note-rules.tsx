import type { VolumeFacts } from '@chancery/server/api';
import { type NoteRule, type NoteStyle, noteRule, noteScopes } from '@chancery/tei';
import { Tick } from '../desk/metadata-fields.js';
import { seriesWords } from '../notes/note-words.js';

const styles: readonly (readonly [NoteStyle, string])[] = [
  ['figures', 'figures: 1, 2, 3'],
  ['letters', 'letters: a, b, c'],
  ['roman numerals', 'roman numerals: i, ii, iii'],
  ['signs', 'signs: *, †, ‡'],
];

const scopeWords = { page: 'by page', document: 'by document', volume: 'through the volume' } as const;

/** Which series of notes the volume has, where their labels begin again, and what these are made of. */
export function NoteRules(props: {
  stated: VolumeFacts['noteRules'];
  disabled: boolean;
  onChange: (stated: VolumeFacts['noteRules']) => void;
}) {
  const { stated } = props;
  const set = (rule: NoteRule) =>
    props.onChange([...stated.filter(({ series }) => series !== rule.series), rule]);
  return (
    <fieldset disabled={props.disabled}>
      <legend>Notes</legend>
      <ul className="note-rules">
        {(['footnote', 'endnote', 'textual'] as const).map((series) => {
          const rule = noteRule(stated, series);
          const name = `${seriesWords[series]}s`;
          const scopes = noteScopes[series];
          return (
            <li key={series}>
              <Tick label={name} checked={rule.isUsed} onChange={(isUsed) => set({ ...rule, isUsed })} />
              {rule.isUsed ? (
                <>
                  <select
                    className="field"
                    aria-label={`Labels of ${name.toLowerCase()}`}
                    value={rule.style}
                    onChange={({ target }) =>
                      set({
                        ...rule,
                        style: styles.find(([style]) => style === target.value)?.[0] ?? rule.style,
                      })
                    }
                  >
                    {styles.map(([style, words]) => (
                      <option key={style} value={style}>
                        {words}
                      </option>
                    ))}
                  </select>
                  {scopes.length === 1 ? (
                    <span className="quiet">{scopeWords[rule.scope]}</span>
                  ) : (
                    <select
                      className="field"
                      aria-label={`Where ${name.toLowerCase()} begin again`}
                      value={rule.scope}
                      onChange={({ target }) =>
                        set({ ...rule, scope: scopes.find((scope) => scope === target.value) ?? rule.scope })
                      }
                    >
                      {scopes.map((scope) => (
                        <option key={scope} value={scope}>
                          {scopeWords[scope]}
                        </option>
                      ))}
                    </select>
                  )}
                </>
              ) : (
                <span className="quiet">not used: nobody is offered one, and each one there is told</span>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
