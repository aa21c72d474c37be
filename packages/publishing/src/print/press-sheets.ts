import {
  appendBezierCurve,
  lineTo,
  moveTo,
  ParseSpeeds,
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFOperator,
  PDFRawStream,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  setLineWidth,
  setStrokingGrayscaleColor,
  stroke,
} from 'pdf-lib';

const millimetre = 72 / 25.4;
/** Paper round the page, of which the marks take the outer part. */
const slug = 12 * millimetre;
const bleed = 3 * millimetre;
/** Between what may bleed and the marks. */
const clear = 1 * millimetre;
const hairline = 0.25;

/**
 * A PDF for the printer: every page on a sheet with its trim and its bleed told (ISO 32000-1 §14.11.2), crop marks and
 * register marks in the slug, its black the press's black alone, and without links, which a press cannot follow.
 */
export async function asPressSheets(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const { context } = document;
  const drawn = new Map<string, PDFRef>();
  for (const page of document.getPages()) {
    const { width, height } = page.getSize();
    page.setTrimBox(0, 0, width, height);
    page.setBleedBox(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed);
    page.setMediaBox(-slug, -slug, width + 2 * slug, height + 2 * slug);
    page.node.delete(PDFName.of('Annots'));
    withDeviceGrey(page.node.Resources());
    const size = `${width} ${height}`;
    const marks =
      drawn.get(size) ?? context.register(PDFContentStream.of(context.obj({}), marksRound(width, height)));
    drawn.set(size, marks);
    const contents = page.node.get(PDFName.of('Contents'));
    const before = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
    page.node.set(PDFName.of('Contents'), context.obj([marks, ...before]));
  }
  return document.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY });
}

/** The typesetter writes grey by a profile, which a press may turn into four inks; without one, 0 is black ink alone. */
function withDeviceGrey(resources: PDFDict | undefined): void {
  const spaces = resources?.lookupMaybe(PDFName.of('ColorSpace'), PDFDict);
  for (const [name] of spaces?.entries() ?? []) {
    const space = spaces?.lookup(name);
    const profile = space instanceof PDFArray ? space.lookup(1) : undefined;
    const inks = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
    if (inks instanceof PDFNumber && inks.asNumber() === 1) spaces?.set(name, PDFName.of('DeviceGray'));
  }
}

function marksRound(width: number, height: number): PDFOperator[] {
  const from = bleed + clear;
  const line = (x1: number, y1: number, x2: number, y2: number) => [moveTo(x1, y1), lineTo(x2, y2)];
  const crops = [0, width].flatMap((x) =>
    [0, height].flatMap((y) => {
      const outX = x === 0 ? -1 : 1;
      const outY = y === 0 ? -1 : 1;
      return [
        ...line(x + outX * from, y, x + outX * slug, y),
        ...line(x, y + outY * from, x, y + outY * slug),
      ];
    }),
  );
  const away = (from + slug) / 2;
  const registers = [
    [width / 2, -away],
    [width / 2, height + away],
    [-away, height / 2],
    [width + away, height / 2],
  ].flatMap(([x = 0, y = 0]) => registerMark(x, y));
  return [
    pushGraphicsState(),
    setStrokingGrayscaleColor(0),
    setLineWidth(hairline),
    ...crops,
    ...registers,
    stroke(),
    popGraphicsState(),
  ];
}

/** A cross in a circle. */
function registerMark(x: number, y: number): PDFOperator[] {
  const arm = 2.8 * millimetre;
  const r = 1.6 * millimetre;
  // A quarter of a circle by one Bézier curve.
  const c = r * 0.5523;
  return [
    moveTo(x - arm, y),
    lineTo(x + arm, y),
    moveTo(x, y - arm),
    lineTo(x, y + arm),
    moveTo(x + r, y),
    appendBezierCurve(x + r, y + c, x + c, y + r, x, y + r),
    appendBezierCurve(x - c, y + r, x - r, y + c, x - r, y),
    appendBezierCurve(x - r, y - c, x - c, y - r, x, y - r),
    appendBezierCurve(x + c, y - r, x + r, y - c, x + r, y),
  ];
}
