import { EditRefused } from '@chancery/prosemirror-tei';
import {
  CannotWrite,
  type DateType,
  isAfter,
  type LetterDescription,
  type LetterMetadata,
  type MetadataEdit,
} from '@chancery/tei';
import { type ReactNode, useState } from 'react';
import { CopyFields } from './copy-fields.js';
import { DateFields } from './date-fields.js';
import { languageName } from './language-name.js';
import { letterKinds } from './letter-kinds.js';
import type { Registers } from './marks-panel.js';
import { Add, numbered, Remove, TextLine, Tick } from './metadata-fields.js';
import { Name } from './name-fields.js';

type Edit = (edit: MetadataEdit) => void;

interface Everything {
  readonly metadata: LetterMetadata;
  readonly description: LetterDescription;
}

const parts = [
  ['senders', 'Writers', 'writer'],
  ['signatories', 'Signed by', 'signatory'],
  ['addressees', 'Addressees', 'addressee'],
  ['intermediaries', 'Through', 'bearer'],
] as const;

const dateNames: readonly (readonly [DateType, string])[] = [
  ['signed', 'Signed'],
  ['sent', 'Sent'],
  ['received', 'Received'],
  ['handed', 'Handed over'],
  ['transmitted', 'On the way'],
];

const places = [
  ['sent', 'of sending'],
  ['received', 'of receipt'],
  ['signed', 'of signing'],
  ['transmitted', 'on the way'],
] as const;

const bases = [
  ['original-wording', 'the original wording'],
  ['translation', 'a translation'],
  ['back-translation', 'translated back into the language of the original'],
  ['printed', 'a printed text'],
  ['english-text', 'English; whether the original wording, is not said'],
] as const;

const contexts = [
  ['reply-to', 'the letter that this one answers'],
  ['prev', 'the letter before'],
  ['next', 'the letter after'],
] as const;

