import type { VolumeFacts } from '@chancery/server/api';
import { pageFault } from '@chancery/tei';
import { useId } from 'react';
import { Choices } from '../app/choices.js';
import { FormFault } from '../sign-in/form-fault.js';

type Page = VolumeFacts['page'];
type Length = 'width' | 'height' | 'inner' | 'top' | 'outer' | 'foot' | 'size';
type Choice = 'template' | 'face' | 'figures' | 'missingGlyphs' | 'deadReferences' | 'overfullLines';

const lengths: readonly (readonly [Length, string])[] = [
  ['width', 'Page width, mm'],
  ['height', 'Page height, mm'],
  ['inner', 'Margin at the spine, mm'],
  ['outer', 'Margin outside, mm'],
  ['top', 'Margin at the top, mm'],
  ['foot', 'Margin at the foot, mm'],
  ['size', 'Size of type, points'],
];

const choices: {
  readonly [Name in Choice]: {
    readonly label: string;
    readonly of: readonly (readonly [Page[Name], string])[];
  };
} = {
  template: {
    label: 'Template',
    of: [
      ['university press', 'as a university press sets a volume'],
      ['documentary diplomatic', 'line for line, with line numbers and the marks of the copy'],
    ],
  },
  face: {
    label: 'Typeface',
    of: [
      ['EB Garamond', 'EB Garamond'],
      ['Alegreya', 'Alegreya, with small capitals in Greek and Cyrillic too'],
    ],
  },
  figures: {
    label: 'Figures in running text',
    of: [
      ['old-style', 'old-style: they rise and hang as small letters do'],
      ['lining', 'lining: all as high as capitals'],
    ],
  },
  missingGlyphs: {
    label: 'A character that the typeface does not have',
    of: [
      ['stop', 'stops the printing, with letter and line'],
      ['warn', 'is told by letter and line; its number is printed, as [U+2654]'],
    ],
  },
  deadReferences: {
    label: 'A reference that leads nowhere',
    of: [
      ['warn', 'is told by letter and line'],
      ['stop', 'stops the printing, with letter and line'],
    ],
  },
  overfullLines: {
    label: 'A line that is wider than its measure',
    of: [
      ['warn', 'is told by letter and line'],
      ['stop', 'stops the printing, with letter and line'],
    ],
  },
};

/** How the volume is set in print: its template, its page as it is cut, its type. */
export function PageFields(props: { page: Page; disabled: boolean; onChange: (page: Page) => void }) {
  const { page } = props;
  const id = useId();
  const fault = pageFault(page);
  const choice = <Name extends Choice>(name: Name) => (
    <div className="form-field">
      <label htmlFor={`${id}-${name}`}>{choices[name].label}</label>
      <select
        id={`${id}-${name}`}
        className="field"
        value={page[name]}
        onChange={({ target }) => {
          const chosen = choices[name].of.find(([value]) => value === target.value);
          if (chosen) props.onChange({ ...page, [name]: chosen[0] });
        }}
      >
        <Choices of={choices[name].of} />
      </select>
    </div>
  );
  return (
    <fieldset disabled={props.disabled}>
      <legend>Print</legend>
      {choice('template')}
      <div className="page-lengths">
        {lengths.map(([name, label]) => (
          <div key={name} className="form-field">
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <input
              id={`${id}-${name}`}
              className="field"
              type="number"
              step="any"
              min={1}
              max={500}
              value={page[name] || ''}
              onChange={({ target }) => props.onChange({ ...page, [name]: target.valueAsNumber || 0 })}
            />
          </div>
        ))}
      </div>
      {choice('face')}
      {choice('figures')}
      {choice('missingGlyphs')}
      {choice('deadReferences')}
      {choice('overfullLines')}
      <FormFault error={fault === undefined ? null : new Error(fault)} />
    </fieldset>
  );
}
