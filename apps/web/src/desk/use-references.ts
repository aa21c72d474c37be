import type { LetterDetail, LetterReferences } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Volume } from '../api/volume.js';
import { getLetterReferences } from '../api/volume-facts.js';
import type { LetterSession } from './letter-session.js';
import { noteFindings } from './note-findings.js';
import { type Endnotes, useEndnotes } from './use-endnotes.js';
import { WhereReferencesLead } from './where-references-lead.js';

/** Where the references of the letter lead, and what refers to it. */
export interface References {
  readonly leads: WhereReferencesLead;
  readonly from: LetterReferences['from'] | undefined;
  /** The notes and pages of the volume that may be referred to. */
  readonly places: LetterReferences['places'];
  readonly endnotes: Endnotes;
}

const none: LetterReferences['places'] = [];

/** Keeps the text told of where its references lead: under which numbers, and that some lead nowhere. */
export function useReferences(
  session: LetterSession | undefined,
  letter: LetterDetail,
  volume: Volume | undefined,
): References {
  const { data } = useQuery({
    queryKey: ['references', letter.id],
    queryFn: () => getLetterReferences(letter.id),
  });
  const endnotes = useEndnotes(session, volume, data?.endnotes);
  const { labelled } = endnotes;
  const leads = useMemo(() => {
    const faults = new Map((data?.faults ?? []).map(({ written, message }) => [written, message]));
    return new WhereReferencesLead(letter.path, volume, { faults, endnotes: labelled });
  }, [letter.path, volume, data, labelled]);
  const places = data?.places ?? none;
  const { order } = endnotes;
  const known = volume !== undefined;
  useEffect(
    () => session?.setReferences(leads, (doc) => (known ? noteFindings(doc, { order, places }) : [])),
    [session, leads, order, places, known],
  );
  return { leads, from: data?.from, places, endnotes };
}
