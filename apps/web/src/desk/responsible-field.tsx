import type { AttributeField as Field } from '@chancery/tei';
import { useResponsible } from '../emendations/use-responsible.js';
import { AttributeField } from './attribute-field.js';
import type { LetterSession } from './letter-session.js';

/** Asks who answers for an element: one of those whom the header names, or whoever is at the desk, who is entered there. */
export function ResponsibleField(props: {
  session: LetterSession;
  field: Field;
  value: string;
  canEdit: boolean;
  /** Whether the header may be written. */
  mayEnter: boolean;
  onSet: (value: string) => void;
}) {
  const { choices, identify } = useResponsible(props.session, props.mayEnter);
  return (
    <AttributeField
      field={props.field}
      value={props.value}
      choices={choices.map(({ id, name }) => ({ value: `#${id}`, label: name }))}
      canEdit={props.canEdit}
      onSet={(next) => props.onSet(next === '' ? '' : `#${identify(next.slice(1))}`)}
    />
  );
}
