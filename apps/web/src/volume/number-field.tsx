import type { OrderedDocument } from '@chancery/server/api';
import { useId, useState } from 'react';
import type { ArrangeVolume } from './use-volume-facts.js';

/** Fixes the number of a document, whatever its place; left empty it is not fixed. */
export function NumberField(props: { document: OrderedDocument; arrange: ArrangeVolume }) {
  const { name, fixed } = props.document;
  const id = useId();
  const [text, setText] = useState(fixed ?? '');
  const wanted = text.trim() === '' ? null : text.trim();
  return (
    <form
      className="number-field"
      onSubmit={(event) => {
        event.preventDefault();
        void props.arrange({ change: 'number', letter: name, number: wanted });
      }}
    >
      <label htmlFor={id}>Fixed number</label>
      <input
        id={id}
        className="field"
        maxLength={20}
        size={5}
        value={text}
        placeholder="none"
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="btn small" disabled={wanted === fixed}>
        {wanted === null && fixed !== null ? 'No longer fix' : 'Fix'}
      </button>
    </form>
  );
}