/** What the header says of a letter, as a form. Each field is a change of its own when it is left or Enter is pressed. */
export function MetadataForm(props: Everything & { registers: Registers; onEdit: Edit }) {
  const { metadata, description, registers } = props;
  const [refusal, setRefusal] = useState<{ field: string; reason: string }>();
  const edit: Edit = (each) => {
    try {
      props.onEdit(each);
      setRefusal(undefined);
    } catch (error) {
      if (!(error instanceof CannotWrite || error instanceof EditRefused || error instanceof Error))
        throw error;
      setRefusal({ field: each.field, reason: error.message });
    }
  };
  const why = (...fields: string[]): ReactNode =>
    refusal && fields.includes(refusal.field) ? (
      <p className="why" role="alert">
        {refusal.reason}
      </p>
    ) : null;
  const line = (
    field: 'headerTitle' | 'number' | 'title' | 'kind' | 'language' | 'originalLanguage',
    label: string,
    value = '',
    choices?: readonly (readonly [string, string])[],
  ) => (
    <TextLine
      label={label}
      place={field}
      value={value}
      long={field === 'title' || field === 'headerTitle'}
      {...(choices ? { choices } : {})}
      onCommit={(text) => edit({ field, value: text })}
    />
  );
  const { number, title } = metadata;
  const languages = registers.languages.map((tag) => [tag, languageName(tag)] as const);
  const reversed = reversedDates(metadata);
  return (
    <div className="meta-form">
      <fieldset>
        <legend>Letter</legend>
        <div className="fields">
          {line('kind', 'Kind', metadata.kind, letterKinds)}
          {line('number', 'Number', number?.text)}
          {number ? (
            <Tick
              label="Supplied by the editors: prints in brackets"
              checked={number.supplied}
              onChange={(value) => edit({ field: 'supplied', of: 'number', value })}
            />
          ) : null}
          {line('title', 'Title over it', title?.text)}
          {title ? (
            <Tick
              label="Supplied by the editors: prints with an asterisk"
              checked={title.supplied}
              onChange={(value) => edit({ field: 'supplied', of: 'title', value })}
            />
          ) : null}
          {line('headerTitle', 'Title of the file', metadata.headerTitle)}
          {line('language', 'Language', metadata.language, languages)}
          {line('originalLanguage', 'Of the original', description.originalLanguage, languages)}
          {why('kind', 'number', 'title', 'supplied', 'headerTitle', 'language', 'originalLanguage')}
        </div>
      </fieldset>
      {parts.map(([part, legend, one]) => (
        <fieldset key={part}>
          <legend>{legend}</legend>
          {numbered(metadata[part]).map(({ each, index, key }) => (
            <Name
              key={key}
              one={one}
              place={`${part}.${index}`}
              value={each}
              entries={registers.persons}
              volumePath={registers.volumePath}
              onSet={(value) => edit({ field: part, index, value })}
            />
          ))}
          <Add one={one} onAdd={(name) => edit({ field: part, value: { name } })} />
          {why(part)}
        </fieldset>
      ))}
      <fieldset>
        <legend>Route</legend>
        <div className="fields">
          <TextLine
            label="In words"
            place="route"
            spoken="How the letter went from hand to hand"
            value={description.route ?? ''}
            long
            onCommit={(value) => edit({ field: 'route', value })}
          />
        </div>
        {why('route')}
      </fieldset>
      {dateNames.map(([type, legend]) => (
        <fieldset key={type}>
          <legend>{legend}</legend>
          <DateFields type={type} dates={metadata.dates.filter((date) => date.type === type)} onEdit={edit} />
        </fieldset>
      ))}
      {reversed === undefined ? null : (
        <p className="why" role="status">
          {reversed}
        </p>
      )}
      {why('date')}
      <fieldset>
        <legend>Places</legend>
        {numbered(metadata.places).map(({ each, index, key }) => (
          <Name
            key={key}
            place={`places.${index}`}
            one={`place ${places.find(([action]) => action === each.action)?.[1] ?? ''}`.trim()}
            value={each}
            entries={registers.places}
            volumePath={registers.volumePath}
            onSet={(value) => edit({ field: 'places', index, action: each.action ?? 'sent', value })}
          />
        ))}
        {places.map(([action, words]) => (
          <Add
            key={action}
            one={`place ${words}`}
            onAdd={(name) => edit({ field: 'places', action, value: { name } })}
          />
        ))}
        {why('places')}
      </fieldset>
      <fieldset>
        <legend>Basis of the text</legend>
        <div className="fields">
          <TextLine
            label="Kind"
            value={metadata.textBasis?.type ?? ''}
            choices={bases}
            onCommit={(type) =>
              edit({
                field: 'textBasis',
                value: { text: metadata.textBasis?.text ?? '', type: type || undefined },
              })
            }
          />
          <TextLine
            label="Statement"
            place="textBasis"
            value={metadata.textBasis?.text ?? ''}
            long
            onCommit={(text) => edit({ field: 'textBasis', value: { text, type: metadata.textBasis?.type } })}
          />
          {why('textBasis')}
        </div>
      </fieldset>
      <CopyFields description={description} onEdit={edit} why={why} />
      <fieldset>
        <legend>Letters around it</legend>
        {numbered(description.context).map(({ each, index, key }) => (
          <div className="fields" key={key} data-place={`context.${index}`}>
            <TextLine
              label="Which"
              value={each.type ?? ''}
              choices={contexts}
              onCommit={(type) =>
                edit({ field: 'context', index, value: { ...each, type: type || undefined } })
              }
            />
            <TextLine
              label="Leads to"
              value={each.target ?? ''}
              onCommit={(target) =>
                edit({ field: 'context', index, value: { ...each, target: target || undefined } })
              }
            />
            <TextLine
              label="In words"
              value={each.text}
              onCommit={(text) => edit({ field: 'context', index, value: { ...each, text } })}
            />
            <Remove what="reference" onRemove={() => edit({ field: 'context', index, value: null })} />
          </div>
        ))}
        <Add one="reference to" onAdd={(target) => edit({ field: 'context', value: { text: '', target } })} />
        {why('context')}
      </fieldset>
    </div>
  );
}

/** That a letter was received before it was sent or signed, in words; undefined where it was not. */
function reversedDates({ dates }: LetterMetadata): string | undefined {
  const of = (type: DateType) => dates.find((date) => date.type === type && date.when !== undefined)?.when;
  const received = of('received');
  for (const [type, word] of [
    ['sent', 'sent'],
    ['signed', 'signed'],
  ] as const) {
    const before = of(type);
    if (received !== undefined && before !== undefined && isAfter(before, received))
      return `The letter was ${word} on ${before} and received on ${received}: one of the two cannot be right.`;
  }
  return undefined;
}
