import { attributeOf } from '@chancery/prosemirror-tei';
import {
  attributeForm,
  type AttributeField as Field,
  type RegisterEntry,
  type RegisterKind,
  rowOf,
} from '@chancery/tei';
import type { Caret, CaretElement } from '../editor/caret.js';
import { AttributeField, type Choice } from './attribute-field.js';
import { guidePlace } from './guide-place.js';
import { languageName } from './language-name.js';
import type { LetterSession } from './letter-session.js';
import { ResponsibleField } from './responsible-field.js';

/** What the volume has to offer for a value: the entries of its registers, and its languages. */
export interface Registers extends Record<RegisterKind, readonly RegisterEntry[]> {
  /** What stands before `#` in a pointer from this letter to the volume's file. */
  volumePath: string;
  /** As tags, the main one first. */
  languages: readonly string[];
}

/** The elements around the caret, innermost first, each with its attributes as a form. */
export function MarksPanel(props: {
  caret: Caret;
  session: LetterSession | undefined;
  registers: Registers;
  canEdit: boolean;
  /** Whether the header may be written. */
  mayEnter: boolean;
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
              <strong>
                <a href={guidePlace(element.name)} target="chancery-guide" title="In the encoding guide">
                  {element.label}
                  <span className="sr"> in the encoding guide</span>
                </a>
              </strong>
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

/** The element's own attributes, those that its row asks for and those it bears; all others can be opened under them. */
function AttributeForm(props: {
  element: CaretElement;
  session: LetterSession | undefined;
  registers: Registers;
  canEdit: boolean;
  mayEnter: boolean;
  onSet: (element: CaretElement, name: string, value: string) => void;
}) {
  const { element } = props;
  const row = rowOf(element.name);
  if (!row) return null;
  const groups = attributeForm(row);
  const isFirst = ({ attribute: { name } }: Field) =>
    attributeOf(element.owner, name) !== '' || row.asks?.includes(name);
  const first = groups.flatMap(({ name, fields }) =>
    name === 'own' ? fields : fields.filter((field) => isFirst(field)),
  );
  const others = groups
    .filter(({ name }) => name !== 'own')
    .map((group) => ({ ...group, fields: group.fields.filter((field) => !isFirst(field)) }))
    .filter(({ fields }) => fields.length > 0);
  const show = (field: Field) => {
    const { name } = field.attribute;
    const value = attributeOf(element.owner, name);
    const register = row.registers?.[name];
    // A field is made anew when its value changes from elsewhere, so that it shows what is there.
    const key = `${name}=${value}`;
    const asked = {
      field,
      value,
      canEdit: props.canEdit,
      onSet: (next: string) => props.onSet(element, name, next),
    };
    if (name === 'resp' && props.session)
      return <ResponsibleField key={key} {...asked} session={props.session} mayEnter={props.mayEnter} />;
    const choices = register === undefined ? [] : registerChoices(props.registers, register);
    return (
      <AttributeField
        key={key}
        {...asked}
        choices={choices}
        suggestions={
          field.attribute.type === 'teidata.language' ? languageChoices(props.registers.languages) : []
        }
        {...(choices.length > 0 ? { none: 'not identified' } : {})}
      />
    );
  };
  return (
    <>
      {first.length > 0 ? <div className="attributes">{first.map(show)}</div> : null}
      {props.canEdit && others.length > 0 ? (
        <details className="more">
          <summary>More attributes</summary>
          {others.map((group) => (
            <fieldset key={group.name}>
              <legend>{group.label}</legend>
              <div className="attributes">{group.fields.map(show)}</div>
            </fieldset>
          ))}
        </details>
      ) : null}
    </>
  );
}

function languageChoices(languages: readonly string[]): readonly Choice[] {
  return languages.map((value) => ({ value, label: languageName(value) }));
}

function registerChoices(registers: Registers, kind: RegisterKind): readonly Choice[] {
  return registers[kind].flatMap(({ id, name }) =>
    id === undefined ? [] : [{ value: `${registers.volumePath}#${id}`, label: name }],
  );
}
