import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The faces that the edition sets in, by their file names in the font’s package. */
const faces = ['400', '400-italic', '500', '700'];

/** The style sheets of the edition, which are published as one, in this order. */
const styles = [
  'frame',
  'page',
  'text',
  'views',
  'notes',
  'index-of-names',
  'front-page',
  'calendar',
  'changes',
  'widths-and-print',
];

/** What pages do more where scripts run, as it is written. */
const scripts = ['edition.js', 'search.js'];

/** How many notes of a page can stand beside the text; a page with more has them all at its foot. */
const sideNotes = 60;

/** Writes `assets/`: the style sheet, the scripts, the icon, and the typeface, EB Garamond. Nothing comes from elsewhere. */
export async function writeAssets(
  write: (path: string, content: string | Uint8Array) => Promise<void>,
): Promise<void> {
  const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource/eb-garamond/package.json'));
  const files = new Set<string>();
  const fontFaces = faces.map((face) =>
    readFileSync(join(fonts, `${face}.css`), 'utf8')
      .replace(/\/\*.*?\*\/\s*/gs, '')
      .replace(/src: url\(\.\/files\/([\w.-]+\.woff2)\)[^;]*;/g, (_source, file: string) => {
        files.add(file);
        return `src: url(fonts/${file}) format('woff2');`;
      }),
  );
  const sheets = styles.map((name) =>
    readFileSync(new URL(`../../web/styles/${name}.css`, import.meta.url), 'utf8'),
  );
  for (const name of scripts) {
    await write(`assets/${name}`, readFileSync(new URL(`../../web/scripts/${name}`, import.meta.url)));
  }
  await write('assets/icon.svg', readFileSync(new URL('../../web/icon.svg', import.meta.url)));
  await write('assets/edition.css', [...fontFaces, ...sheets, sideNoteRules()].join('\n'));
  for (const file of [...files].sort()) {
    await write(`assets/fonts/${file}`, readFileSync(join(fonts, 'files', file)));
  }
  await write('assets/fonts/LICENSE.txt', readFileSync(join(fonts, 'LICENSE')));
}

/**
 * Anchor positioning (CSS Anchor Positioning Level 1) needs a name for each callout. The content security policy allows
 * no style attributes, so the names are written here, by a note’s place in its page. A note that would run into the one
 * before it is pushed down.
 */
function sideNoteRules(): string {
  const rules: string[] = [];
  for (let place = 1; place <= sideNotes; place += 1) {
    const beside = `calc(anchor(--call-${place} top) - 0.1em)`;
    // The note on a furnished title is none of the diplomatic view’s.
    const below = `calc(anchor(--note-${place - 1} bottom, 0px) + 0.6em)`;
    const top = place === 1 ? beside : `max(${beside}, ${below})`;
    rules.push(
      `.callout.k${place}:not(.again){anchor-name:--call-${place}}`,
      `.notes:not(.many) li.k${place}{anchor-name:--note-${place};top:${top}}`,
    );
  }
  return `@media screen and (min-width:75em){@supports (anchor-name:--x) and (top:anchor(top)){\n${rules.join('\n')}\n}}\n`;
}
