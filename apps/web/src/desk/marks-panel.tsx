import { type AttributeRow, attributesOf, type RegisterEntry, rowOf } from '@chancery/tei';
import { useId } from 'react';
import type { Caret, CaretElement } from '../editor/caret.js';
import { attributeOf } from '../editor/tei-node.js';

/** The registers that a reference may point into. */
export interface Registers {
  persons: readonly RegisterEntry[];
  places: readonly RegisterEntry[];
  /** What stands before `#` in a pointer from this letter to the volume's file. */
  volumePath: string;
}

/** The elements around the caret, innermost first, each with its attributes as a form. */
export function MarksPanel(props: {
  caret: Caret;
  registers: Registers;
  canEdit: boolean;
  onSet: (element: CaretElement, name: string, value: string) => void;
  onRemove: (element: CaretElement) => void;
}) {
  const elements = props.caret.elements.toReversed().filter((element) => rowOf(element.name) !== undefined);
  if (elements.length === 0) return <h2>Put the caret into the text to see what it stands in.</h2>;
  return (
    <>
      <h2>At the caret, from the inside out</h2>
      <ul>
        {elements.map((element) => (
          <li key={element.id} className="card it">
            <div className="top">
              <strong>{element.label}</strong>
              {props.canEdit && rowOf(element.name)?.shape === 'phrase' ? (
                <button type="button" className="btn small ghost w" onClick={() => props.onRemove(element)}>
                  Unmark
                </button>
              ) : null}
            </div>
            <p className="quiet">{rowOf(element.name)?.gloss}</p>
            <AttributeForm {...props} element={element} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The attributes that the table gives the element itself, those it bears, and the reference of a name. */
function shownAttributes(element: CaretElement): readonly AttributeRow[] {
  const row = rowOf(element.name);
  if (!row) return [];
  const own = new Set(row.attributes.map((attribute) => attribute.name));
  const wanted = new Set(useful[element.name] ?? []);
  return attributesOf(row).filter(
    ({ name }) =>
      attributeOf(element.owner, name) !== '' || wanted.has(name) || (own.has(name) && !hidden.has(name)),
  );
}

const useful: Record<string, readonly string[]> = {
  persName: ['ref'],
  placeName: ['ref'],
  date: ['when'],
  supplied: ['reason', 'cert'],
  unclear: ['reason', 'cert'],
  gap: ['reason'],
  del: ['rend'],
  add: ['place'],
};

const hidden = new Set(['xml:base', 'xml:space']);

function AttributeForm(props: {
  element: CaretElement;
  registers: Registers;
  canEdit: boolean;
  onSet: (element: CaretElement, name: string, value: string) => void;
}) {
  const attributes = shownAttributes(props.element);
  if (attributes.length === 0) return null;
  return (
    <div className="attributes">
      {attributes.map((attribute) => (
        <AttributeField
          // A field is made anew when its value changes from elsewhere, so that it shows what is there.
          key={`${attribute.name}=${attributeOf(props.element.owner, attribute.name)}`}
          attribute={attribute}
          value={attributeOf(props.element.owner, attribute.name)}
          entries={entriesFor(props.element.name, attribute.name, props.registers)}
          volumePath={props.registers.volumePath}
          canEdit={props.canEdit}
          onSet={(value) => props.onSet(props.element, attribute.name, value)}
        />
      ))}
    </div>
  );
}

function entriesFor(element: string, attribute: string, registers: Registers): readonly RegisterEntry[] {
  if (attribute !== 'ref') return [];
  if (element === 'persName') return registers.persons;
  return element === 'placeName' ? registers.places : [];
}

function AttributeField(props: {
  attribute: AttributeRow;
  value: string;
  entries: readonly RegisterEntry[];
  volumePath: string;
  canEdit: boolean;
  onSet: (value: string) => void;
}) {
  const { attribute, value, entries, canEdit } = props;
  const id = useId();
  const choices = entries.length > 0 ? registerChoices(entries, props.volumePath) : valueChoices(attribute);
  return (
    <>
      <label htmlFor={id} title={attribute.gloss}>
        {words[attribute.name] ?? attribute.name}
      </label>
      {choices.length > 0 && (entries.length > 0 || attribute.closed) ? (
        <select
          id={id}
          className="field"
          disabled={!canEdit}
          value={value}
          onChange={(event) => props.onSet(event.target.value)}
        >
          <option value="">{entries.length > 0 ? 'not identified' : 'not given'}</option>
          {choices.some((choice) => choice.value === value) || value === '' ? null : <option>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <>
          <input
            id={id}
            className="field"
            defaultValue={value}
            readOnly={!canEdit}
            list={choices.length > 0 ? `${id}-values` : undefined}
            onBlur={(event) =>
              event.target.value === value ? undefined : props.onSet(event.target.value.trim())
            }
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
          {choices.length > 0 ? (
            <datalist id={`${id}-values`}>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </datalist>
          ) : null}
        </>
      )}
    </>
  );
}

const words: Record<string, string> = {
  ref: 'Identified as',
  when: 'Date value',
  reason: 'Reason',
  cert: 'Certainty',
  type: 'Kind',
  resp: 'Responsible',
  evidence: 'Evidence',
  target: 'Leads to',
  place: 'Where',
  rend: 'Looks',
  hand: 'Hand',
};

function registerChoices(entries: readonly RegisterEntry[], volumePath: string) {
  return entries.flatMap(({ id, name }) =>
    id === undefined ? [] : [{ value: `${volumePath}#${id}`, label: name }],
  );
}

function valueChoices(attribute: AttributeRow) {
  return Object.entries(attribute.values ?? {}).map(([value, label]) => ({
    value,
    label: `${value}: ${label}`,
  }));
}
