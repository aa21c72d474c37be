// A volume in the habits of the sample one, of any size, the same for the same arguments.

const words =
  'the Government delivery of supplies conference front message reply Ambassador concerning agreement forces winter convoy decision aircraft tanks number present situation opinion regarding necessary immediate question plan operation meeting representatives common enemy victory confidence gratitude assistance month programme division army northern southern route transport weather losses reinforcement'.split(
    ' ',
  );
const people = [
  ['stalin', 'J. V. STALIN'],
  ['roosevelt', 'F. ROOSEVELT'],
  ['truman', 'H. TRUMAN'],
];
const endnotes = 60;

/** A small linear congruential generator (Numerical Recipes, 2nd ed., §7.1): the bench needs sameness, not quality. */
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sentence(pick) {
  const length = 9 + pick(18);
  const list = Array.from({ length }, () => words[pick(words.length)]);
  return `${list.join(' ').replace(/^./, (first) => first.toUpperCase())}.`;
}

function paragraph(pick) {
  const text = Array.from({ length: 2 + pick(4) }, () => sentence(pick));
  if (pick(3) === 0)
    text.splice(
      1,
      0,
      `<persName ref="../volume.xml#stalin">Mr Stalin</persName> wrote${`<ptr type="endnote" target="../volume.xml#endnote-${1 + pick(endnotes)}"/>`} of it.`,
    );
  return `        <p>${text.join(' ')}</p>`;
}

function letter(number, pick) {
  const [from, fromTitle] = people[pick(people.length)];
  const [to, toTitle] = people[from === 'stalin' ? 1 + pick(2) : 0];
  const date = new Date(Date.UTC(1941, 7, 1 + number * 4));
  const when = date.toISOString().slice(0, 10);
  const printed = date.toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  });
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
${Array.from({ length: 6 + pick(6) }, () => paragraph(pick)).join('\n')}
        <closer><salute>Yours very sincerely,</salute><signed><persName ref="../volume.xml#${from}">${fromTitle}</persName></signed></closer>
      </div>
    </body>
  </text>
</TEI>
`,
  };
}

/**
 * A volume of generated letters, each about the length of one of the sample's (5 KB), which call 60 endnotes.
 *
 * @param {number} count how many letters
 * @param {number} [seed] another seed gives another volume
 */
export function generatedVolume(count, seed = 1) {
  const pick = random(seed);
  const letters = Array.from({ length: count }, (_, index) => letter(index + 1, pick));
  const items = letters.map(({ path }) => `          <item><ptr target="${path}"/></item>`).join('\n');
  const notes = Array.from(
    { length: endnotes },
    (_, index) =>
      `        <note type="endnote" xml:id="endnote-${index + 1}" n="${index + 1}"><p>${sentence(pick)}</p></note>`,
  ).join('\n');
  const persons = people
    .map(([id, name]) => `<person xml:id="${id}"><persName>${name}</persName></person>`)
    .join('');
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
    <profileDesc><particDesc><listPerson>${persons}</listPerson></particDesc></profileDesc>
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
