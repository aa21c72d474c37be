import { escapeText } from '@chancery/xml';

/** Letters that go into a line of the cover. */
const lineLength = 24;
const mostLines = 14;

/** A cover of letters only: the title, and who publishes it. */
export function cover(title: string, publisher: string | undefined): string {
  const lines = wrapped(title);
  const size = lines.length > 8 ? 52 : 68;
  const top = 800 - (lines.length * size * 1.25) / 2;
  const rows = lines.map(
    (line, index) =>
      `  <text x="600" y="${Math.round(top + index * size * 1.25)}" font-size="${size}">${escapeText(line)}</text>\n`,
  );
  const [foot] = publisher === undefined ? [] : wrapped(publisher, 48);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1600" width="1200" height="1600" font-family="Garamond, Georgia, serif" text-anchor="middle" fill="#1d1b18">
  <title>${escapeText(title)}</title>
  <rect width="1200" height="1600" fill="#f6f1e6"/>
  <rect x="60" y="60" width="1080" height="1480" fill="none" stroke="#7a1f1f" stroke-width="4"/>
${rows.join('')}${foot === undefined ? '' : `  <text x="600" y="1440" font-size="38">${escapeText(foot)}</text>\n`}</svg>
`;
}

function wrapped(words: string, length = lineLength): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]} …`];
}
