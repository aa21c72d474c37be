// Letters in the habits of the sample volume, as many and as long as wanted, the same for the same arguments.

const words =
  'the Government delivery of supplies conference front message reply Ambassador concerning agreement forces winter convoy decision aircraft tanks number present situation opinion regarding necessary immediate question plan operation meeting representatives common enemy victory confidence gratitude assistance month programme division army northern southern route transport weather losses reinforcement'.split(
    ' ',
  );
const people = [
  ['stalin', 'J. V. STALIN', 'Marshal Stalin'],
  ['roosevelt', 'F. ROOSEVELT', 'President Roosevelt'],
  ['truman', 'H. TRUMAN', 'President Truman'],
];
const places = [
  ['moscow', 'Moscow'],
  ['teheran', 'Teheran'],
  ['yalta', 'Yalta'],
];
const endnotes = 60;
const lineWidth = 100;

/** A small linear congruential generator (Numerical Recipes, 2nd ed., §7.1): the bench needs sameness, not quality. */
export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const list = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const someWords = (pick, count) => list(count, () => words[pick(words.length)]).join(' ');

function day(offset) {
  const date = new Date(Date.UTC(1941, 7, 1 + offset));
  const printed = date.toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  });
  return { when: date.toISOString().slice(0, 10), printed };
}

/** What an editor marks up within a sentence, each about as often as in the sample volume. */
const inline = [
  (pick) => {
    const [id, , name] = people[pick(people.length)];
    return `<persName ref="../volume.xml#${id}">${name}</persName>`;
  },
  (pick) => {
    const [id, name] = places[pick(places.length)];
    return `<placeName ref="../volume.xml#${id}">${name}</placeName>`;
  },
  (pick) => {
    const { when, printed } = day(pick(1200));
    return `<date when="${when}">${printed}</date>`;
  },
  (pick) =>
    `the message<ptr type="endnote" target="../volume.xml#endnote-${1 + pick(endnotes)}"/> of that month`,
  (pick) => `<hi rend="italic">${someWords(pick, 2)}</hi>`,
  (pick) => `${someWords(pick, 1)} <pb/>`,
];

function sentence(pick) {
  const start = someWords(pick, 5 + pick(9)).replace(/^./, (first) => first.toUpperCase());
  const marked = pick(2) === 0 ? `, ${inline[pick(inline.length)](pick)}, ` : ' ';
  return `${start}${marked}${someWords(pick, 4 + pick(9))}.`;
}

/** Breaks running text at spaces outside tags, as the sample's files are broken. */
function wrapped(text, indent) {
  const lines = [];
  let line = '';
  for (const word of text.match(/(?:<[^>]*>|[^\s<])+/g) ?? []) {
    if (line && line.length + word.length > lineWidth) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join(`\n${indent}`);
}

const prose = (pick) => list(2 + pick(4), () => sentence(pick)).join(' ');

const paragraph = (pick) => `        <p>${wrapped(prose(pick), '          ')}</p>`;

function paragraphs(pick, bytes) {
  const made = [];
  for (let left = bytes; left > 0; left -= made.at(-1).length) made.push(paragraph(pick));
  return made.join('\n');
}

function letter(number, bytes, pick) {
  const [from, fromTitle] = people[pick(people.length)];
  const [to, toTitle] = people[from === 'stalin' ? 1 + pick(2) : 0];
  const { when, printed } = day(number * 4);
  const id = `letter-${number}`;
  return {
    path: `letters/${id}.xml`,
    source: `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>No. ${number}. ${fromTitle} to ${toTitle}</title></titleStmt>
      <publicationStmt><p>Generated for measuring.</p></publicationStmt>
      <sourceDesc><p>None.</p></sourceDesc>
    </fileDesc>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent"><persName ref="../volume.xml#${from}">${fromTitle}</persName><date when="${when}"/></correspAction>
        <correspAction type="received"><persName ref="../volume.xml#${to}">${toTitle}</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text xml:lang="en">
    <body>
      <div type="message">
        <head type="number">No. ${number}</head>
        <dateline>Sent on <date type="sent" when="${when}">${printed}</date></dateline>
        <head type="title"><supplied resp="../volume.xml#commission" reason="no-title">${fromTitle} TO ${toTitle}</supplied></head>
        <opener><salute>My dear friend,</salute></opener>
${paragraphs(pick, bytes)}
        <closer><salute>Yours very sincerely,</salute><signed><persName ref="../volume.xml#${from}">${fromTitle}</persName></signed></closer>
      </div>
    </body>
  </text>
</TEI>
`,
  };
}

/**
 * One generated letter.
 *
 * @param {number} bytes about how long
 * @returns {{ path: string, source: string }}
 */
export function generatedLetter(bytes) {
  return letter(1, bytes - 1_500, random(1));
}

/**
 * A volume of generated letters, each about the length of one of the sample's (5 KB), which call 60 endnotes.
 *
 * @param {number} count how many letters
 */
export function generatedVolume(count) {
  const pick = random(1);
  const letters = list(count, (index) => letter(index + 1, 2_000 + pick(4_000), pick));
  const items = letters.map(({ path }) => `          <item><ptr target="${path}"/></item>`).join('\n');
  const notes = list(
    endnotes,
    (index) =>
      `        <note type="endnote" xml:id="endnote-${index + 1}" n="${index + 1}"><p>${wrapped(prose(pick), '          ')}</p></note>`,
  ).join('\n');
  const persons = people.map(([id, name]) => `<person xml:id="${id}"><persName>${name}</persName></person>`);
  const settings = places.map(([id, name]) => `<place xml:id="${id}"><placeName>${name}</placeName></place>`);
  return {
    volume: {
      path: 'volume.xml',
      source: `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="volume-two">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Generated correspondence</title><respStmt xml:id="commission"><resp>edited by</resp><name>The bench</name></respStmt></titleStmt>
      <publicationStmt><p>Generated for measuring.</p></publicationStmt>
      <sourceDesc><p>None.</p></sourceDesc>
    </fileDesc>
    <profileDesc>
      <particDesc><listPerson>${persons.join('')}</listPerson></particDesc>
      <settingDesc><listPlace>${settings.join('')}</listPlace></settingDesc>
    </profileDesc>
  </teiHeader>
  <text xml:lang="en">
    <front>
      <titlePage><docTitle><titlePart type="main">GENERATED CORRESPONDENCE</titlePart></docTitle></titlePage>
      <divGen type="contents"/>
    </front>
    <body>
      <div type="documents"><head>DOCUMENTS</head>
        <list type="documents">
${items}
        </list>
      </div>
    </body>
    <back>
      <div type="notes"><head>NOTES</head>
${notes}
      </div>
    </back>
  </text>
</TEI>
`,
    },
    letters,
  };
}
