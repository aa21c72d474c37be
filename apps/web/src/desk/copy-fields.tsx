import type { LetterDescription, Manuscript, MetadataEdit } from '@chancery/tei';
import type { ReactNode } from 'react';
import { Add, numbered, Remove, TextLine } from './metadata-fields.js';

const manuscriptParts = [
  ['settlement', 'Town'],
  ['repository', 'Repository'],
  ['shelfmark', 'Shelfmark'],
] as const satisfies readonly (readonly [keyof Manuscript, string])[];

/** The notes that a header may have, with what each is called. */
const notes: Readonly<Record<string, string>> = {
  number: 'On the number',
  source: 'Source note',
};

/** What a letter’s text is taken from: its copies, the texts that are compared, printed sources, and notes on them. */
export function CopyFields(props: {
  description: LetterDescription;
  onEdit: (edit: MetadataEdit) => void;
  why: (...fields: string[]) => ReactNode;
}) {
  const { description, onEdit, why } = props;
  return (
    <>
      <fieldset>
        <legend>Copies</legend>
        {numbered(description.manuscripts).map(({ each, index, key }) => (
          <div className="fields" key={key} data-place={`manuscripts.${index}`}>
            {manuscriptParts.map(([part, label]) => (
              <TextLine
                key={part}
                label={label}
                value={each[part] ?? ''}
                onCommit={(text) => onEdit({ field: 'manuscripts', index, value: { ...each, [part]: text } })}
              />
            ))}
            <Remove what="copy" onRemove={() => onEdit({ field: 'manuscripts', index, value: null })} />
          </div>
        ))}
        <Add
          one="repository of a copy"
          onAdd={(repository) => onEdit({ field: 'manuscripts', value: { repository } })}
        />
        {why('manuscripts')}
      </fieldset>
      <fieldset>
        <legend>Witnesses</legend>
        {numbered(description.witnesses).map(({ each, index, key }) => (
          <div className="fields" key={key} data-place={`witnesses.${index}`}>
            <TextLine
              label="Siglum"
              value={each.siglum ?? ''}
              onCommit={(text) =>
                onEdit({ field: 'witnesses', index, value: { ...each, siglum: text || undefined } })
              }
            />
            <TextLine
              label="Which it is"
              value={each.text}
              onCommit={(text) => onEdit({ field: 'witnesses', index, value: { ...each, text } })}
            />
            <Remove what="witness" onRemove={() => onEdit({ field: 'witnesses', index, value: null })} />
          </div>
        ))}
        <Add one="witness" onAdd={(text) => onEdit({ field: 'witnesses', value: { text } })} />
        {why('witnesses')}
      </fieldset>
      <fieldset>
        <legend>Sources</legend>
        <div className="fields">
          {numbered(description.sources).map(({ each, index, key }) => (
            <TextLine
              key={key}
              place={`sources.${index}`}
              label={index === 0 ? 'Copy-text' : `Source ${index + 1}`}
              value={each}
              long
              onCommit={(value) => onEdit({ field: 'sources', index, value: value || null })}
            />
          ))}
        </div>
        <Add one="source" onAdd={(value) => onEdit({ field: 'sources', value })} />
        {why('sources')}
      </fieldset>
      <fieldset>
        <legend>Notes</legend>
        {numbered(description.notes).map(({ each, index, key }) => (
          <div className="fields" key={key} data-place={`notes.${index}`}>
            <TextLine
              label={notes[each.type ?? ''] ?? each.type ?? 'Note'}
              value={each.text}
              long
              onCommit={(text) => onEdit({ field: 'notes', index, value: text ? { ...each, text } : null })}
            />
          </div>
        ))}
        <Add
          one="source note"
          onAdd={(text) => onEdit({ field: 'notes', value: { text, type: 'source' } })}
        />
        <Add
          one="evidence for the number"
          onAdd={(text) => onEdit({ field: 'notes', value: { text, type: 'number' } })}
        />
        <Add one="note" onAdd={(text) => onEdit({ field: 'notes', value: { text } })} />
        {why('notes')}
      </fieldset>
    </>
  );
}
