import type { ElementRow } from '../element-row.js';
import { ab } from './ab.js';
import { abbr } from './abbr.js';
import { abstract } from './abstract.js';
import { add } from './add.js';
import { addrLine } from './addr-line.js';
import { address } from './address.js';
import { anchor } from './anchor.js';
import { app } from './app.js';
import { argument } from './argument.js';
import { author } from './author.js';
import { authority } from './authority.js';
import { availability } from './availability.js';
import { back } from './back.js';
import { bibl } from './bibl.js';
import { biblScope } from './bibl-scope.js';
import { birth } from './birth.js';
import { body } from './body.js';
import { byline } from './byline.js';
import { cb } from './cb.js';
import { cell } from './cell.js';
import { change } from './change.js';
import { choice } from './choice.js';
import { closer } from './closer.js';
import { corr } from './corr.js';
import { correction } from './correction.js';
import { correspAction } from './corresp-action.js';
import { correspContext } from './corresp-context.js';
import { correspDesc } from './corresp-desc.js';
import { creation } from './creation.js';
import { date } from './date.js';
import { dateline } from './dateline.js';
import { death } from './death.js';
import { del } from './del.js';
import { distributor } from './distributor.js';
import { div } from './div.js';
import { divGen } from './div-gen.js';
import { docAuthor } from './doc-author.js';
import { docDate } from './doc-date.js';
import { docImprint } from './doc-imprint.js';
import { docTitle } from './doc-title.js';
import { edition } from './edition.js';
import { editionStmt } from './edition-stmt.js';
import { editor } from './editor.js';
import { editorialDecl } from './editorial-decl.js';
import { emph } from './emph.js';
import { encodingDesc } from './encoding-desc.js';
import { epigraph } from './epigraph.js';
import { expan } from './expan.js';
import { extent } from './extent.js';
import { figDesc } from './fig-desc.js';
import { figure } from './figure.js';
import { fileDesc } from './file-desc.js';
import { foreign } from './foreign.js';
import { front } from './front.js';
import { gap } from './gap.js';
import { graphic } from './graphic.js';
import { head } from './head.js';
import { hi } from './hi.js';
import { hyphenation } from './hyphenation.js';
import { idno } from './idno.js';
import { interpretation } from './interpretation.js';
import { item } from './item.js';
import { keywords } from './keywords.js';
import { l } from './l.js';
import { label } from './label.js';
import { langUsage } from './lang-usage.js';
import { language } from './language.js';
import { lb } from './lb.js';
import { lem } from './lem.js';
import { lg } from './lg.js';
import { licence } from './licence.js';
import { list } from './list.js';
import { listBibl } from './list-bibl.js';
import { listPerson } from './list-person.js';
import { listPlace } from './list-place.js';
import { measure } from './measure.js';
import { milestone } from './milestone.js';
import { name } from './name.js';
import { normalization } from './normalization.js';
import { note } from './note.js';
import { notesStmt } from './notes-stmt.js';
import { num } from './num.js';
import { occupation } from './occupation.js';
import { opener } from './opener.js';
import { orgName } from './org-name.js';
import { orig } from './orig.js';
import { p } from './p.js';
import { particDesc } from './partic-desc.js';
import { pb } from './pb.js';
import { persName } from './pers-name.js';
import { person } from './person.js';
import { place } from './place.js';
import { placeName } from './place-name.js';
import { postscript } from './postscript.js';
import { profileDesc } from './profile-desc.js';
import { projectDesc } from './project-desc.js';
import { ptr } from './ptr.js';
import { pubPlace } from './pub-place.js';
import { publicationStmt } from './publication-stmt.js';
import { publisher } from './publisher.js';
import { punctuation } from './punctuation.js';
import { q } from './q.js';
import { quotation } from './quotation.js';
import { quote } from './quote.js';
import { rdg } from './rdg.js';
import { ref } from './ref.js';
import { refsDecl } from './refs-decl.js';
import { reg } from './reg.js';
import { resp } from './resp.js';
import { respStmt } from './resp-stmt.js';
import { revisionDesc } from './revision-desc.js';
import { row } from './row.js';
import { rs } from './rs.js';
import { salute } from './salute.js';
import { samplingDecl } from './sampling-decl.js';
import { seg } from './seg.js';
import { segmentation } from './segmentation.js';
import { seriesStmt } from './series-stmt.js';
import { settingDesc } from './setting-desc.js';
import { sic } from './sic.js';
import { signed } from './signed.js';
import { sourceDesc } from './source-desc.js';
import { stdVals } from './std-vals.js';
import { subst } from './subst.js';
import { supplied } from './supplied.js';
import { surplus } from './surplus.js';
import { table } from './table.js';
import { TEI } from './tei.js';
import { teiHeader } from './tei-header.js';
import { term } from './term.js';
import { text } from './text.js';
import { textClass } from './text-class.js';
import { title } from './title.js';
import { titlePage } from './title-page.js';
import { titlePart } from './title-part.js';
import { titleStmt } from './title-stmt.js';
import { trailer } from './trailer.js';
import { unclear } from './unclear.js';

/** The element table: every TEI element that the house knows, one row each. */
export const elements: readonly ElementRow[] = [
  ab,
  abbr,
  abstract,
  add,
  addrLine,
  address,
  anchor,
  app,
  argument,
  author,
  authority,
  availability,
  back,
  bibl,
  biblScope,
  birth,
  body,
  byline,
  cb,
  cell,
  change,
  choice,
  closer,
  corr,
  correction,
  correspAction,
  correspContext,
  correspDesc,
  creation,
  date,
  dateline,
  death,
  del,
  distributor,
  div,
  divGen,
  docAuthor,
  docDate,
  docImprint,
  docTitle,
  edition,
  editionStmt,
  editor,
  editorialDecl,
  emph,
  encodingDesc,
  epigraph,
  expan,
  extent,
  figDesc,
  figure,
  fileDesc,
  foreign,
  front,
  gap,
  graphic,
  head,
  hi,
  hyphenation,
  idno,
  interpretation,
  item,
  keywords,
  l,
  label,
  langUsage,
  language,
  lb,
  lem,
  lg,
  licence,
  list,
  listBibl,
  listPerson,
  listPlace,
  measure,
  milestone,
  name,
  normalization,
  note,
  notesStmt,
  num,
  occupation,
  opener,
  orgName,
  orig,
  p,
  particDesc,
  pb,
  persName,
  person,
  place,
  placeName,
  postscript,
  profileDesc,
  projectDesc,
  ptr,
  pubPlace,
  publicationStmt,
  publisher,
  punctuation,
  q,
  quotation,
  quote,
  rdg,
  ref,
  refsDecl,
  reg,
  resp,
  respStmt,
  revisionDesc,
  row,
  rs,
  salute,
  samplingDecl,
  seg,
  segmentation,
  seriesStmt,
  settingDesc,
  sic,
  signed,
  sourceDesc,
  stdVals,
  subst,
  supplied,
  surplus,
  table,
  TEI,
  teiHeader,
  term,
  text,
  textClass,
  title,
  titlePage,
  titlePart,
  titleStmt,
  trailer,
  unclear,
];
