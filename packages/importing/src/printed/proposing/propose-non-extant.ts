import { type Flow, flowOf } from '../reading/flow.js';
import { readPrintedDate } from '../reading/printed-date.js';
import type { Context } from './context.js';
import { joinSentences } from './join-sentences.js';
import { readItems } from './read-items.js';
import type { Section } from './sections.js';

/** The register of messages that were not found. */
export interface ProposedRegister {
  readonly head: Flow;
  readonly entries: readonly ProposedMissing[];
}

/** An entry of it; what could not be told apart is evidence. */
export interface ProposedMissing {
  readonly flow: Flow;
  readonly sender?: readonly [number, number];
  readonly addressee?: readonly [number, number];
  readonly date?: { readonly place: readonly [number, number]; readonly when: string };
  /** Where the evidence begins. */
  readonly evidenceFrom: number;
}

const entry =
  /^(?<sender>\p{Lu}[\p{L}. ’'-]{2,40}?) to (?<addressee>\p{Lu}[\p{L}. ’'-]{2,40}?), (?<date>[^.;:]{4,40})[.;:]\s+/u;

export function proposeRegister(section: Section, context: Context): ProposedRegister | undefined {
  if (!section.heading) return undefined;
  const items = joinSentences(readItems(section.lines, context, 'prose'), context);
  return {
    head: flowOf([section.heading], 'kept'),
    entries: items.flatMap((item) => (item.type === 'page' ? [] : [proposeMissing(item.flow)])),
  };
}

function proposeMissing(flow: Flow): ProposedMissing {
  const found = entry.exec(flow.text);
  const { sender, addressee, date } = found?.groups ?? {};
  const day = date === undefined ? undefined : readPrintedDate(date);
  if (!found || sender === undefined || addressee === undefined || date === undefined || !day)
    return { flow, evidenceFrom: 0 };
  const to = sender.length + ' to '.length;
  const at = to + addressee.length + ', '.length;
  return {
    flow,
    sender: [0, sender.length],
    addressee: [to, to + addressee.length],
    date: { place: [at, at + date.length], when: day.when },
    evidenceFrom: found[0].length,
  };
}
