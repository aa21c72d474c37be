import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { asPrintedEdition } from '../../packages/publishing/dist/as-printed-edition.js';
import { orderEdition } from '../../packages/publishing/dist/order-edition.js';
import { Transforms } from '../../packages/publishing/dist/transform/threads/transforms.js';
import { planEdition } from '../../packages/publishing/dist/web/plan-edition.js';

/** Where Debian’s package libsaxonhe-java puts it. */
const jar = '/usr/share/java/Saxon-HE.jar';
const stylesheets = fileURLToPath(new URL('../../packages/publishing/xslt/web/', import.meta.url));
/** What pages look up, for a processor without functions as values, which Saxon-HE 9 has not. */
const by = (entry, elements, name) =>
  `<xsl:map-entry key="'${entry}'"><xsl:map><xsl:for-each-group select="${elements}" group-by="string(${name})">
    <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
  </xsl:for-each-group></xsl:map></xsl:map-entry>`;
const lookup = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:f="urn:chancery:functions" xmlns:c="urn:chancery:calendar" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:function name="f:lookup" as="map(*)">
    <xsl:param name="volume" as="document-node()"/>
    <xsl:param name="calendar" as="document-node()"/>
    <xsl:variable name="reading" select="$calendar/c:calendar/c:reading"/>
    <xsl:map>
      ${by('id', '$volume/descendant::*[@xml:id]', '@xml:id')}
      ${by('page', '$reading/(c:page | c:entry)', '(@slug, @id)[1]')}
      ${by('entry', '$reading/c:entry', '@id')}
      ${by('registered', '$calendar/c:calendar/c:registered/c:registered', '@id')}
      ${by('note', '$calendar/c:calendar/c:notes/c:note', '@id')}
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>`;

const nothing = {
  knows: () => false,
  take: () => undefined,
  note: () => undefined,
  lastFile: () => undefined,
};

/**
 * How long Saxon-HE on Java takes for the pages of the letters alone, by our own stylesheet, of the plan that we made: without
 * the plan itself, the other pages and the search. Of the letters all are taken for the first, which changes their links and
 * no more.
 *
 * @returns seconds, with the start of Java; undefined where it is not installed
 */
export async function pagesBySaxon(edition, folder) {
  if (!existsSync(jar)) return undefined;
  const printed = asPrintedEdition(orderEdition(edition));
  const { calendar, present } = await planEdition(printed, nothing, new Transforms(1));
  const [from, to] = [join(folder, 'letters-as-printed'), join(folder, 'pages-by-saxon')];
  for (const path of [from, to]) await mkdir(path);
  const [plan, volume] = [join(folder, 'plan.xml'), join(folder, 'volume-as-printed.xml')];
  await writeFile(plan, calendar.text);
  await writeFile(volume, printed.volume.source);
  for (const { file } of present) await writeFile(join(from, basename(file.path)), file.source);
  const ours = join(folder, 'stylesheets');
  await cp(stylesheets, ours, { recursive: true });
  await writeFile(join(ours, 'modules/lookup.xsl'), lookup);
  const start = performance.now();
  await promisify(execFile)('java', [
    ...['-cp', jar, 'net.sf.saxon.Transform', `-s:${from}`, `-o:${to}`, `-xsl:${join(ours, 'page.xsl')}`],
    ...[`+volume=${volume}`, `+calendar=${plan}`],
    ...['kind=document', `here=${present[0].id}`, 'root=../../'],
  ]);
  return (performance.now() - start) / 1000;
}
