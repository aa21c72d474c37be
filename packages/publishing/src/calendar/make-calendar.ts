import { type Correspondent, type LetterDate, readPublication, readVolume, toEdtf } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { identities } from '../cmif/identities.js';
import type { OrderedEdition } from '../order-edition.js';
import { publishedLetters } from '../parts/published-letters.js';
import { letterAddress, teiAddress } from '../parts/site-of.js';
import { volumeName } from '../parts/volume-name.js';
import type { Calendar } from './calendar.js';

/** What is known of the letters of an edition, in the order of the volume. */
export function makeCalendar(
  edition: OrderedEdition,
  { site, release }: { readonly site: string | undefined; readonly release?: string | undefined },
): Calendar {
  const tei = parseTree(edition.volume.source);
  const metadata = readVolume(tei);
  const { language } = metadata;
  const identify = identities(edition.volume);
  const { licence } = readPublication(tei);
  return {
    $schema: 'calendar.schema.json',
    title: volumeName(metadata),
    ...(release === undefined ? {} : { release }),
    ...(language === undefined ? {} : { language }),
    ...(licence === undefined ? {} : { licence }),
    letters: publishedLetters(edition).map(({ id, file, metadata: said, number, title }) => {
      const { kind, date, dates, senders, addressees, places, incipit } = said;
      const inLanguage = said.language ?? language;
      const known = (ref: string | undefined) => {
        const identity = identify(file.path, ref);
        return {
          ...(identity?.id === undefined ? {} : { id: identity.id }),
          ...(identity?.address === undefined ? {} : { uri: identity.address }),
        };
      };
      const party = ({ name, ref, isBody }: Correspondent) => {
        const identity = identify(file.path, ref);
        const isOrganisation = isBody || identity?.kind === 'organisations';
        return {
          name: identity?.name ?? name,
          kind: isOrganisation ? ('organisation' as const) : ('person' as const),
          ...known(ref),
        };
      };
      return {
        id,
        ...(number === undefined ? {} : { number }),
        title,
        ...(kind === undefined ? {} : { kind }),
        ...(date === undefined ? {} : { date: dateOf(date) }),
        dates: dates.map(dateOf),
        senders: senders.map(party),
        addressees: addressees.map(party),
        places: places.map(({ name, ref, action }) => ({
          name,
          ...(action === 'sent' || action === 'received' ? { of: action } : {}),
          ...known(ref),
        })),
        ...(inLanguage === undefined ? {} : { language: inLanguage }),
        ...(incipit === undefined ? {} : { incipit }),
        page: letterAddress(site, id),
        tei: teiAddress(site, id),
      };
    }),
    inPreparation: edition.documents.flatMap(({ id, file }) => (file ? [] : [id])),
  };
}

function dateOf(date: LetterDate): Calendar['letters'][number]['dates'][number] {
  const edtf = toEdtf(date);
  return { type: date.type, ...(edtf ? { edtf } : {}), printed: date.printed };
}
