/** A page of a PDF of the tests. */
export interface MadePage {
  /** Width and height in points, 72 to the inch. */
  readonly box?: readonly [number, number];
  /** A scan that fills the page, as a JPEG. */
  readonly scan?: { readonly jpeg: Buffer; readonly width: number; readonly height: number };
  /** What else is drawn, in the language of pages (ISO 32000-1, 8.2). */
  readonly drawing?: string;
}

/**
 * A PDF, as small as they come (ISO 32000-1, 7.5).
 *
 * @param more entries of the catalogue, such as `/OpenAction << /S /JavaScript /JS (app.alert(1)) >>`, and of the trailer
 */
export function madePdf(
  pages: readonly MadePage[],
  more: { readonly catalogue?: string; readonly trailer?: string } = {},
): Buffer {
  const { catalogue = '', trailer = '' } = more;
  const objects: Buffer[] = [];
  const add = (...content: (string | Buffer)[]) =>
    objects.push(Buffer.concat(content.map((each) => Buffer.from(each))));
  const stream = (facts: string, content: string | Buffer) =>
    add(`<< ${facts} /Length ${content.length} >>\nstream\n`, content, '\nendstream');
  const perPage = 3;
  const kids = pages.map((_, page) => `${3 + perPage * page} 0 R`);
  add(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`);
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`);
  for (const [page, { box = [300, 400], scan, drawing = '' }] of pages.entries()) {
    const [width, height] = box;
    const content = 4 + perPage * page;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R`,
      ` /Resources << /XObject << /Scan ${content + 1} 0 R >> >> >>`,
    );
    stream('', `${scan ? `q ${width} 0 0 ${height} 0 0 cm /Scan Do Q ` : ''}${drawing}`);
    if (scan)
      stream(
        `/Type /XObject /Subtype /Image /Width ${scan.width} /Height ${scan.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
        scan.jpeg,
      );
    else add('null');
  }
  const parts = [Buffer.from('%PDF-1.7\n')];
  let at = 9;
  const places = objects.map((object, index) => {
    const place = at;
    const framed = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(framed);
    at += framed.length;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
