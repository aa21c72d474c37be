/** What a suggestion changes at one place, as far as it is to be said. */
interface Change {
  readonly removed: string;
  readonly inserted: string;
  readonly label: string;
}

const longest = 80;

/** What a change comes to, in few words: “ten for 10”, “ten added”, “10 struck”, “person”. */
export function changeSaying({ removed, inserted, label }: Change): string {
  const words =
    removed !== '' && inserted !== ''
      ? `${shortened(inserted)} for ${shortened(removed)}`
      : inserted !== ''
        ? `${shortened(inserted)} added`
        : removed !== ''
          ? `${shortened(removed)} struck`
          : '';
  return [words, label].filter(Boolean).join(', ');
}

function shortened(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim() || 'a space';
  return flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat;
}
