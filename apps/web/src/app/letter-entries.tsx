import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useVolume } from '../api/use-volume.js';
import { findTargets } from '../api/volume-lines.js';
import { letterHeading } from '../letters/letter-heading.js';
import { offer, offerSearch, type PaletteEntry } from '../palette/palette-entries.js';
import { registerOrder, registerWords } from '../registers/register-words.js';

/** Offers the letters of the open volume, and its screens, in the palette of every screen. */
export function LetterEntries({ editionId }: { editionId: string }) {
  const { data } = useVolume(editionId);
  const navigate = useNavigate();
  useEffect(() => {
    const go = ({ id }: { id: string }) =>
      void navigate({ to: '/letters/$letterId', params: { letterId: id } });
    const ends = [
      offerSearch('letters', (typed) =>
        /^[>@]/.test(typed) ? undefined : lettersFor(editionId, typed.replace(/^#/, ''), go),
      ),
      offerSearch('search', (typed) => {
        const q = typed.trim();
        if (q.length < 2 || /^[>#@]/.test(q)) return undefined;
        return Promise.resolve([
          {
            id: 'search typed',
            group: 'Search',
            kind: 'command',
            icon: 'search',
            label: `Search for “${q}”`,
            gloss: 'in the text, the notes and the metadata of all letters',
            // Whatever answers to what was typed comes before it.
            words: '',
            run: () =>
              void navigate({ to: '/volumes/$editionId/search', params: { editionId }, search: { q } }),
          } satisfies PaletteEntry,
        ]);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [editionId, navigate]);
  useEffect(() => {
    if (!data) return undefined;
    const { fileId } = data;
    const pieces =
      fileId === null
        ? []
        : data.front.map<PaletteEntry>(({ anchor, title }) => ({
            id: `letter ${fileId} ${anchor ?? ''}`,
            group: 'Go to',
            kind: 'letter',
            icon: 'arrow',
            label: title,
            gloss: 'front matter',
            words: `${title} front matter`,
            run: () =>
              void navigate({
                to: '/letters/$letterId',
                params: { letterId: fileId },
                ...(anchor === undefined ? {} : { hash: anchor }),
              }),
          }));
    const screens: PaletteEntry[] = [
      {
        id: 'screen letters',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'Letters',
        gloss: 'the calendar of the volume',
        words: 'Letters calendar',
        run: () => void navigate({ to: '/volumes/$editionId', params: { editionId } }),
      },
      {
        id: 'screen registers',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'Registers',
        gloss: 'persons, places, organisations, bibliography',
        words: 'Registers persons places organisations bibliography index',
        run: () => void navigate({ to: '/volumes/$editionId/registers', params: { editionId } }),
      },
      {
        id: 'screen search',
        group: 'Go to',
        kind: 'command',
        icon: 'search',
        label: 'Search the volume',
        gloss: 'text, notes and metadata of all letters; replace',
        words: 'Search the volume find replace words text notes',
        run: () => void navigate({ to: '/volumes/$editionId/search', params: { editionId } }),
      },
      {
        id: 'screen volume',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'Volume',
        gloss: 'order, numbers, settings, messages not found',
        words: 'Volume order numbers settings messages not found',
        run: () => void navigate({ to: '/volumes/$editionId/volume', params: { editionId } }),
      },
      {
        id: 'screen emendations',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'Emendations',
        gloss: 'where the edition departs from its copy',
        words: 'Emendations list corrections supplied gaps sic',
        run: () => void navigate({ to: '/volumes/$editionId/emendations', params: { editionId } }),
      },
      {
        id: 'screen editions',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'Editions',
        gloss: 'publish web pages and the print volume',
        words: 'Editions publish web print PDF',
        run: () => void navigate({ to: '/volumes/$editionId/editions', params: { editionId } }),
      },
    ];
    screens.push({
      id: 'screen work',
      group: 'Go to',
      kind: 'command',
      icon: 'arrow',
      label: 'My work',
      gloss: 'the letters that wait for you',
      words: 'My work queue assigned',
      run: () => void navigate({ to: '/work' }),
    });
    if (data.mayManageImages)
      screens.push({
        id: 'screen images',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'Images',
        gloss: 'the scans of the copy: add, order, describe',
        words: 'Images scans facsimile leaves copy upload pages',
        run: () => void navigate({ to: '/volumes/$editionId/images', params: { editionId } }),
      });
    if (data.mayImport)
      screens.push(
        {
          id: 'screen printed volumes',
          group: 'Go to',
          kind: 'command',
          icon: 'arrow',
          label: 'Printed volumes',
          gloss: 'bring in the text of a printed volume, from OCR or plain',
          words: 'Printed volumes import OCR Markdown plain text bring in',
          run: () => void navigate({ to: '/volumes/$editionId/printed', params: { editionId } }),
        },
        {
          id: 'screen volume from TEI',
          group: 'Go to',
          kind: 'command',
          icon: 'arrow',
          label: 'Volume from TEI',
          gloss: 'bring a new volume in: a folder of letters, or one file with many',
          words: 'Volume from TEI new import XML zip archive folder teiCorpus series bring in',
          run: () => void navigate({ to: '/volumes/$editionId/tei', params: { editionId } }),
        },
        {
          id: 'screen letters as files',
          group: 'Go to',
          kind: 'command',
          icon: 'arrow',
          label: 'Letters as files',
          gloss: 'take the letters out as TEI, and bring back what was changed in them',
          words: 'Letters as files export TEI XML zip archive folder bring back series',
          run: () => void navigate({ to: '/volumes/$editionId/files', params: { editionId } }),
        },
        {
          id: 'new letter',
          group: 'Go to',
          kind: 'command',
          icon: 'pen',
          label: 'New letter',
          gloss: 'begin one, at the end or in its place in the volume',
          words: 'New letter begin add create enclosure',
          run: () =>
            void navigate({ to: '/volumes/$editionId', params: { editionId }, search: { begin: true } }),
        },
      );
    if (data.mayManageMembers)
      screens.push({
        id: 'screen people',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'People',
        gloss: 'members, roles and invitations',
        words: 'People members roles invite',
        run: () => void navigate({ to: '/volumes/$editionId/people', params: { editionId } }),
      });
    if (data.mayReadLog)
      screens.push({
        id: 'screen log',
        group: 'Go to',
        kind: 'command',
        icon: 'arrow',
        label: 'Log',
        gloss: 'who did what when',
        words: 'Log audit history',
        run: () => void navigate({ to: '/volumes/$editionId/log', params: { editionId } }),
      });
    const named = registerOrder.flatMap((kind) =>
      data[kind].flatMap(({ id, name, note = '' }): PaletteEntry[] =>
        id === undefined
          ? []
          : [
              {
                id: `entry ${id}`,
                group: registerWords[kind].title,
                kind: 'name',
                icon: 'arrow',
                label: name,
                gloss: note,
                words: `${name} ${note}`,
                run: () =>
                  void navigate({
                    to: '/volumes/$editionId/registers',
                    params: { editionId },
                    search: { ...(kind === 'persons' ? {} : { kind }), entry: id },
                  }),
              },
            ],
      ),
    );
    return offer('letters', [...screens, ...pieces, ...named]);
  }, [data, editionId, navigate]);
  return null;
}

async function lettersFor(
  editionId: string,
  typed: string,
  go: (line: { id: string }) => void,
): Promise<PaletteEntry[]> {
  const { letters } = await findTargets(editionId, typed);
  return letters.map((line) => ({
    id: `letter ${line.id} `,
    group: 'Go to',
    kind: 'letter',
    icon: 'arrow',
    label: letterHeading(line),
    gloss: [line.dateWord, line.date].filter(Boolean).join(' ') || line.incipit,
    words: `${letterHeading(line)} ${line.number} ${line.date} ${line.incipit}`,
    number: line.number,
    run: () => go(line),
  }));
}
