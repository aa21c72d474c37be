/** A TEI file of a title and the text that is given. */
export const teiFile = (
  id: string,
  title: string,
  inText: string,
): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}">
<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>Made for tests.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${inText}
</body></text></TEI>
`;

/** A document of a series, by its id. */
export const seriesDocument = (id: string): string =>
  `<div type="document" xml:id="${id}"><head>Of ${id}</head><p>All of ${id} is here.</p></div>`;

/** A file of many documents, by their ids. */
export const seriesFile = (id: string, title: string, documents: readonly string[]): string =>
  teiFile(id, title, documents.map(seriesDocument).join('\n'));
