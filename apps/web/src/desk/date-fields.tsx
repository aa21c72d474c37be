import {
  type DateType,
  fromEdtf,
  ImpossibleDate,
  type LetterDate,
  type MetadataEdit,
  toEdtf,
} from '@chancery/tei';
import { numbered, TextLine } from './metadata-fields.js';

const certainties = [
  ['high', 'certain'],
  ['medium', 'probable'],
  ['low', 'uncertain'],
  ['unknown', 'not known'],
] as const;

/** What the date of a letter is usually known from; words of one's own may stand there too. */
const evidences = [
  ['content', 'from what the letter says'],
  ['docketed', 'from a docket on the letter'],
  ['postmark', 'from the postmark'],
  ['register', 'from a register of letters'],
  ['printed', 'from a printed edition'],
  ['internal', 'from the letter itself'],
  ['external', 'from elsewhere'],
  ['conjecture', 'by inference'],
] as const;

/** Why a date cannot be one, in words; undefined where it can. */
function faultOf(text: string): string | undefined {
  try {
    fromEdtf(text);
    return undefined;
  } catch (error) {
    if (error instanceof ImpossibleDate) return error.message;
    throw error;
  }
}

/** The dates of a letter of one type: each with how sure it is, and what it is known from. */
export function DateFields(props: {
  type: DateType;
  dates: readonly LetterDate[];
  onEdit: (edit: MetadataEdit) => void;
}) {
  const { type, dates, onEdit } = props;
  const rows: readonly (LetterDate | undefined)[] = dates.length > 0 ? dates : [undefined];
  return numbered(rows).map(({ each: date, index, key }) => {
    const written = date ? toEdtf(date) : '';
    const { when, notBefore, notAfter, isSpan, cert, precision, evidence } = date ?? {};
    const now = { when, notBefore, notAfter, isSpan: isSpan ?? false, cert, precision, evidence };
    const set = (value: Extract<MetadataEdit, { field: 'date' }>['value']) =>
      onEdit({ field: 'date', type, ...(date ? { index } : {}), value });
    return (
      <div className="fields" key={key} data-place={`date.${type}.${index}`}>
        {date?.printed ? (
          <>
            <span className="quiet">In the letter</span>
            <span>{date.printed}</span>
          </>
        ) : null}
        <TextLine
          label="Day"
          value={written}
          placeholder="1941-08-04, 1941-08~, [1941-08..1941-10]"
          faultOf={faultOf}
          onCommit={(text) =>
            // What is written says how sure it is as well; a degree between the two is kept.
            set(
              text === ''
                ? null
                : {
                    when: undefined,
                    notBefore: undefined,
                    notAfter: undefined,
                    isSpan: false,
                    cert: cert === 'high' ? cert : undefined,
                    precision: undefined,
                    evidence,
                    ...fromEdtf(text),
                  },
            )
          }
        />
        {date ? (
          <>
            <TextLine
              label="Certainty"
              value={cert ?? ''}
              choices={certainties}
              onCommit={(text) => set({ ...now, cert: text || undefined })}
            />
            <TextLine
              label="Known"
              spoken="What the date is known from"
              value={evidence ?? ''}
              choices={evidences}
              onCommit={(text) => set({ ...now, evidence: text || undefined })}
            />
          </>
        ) : null}
      </div>
    );
  });
}
