const paths = {
  arrow: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
  comment: 'M2.500 3.500h11v7h-6l-3 2.500v-2.500h-2z',
  check: 'm3 8.5 3.3 3.3L13 4.8',
  caret: 'M6 3h4M6 13h4M8 3v10',
  close: 'm4 4 8 8M12 4l-8 8',
  down: 'm4 6 4 4 4-4',
  download: 'M8 2.500v8M4.7 7.3 8 10.500l3.3-3.200M3 13.500h10',
  error: 'M5.2 2.500h5.600L13.5 5.200v5.600l-2.7 2.700H5.200L2.5 10.800V5.200zM6 6l4 4M10 6l-4 4',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM6.2 8a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0',
  fork: 'M8 13.500V9M8 9 4 5V2.500M8 9l4-4V2.500M2.500 4 4 2.500 5.500 4M10.500 4 12 2.500 13.500 4',
  flag: 'M4 14V2.500M4 3h8l-2 3 2 3H4',
  half: 'M3 8a5 5 0 1 0 10 0A5 5 0 1 0 3 8M8 3v10a5 5 0 0 0 0-10z',
  history: 'M2.5 8a5.5 5.500 0 1 0 11 0 5.5 5.500 0 1 0-11 0M8 5v3.200l2.200 1.300',
  info: 'M2.5 8a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0M8 7.300v3.700M8 5v.1',
  left: 'M10 3 5 8l5 5',
  lock: 'M4 7.500h8v6H4zM5.5 7.500V5.500a2.5 2.5 0 0 1 5 0v2',
  inbox: 'M2.500 9.500 4.500 3.500h7l2 6v3.500h-11zM2.500 9.500h3.200l1 1.500h2.600l1-1.500h3.200',
  meta: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  more: 'M3.500 8v.1M8 8v.1M12.500 8v.1',
  note: 'M3.5 2.500h9v11h-9zM5.5 5.500h5M5.5 8h5M5.5 10.500h3',
  offline: 'm2.5 2.5 11 11M5 12h6.500a2.3 2.3 0 0 0 .8-4.400M10 5a3.5 3.5 0 0 0-5 .8A3.1 3.1 0 0 0 4 12',
  pause: 'M5.5 3.500v9M10.500 3.500v9',
  pen: 'm3 13 .7-3L10.5 3.200l2.3 2.300L6 12.300z',
  play: 'M5 3v10l8-5z',
  redo: 'M13 6.500H6.500a3.5 3.5 0 0 0 0 7H9M13 6.500l-3-3M13 6.500l-3 3',
  right: 'm6 3 5 5-5 5',
  ring: 'M3.5 8a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0',
  search: 'M2.8 7a4.2 4.2 0 1 0 8.4 0A4.2 4.2 0 1 0 2.8 7M10.2 10.200l3.3 3.3',
  undo: 'M3 6.500h6.500a3.5 3.5 0 0 1 0 7H7M3 6.5 6 3.500M3 6.500l3 3',
  warning: 'M8 2.5 14 13H2zM8 6.500v3M8 11.300v.1',
} as const;

/** The name of a drawn sign. */
export type IconName = keyof typeof paths;

/** A drawn sign beside a word. It is hidden from assistive technology: the word says what it means. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'i i-s' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
