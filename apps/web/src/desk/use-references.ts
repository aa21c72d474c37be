import type { LetterDetail, LetterReferences } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Volume } from '../api/volume.js';
import { getLetterReferences } from '../api/volume-facts.js';
import type { Surroundings } from '../api/volume-lines.js';
import type { LetterLine } from '../letters/letter-line.js';
import type { LetterSession } from './letter-session.js';
import { noteFindings } from './note-findings.js';
import { type Endnotes, useEndnotes } from './use-endnotes.js';
import { WhereReferencesLead } from './where-references-lead.js';

const none: readonly string[] = [];

type Known = (line: LetterLine, worded?: { readonly written: string; readonly words: string }) => void;

/** Where the references of the letter lead, and what refers to it. */
export interface References {
  readonly leads: WhereReferencesLead;
  readonly from: LetterReferences['from'] | undefined;
  /** Takes up the line of a letter that is just being referred to, and how a pointer into it is worded. */
  readonly known: Known;
  readonly endnotes: Endnotes;
}

/** Keeps the text told of where its references lead: under which numbers, and that some lead nowhere. */
export function useReferences(
  session: LetterSession | undefined,
  letter: LetterDetail,
  volume: Volume | undefined,
  { line, previous, next, referred }: Surroundings,
): References {
  const [picked, setPicked] = useState<readonly LetterLine[]>([]);
  const [wordedHere, setWordedHere] = useState<LetterReferences['words']>([]);
  const known = useCallback<Known>((one, worded) => {
    setPicked((before) => [...before, one]);
    if (worded) setWordedHere((before) => [...before, worded]);
  }, []);
  const { data } = useQuery({
    queryKey: ['references', letter.id],
    queryFn: () => getLetterReferences(letter.id),
  });
  const endnotes = useEndnotes(session, volume, data);
  const { labelled } = endnotes;
  const leads = useMemo(() => {
    const faults = new Map((data?.faults ?? []).map(({ written, message }) => [written, message]));
    const lines = [...referred, ...picked, line, previous, next].filter((each) => each !== undefined);
    const worded = new Map(
      [...(data?.words ?? []), ...wordedHere].map(({ written, words }) => [written, words]),
    );
    return new WhereReferencesLead(letter.path, { lines, faults, worded, endnotes: labelled });
  }, [letter.path, data, labelled, line, previous, next, referred, picked, wordedHere]);
  const inPlace = data?.notesInPlace ?? none;
  const { order } = endnotes;
  const isVolumeKnown = volume !== undefined;
  useEffect(
    () =>
      session?.setReferences(leads, (doc) => (isVolumeKnown ? noteFindings(doc, { order, inPlace }) : [])),
    [session, leads, order, inPlace, isVolumeKnown],
  );
  return { leads, from: data?.from, known, endnotes };
}
