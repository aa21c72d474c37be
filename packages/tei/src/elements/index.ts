import type { ElementRow } from '../element-row.js';
import { ab } from './ab.js';
import { abbr } from './abbr.js';
import { abstract } from './abstract.js';
import { accMat } from './acc-mat.js';
import { acquisition } from './acquisition.js';
import { activity } from './activity.js';
import { add } from './add.js';
import { addName } from './add-name.js';
import { addSpan } from './add-span.js';
import { additional } from './additional.js';
import { additions } from './additions.js';
import { addrLine } from './addr-line.js';
import { address } from './address.js';
import { adminInfo } from './admin-info.js';
import { affiliation } from './affiliation.js';
import { age } from './age.js';
import { altIdentifier } from './alt-identifier.js';
import { am } from './am.js';
import { analytic } from './analytic.js';
import { anchor } from './anchor.js';
import { app } from './app.js';
import { appInfo } from './app-info.js';
import { application } from './application.js';
import { argument } from './argument.js';
import { author } from './author.js';
import { authority } from './authority.js';
import { availability } from './availability.js';
import { back } from './back.js';
import { bibl } from './bibl.js';
import { biblFull } from './bibl-full.js';
import { biblScope } from './bibl-scope.js';
import { biblStruct } from './bibl-struct.js';
import { binaryObject } from './binary-object.js';
import { binding } from './binding.js';
import { bindingDesc } from './binding-desc.js';
import { birth } from './birth.js';
import { bloc } from './bloc.js';
import { body } from './body.js';
import { byline } from './byline.js';
import { c } from './c.js';
import { caesura } from './caesura.js';
import { calendar } from './calendar.js';
import { calendarDesc } from './calendar-desc.js';
import { catDesc } from './cat-desc.js';
import { catRef } from './cat-ref.js';
import { catchwords } from './catchwords.js';
import { category } from './category.js';
import { cb } from './cb.js';
import { cell } from './cell.js';
import { certainty } from './certainty.js';
import { change } from './change.js';
import { char } from './char.js';
import { charDecl } from './char-decl.js';
import { choice } from './choice.js';
import { cit } from './cit.js';
import { citedRange } from './cited-range.js';
import { cl } from './cl.js';
import { classCode } from './class-code.js';
import { classDecl } from './class-decl.js';
import { closer } from './closer.js';
import { collation } from './collation.js';
import { collection } from './collection.js';
import { colophon } from './colophon.js';
import { condition } from './condition.js';
import { corr } from './corr.js';
import { correction } from './correction.js';
import { correspAction } from './corresp-action.js';
import { correspContext } from './corresp-context.js';
import { correspDesc } from './corresp-desc.js';
import { country } from './country.js';
import { creation } from './creation.js';
import { custEvent } from './cust-event.js';
import { custodialHist } from './custodial-hist.js';
import { damage } from './damage.js';
import { damageSpan } from './damage-span.js';
import { date } from './date.js';
import { dateline } from './dateline.js';
import { death } from './death.js';
import { decoDesc } from './deco-desc.js';
import { decoNote } from './deco-note.js';
import { del } from './del.js';
import { delSpan } from './del-span.js';
import { depth } from './depth.js';
import { desc } from './desc.js';
import { dim } from './dim.js';
import { dimensions } from './dimensions.js';
import { distinct } from './distinct.js';
import { distributor } from './distributor.js';
import { district } from './district.js';
import { div } from './div.js';
import { divGen } from './div-gen.js';
import { docAuthor } from './doc-author.js';
import { docDate } from './doc-date.js';
import { docEdition } from './doc-edition.js';
import { docImprint } from './doc-imprint.js';
import { docTitle } from './doc-title.js';
import { edition } from './edition.js';
import { editionStmt } from './edition-stmt.js';
import { editor } from './editor.js';
import { editorialDecl } from './editorial-decl.js';
import { education } from './education.js';
import { email } from './email.js';
import { emph } from './emph.js';
import { encodingDesc } from './encoding-desc.js';
import { epigraph } from './epigraph.js';
import { event } from './event.js';
import { eventName } from './event-name.js';
import { ex } from './ex.js';
import { expan } from './expan.js';
import { explicit } from './explicit.js';
import { extent } from './extent.js';
import { facsimile } from './facsimile.js';
import { faith } from './faith.js';
import { figDesc } from './fig-desc.js';
import { figure } from './figure.js';
import { fileDesc } from './file-desc.js';
import { filiation } from './filiation.js';
import { finalRubric } from './final-rubric.js';
import { floatingText } from './floating-text.js';
import { floruit } from './floruit.js';
import { foliation } from './foliation.js';
import { foreign } from './foreign.js';
import { forename } from './forename.js';
import { formula } from './formula.js';
import { front } from './front.js';
import { funder } from './funder.js';
import { fw } from './fw.js';
import { g } from './g.js';
import { gap } from './gap.js';
import { gb } from './gb.js';
import { genName } from './gen-name.js';
import { gender } from './gender.js';
import { geo } from './geo.js';
import { geogFeat } from './geog-feat.js';
import { geogName } from './geog-name.js';
import { gloss } from './gloss.js';
import { glyph } from './glyph.js';
import { graphic } from './graphic.js';
import { group } from './group.js';
import { handDesc } from './hand-desc.js';
import { handNote } from './hand-note.js';
import { handNotes } from './hand-notes.js';
import { handShift } from './hand-shift.js';
import { head } from './head.js';
import { headItem } from './head-item.js';
import { headLabel } from './head-label.js';
import { height } from './height.js';
import { heraldry } from './heraldry.js';
import { hi } from './hi.js';
import { history } from './history.js';
import { hyphenation } from './hyphenation.js';
import { idno } from './idno.js';
import { imprimatur } from './imprimatur.js';
import { imprint } from './imprint.js';
import { incipit } from './incipit.js';
import { institution } from './institution.js';
import { interp } from './interp.js';
import { interpGrp } from './interp-grp.js';
import { interpretation } from './interpretation.js';
import { item } from './item.js';
import { join } from './join.js';
import { joinGrp } from './join-grp.js';
import { keywords } from './keywords.js';
import { l } from './l.js';
import { label } from './label.js';
import { lacunaEnd } from './lacuna-end.js';
import { lacunaStart } from './lacuna-start.js';
import { langUsage } from './lang-usage.js';
import { language } from './language.js';
import { layout } from './layout.js';
import { layoutDesc } from './layout-desc.js';
import { lb } from './lb.js';
import { lem } from './lem.js';
import { lg } from './lg.js';
import { licence } from './licence.js';
import { line } from './line.js';
import { link } from './link.js';
import { linkGrp } from './link-grp.js';
import { list } from './list.js';
import { listApp } from './list-app.js';
import { listBibl } from './list-bibl.js';
import { listChange } from './list-change.js';
import { listEvent } from './list-event.js';
import { listNym } from './list-nym.js';
import { listOrg } from './list-org.js';
import { listPerson } from './list-person.js';
import { listPlace } from './list-place.js';
import { listPrefixDef } from './list-prefix-def.js';
import { listRelation } from './list-relation.js';
import { listTranspose } from './list-transpose.js';
import { listWit } from './list-wit.js';
import { localProp } from './local-prop.js';
import { locale } from './locale.js';
import { location } from './location.js';
import { locus } from './locus.js';
import { locusGrp } from './locus-grp.js';
import { m } from './m.js';
import { mapping } from './mapping.js';
import { material } from './material.js';
import { measure } from './measure.js';
import { measureGrp } from './measure-grp.js';
import { media } from './media.js';
import { meeting } from './meeting.js';
import { mentioned } from './mentioned.js';
import { metamark } from './metamark.js';
import { milestone } from './milestone.js';
import { mod } from './mod.js';
import { monogr } from './monogr.js';
import { msContents } from './ms-contents.js';
import { msDesc } from './ms-desc.js';
import { msFrag } from './ms-frag.js';
import { msIdentifier } from './ms-identifier.js';
import { msItem } from './ms-item.js';
import { msName } from './ms-name.js';
import { msPart } from './ms-part.js';
import { name } from './name.js';
import { nameLink } from './name-link.js';
import { namespace } from './namespace.js';
import { nationality } from './nationality.js';
import { normalization } from './normalization.js';
import { notatedMusic } from './notated-music.js';
import { note } from './note.js';
import { noteGrp } from './note-grp.js';
import { notesStmt } from './notes-stmt.js';
import { num } from './num.js';
import { nym } from './nym.js';
import { objectDesc } from './object-desc.js';
import { objectName } from './object-name.js';
import { objectType } from './object-type.js';
import { occupation } from './occupation.js';
import { offset } from './offset.js';
import { opener } from './opener.js';
import { org } from './org.js';
import { orgName } from './org-name.js';
import { orig } from './orig.js';
import { origDate } from './orig-date.js';
import { origPlace } from './orig-place.js';
import { origin } from './origin.js';
import { p } from './p.js';
import { particDesc } from './partic-desc.js';
import { pb } from './pb.js';
import { pc } from './pc.js';
import { persName } from './pers-name.js';
import { person } from './person.js';
import { personGrp } from './person-grp.js';
import { phr } from './phr.js';
import { physDesc } from './phys-desc.js';
import { place } from './place.js';
import { placeName } from './place-name.js';
import { postBox } from './post-box.js';
import { postCode } from './post-code.js';
import { postscript } from './postscript.js';
import { precision } from './precision.js';
import { prefixDef } from './prefix-def.js';
import { principal } from './principal.js';
import { profileDesc } from './profile-desc.js';
import { projectDesc } from './project-desc.js';
import { provenance } from './provenance.js';
import { ptr } from './ptr.js';
import { pubPlace } from './pub-place.js';
import { publicationStmt } from './publication-stmt.js';
import { publisher } from './publisher.js';
import { punctuation } from './punctuation.js';
import { q } from './q.js';
import { quotation } from './quotation.js';
import { quote } from './quote.js';
import { rdg } from './rdg.js';
import { rdgGrp } from './rdg-grp.js';
import { recordHist } from './record-hist.js';
import { redo } from './redo.js';
import { ref } from './ref.js';
import { refsDecl } from './refs-decl.js';
import { reg } from './reg.js';
import { region } from './region.js';
import { relatedItem } from './related-item.js';
import { relation } from './relation.js';
import { rendition } from './rendition.js';
import { repository } from './repository.js';
import { residence } from './residence.js';
import { resp } from './resp.js';
import { respStmt } from './resp-stmt.js';
import { respons } from './respons.js';
import { restore } from './restore.js';
import { retrace } from './retrace.js';
import { revisionDesc } from './revision-desc.js';
import { rhyme } from './rhyme.js';
import { roleName } from './role-name.js';
import { row } from './row.js';
import { rs } from './rs.js';
import { rubric } from './rubric.js';
import { s } from './s.js';
import { said } from './said.js';
import { salute } from './salute.js';
import { samplingDecl } from './sampling-decl.js';
import { scriptDesc } from './script-desc.js';
import { scriptNote } from './script-note.js';
import { seal } from './seal.js';
import { sealDesc } from './seal-desc.js';
import { secFol } from './sec-fol.js';
import { secl } from './secl.js';
import { seg } from './seg.js';
import { segmentation } from './segmentation.js';
import { series } from './series.js';
import { seriesStmt } from './series-stmt.js';
import { setting } from './setting.js';
import { settingDesc } from './setting-desc.js';
import { settlement } from './settlement.js';
import { sex } from './sex.js';
import { sic } from './sic.js';
import { signatures } from './signatures.js';
import { signed } from './signed.js';
import { soCalled } from './so-called.js';
import { source } from './source.js';
import { sourceDesc } from './source-desc.js';
import { sourceDoc } from './source-doc.js';
import { space } from './space.js';
import { span } from './span.js';
import { spanGrp } from './span-grp.js';
import { sponsor } from './sponsor.js';
import { stamp } from './stamp.js';
import { standOff } from './stand-off.js';
import { state } from './state.js';
import { stdVals } from './std-vals.js';
import { street } from './street.js';
import { subst } from './subst.js';
import { substJoin } from './subst-join.js';
import { summary } from './summary.js';
import { supplied } from './supplied.js';
import { support } from './support.js';
import { supportDesc } from './support-desc.js';
import { surface } from './surface.js';
import { surfaceGrp } from './surface-grp.js';
import { surname } from './surname.js';
import { surplus } from './surplus.js';
import { surrogates } from './surrogates.js';
import { table } from './table.js';
import { tagUsage } from './tag-usage.js';
import { tagsDecl } from './tags-decl.js';
import { taxonomy } from './taxonomy.js';
import { TEI } from './tei.js';
import { teiHeader } from './tei-header.js';
import { term } from './term.js';
import { text } from './text.js';
import { textClass } from './text-class.js';
import { textLang } from './text-lang.js';
import { time } from './time.js';
import { title } from './title.js';
import { titlePage } from './title-page.js';
import { titlePart } from './title-part.js';
import { titleStmt } from './title-stmt.js';
import { trailer } from './trailer.js';
import { trait } from './trait.js';
import { transpose } from './transpose.js';
import { typeDesc } from './type-desc.js';
import { typeNote } from './type-note.js';
import { unclear } from './unclear.js';
import { undo } from './undo.js';
import { unicodeProp } from './unicode-prop.js';
import { unit } from './unit.js';
import { variantEncoding } from './variant-encoding.js';
import { w } from './w.js';
import { watermark } from './watermark.js';
import { width } from './width.js';
import { wit } from './wit.js';
import { witDetail } from './wit-detail.js';
import { witEnd } from './wit-end.js';
import { witStart } from './wit-start.js';
import { witness } from './witness.js';
import { zone } from './zone.js';

/** The element table: every TEI element that the house knows, one row each. */
export const elements: readonly ElementRow[] = [
  ab,
  abbr,
  abstract,
  accMat,
  acquisition,
  activity,
  add,
  additional,
  additions,
  addName,
  address,
  addrLine,
  addSpan,
  adminInfo,
  affiliation,
  age,
  altIdentifier,
  am,
  analytic,
  anchor,
  app,
  appInfo,
  application,
  argument,
  author,
  authority,
  availability,
  back,
  bibl,
  biblFull,
  biblScope,
  biblStruct,
  binaryObject,
  binding,
  bindingDesc,
  birth,
  bloc,
  body,
  byline,
  c,
  caesura,
  calendar,
  calendarDesc,
  catchwords,
  catDesc,
  category,
  catRef,
  cb,
  cell,
  certainty,
  change,
  char,
  charDecl,
  choice,
  cit,
  citedRange,
  cl,
  classCode,
  classDecl,
  closer,
  collation,
  collection,
  colophon,
  condition,
  corr,
  correction,
  correspAction,
  correspContext,
  correspDesc,
  country,
  creation,
  custEvent,
  custodialHist,
  damage,
  damageSpan,
  date,
  dateline,
  death,
  decoDesc,
  decoNote,
  del,
  delSpan,
  depth,
  desc,
  dim,
  dimensions,
  distinct,
  distributor,
  district,
  div,
  divGen,
  docAuthor,
  docDate,
  docEdition,
  docImprint,
  docTitle,
  edition,
  editionStmt,
  editor,
  editorialDecl,
  education,
  email,
  emph,
  encodingDesc,
  epigraph,
  event,
  eventName,
  ex,
  expan,
  explicit,
  extent,
  facsimile,
  faith,
  figDesc,
  figure,
  fileDesc,
  filiation,
  finalRubric,
  floatingText,
  floruit,
  foliation,
  foreign,
  forename,
  formula,
  front,
  funder,
  fw,
  g,
  gap,
  gb,
  gender,
  genName,
  geo,
  geogFeat,
  geogName,
  gloss,
  glyph,
  graphic,
  group,
  handDesc,
  handNote,
  handNotes,
  handShift,
  head,
  headItem,
  headLabel,
  height,
  heraldry,
  hi,
  history,
  hyphenation,
  idno,
  imprimatur,
  imprint,
  incipit,
  institution,
  interp,
  interpGrp,
  interpretation,
  item,
  join,
  joinGrp,
  keywords,
  l,
  label,
  lacunaEnd,
  lacunaStart,
  language,
  langUsage,
  layout,
  layoutDesc,
  lb,
  lem,
  lg,
  licence,
  line,
  link,
  linkGrp,
  list,
  listApp,
  listBibl,
  listChange,
  listEvent,
  listNym,
  listOrg,
  listPerson,
  listPlace,
  listPrefixDef,
  listRelation,
  listTranspose,
  listWit,
  locale,
  localProp,
  location,
  locus,
  locusGrp,
  m,
  mapping,
  material,
  measure,
  measureGrp,
  media,
  meeting,
  mentioned,
  metamark,
  milestone,
  mod,
  monogr,
  msContents,
  msDesc,
  msFrag,
  msIdentifier,
  msItem,
  msName,
  msPart,
  name,
  nameLink,
  namespace,
  nationality,
  normalization,
  notatedMusic,
  note,
  noteGrp,
  notesStmt,
  num,
  nym,
  objectDesc,
  objectName,
  objectType,
  occupation,
  offset,
  opener,
  org,
  orgName,
  orig,
  origDate,
  origin,
  origPlace,
  p,
  particDesc,
  pb,
  pc,
  persName,
  person,
  personGrp,
  phr,
  physDesc,
  place,
  placeName,
  postBox,
  postCode,
  postscript,
  precision,
  prefixDef,
  principal,
  profileDesc,
  projectDesc,
  provenance,
  ptr,
  publicationStmt,
  publisher,
  pubPlace,
  punctuation,
  q,
  quotation,
  quote,
  rdg,
  rdgGrp,
  recordHist,
  redo,
  ref,
  refsDecl,
  reg,
  region,
  relatedItem,
  relation,
  rendition,
  repository,
  residence,
  resp,
  respons,
  respStmt,
  restore,
  retrace,
  revisionDesc,
  rhyme,
  roleName,
  row,
  rs,
  rubric,
  s,
  said,
  salute,
  samplingDecl,
  scriptDesc,
  scriptNote,
  seal,
  sealDesc,
  secFol,
  secl,
  seg,
  segmentation,
  series,
  seriesStmt,
  setting,
  settingDesc,
  settlement,
  sex,
  sic,
  signatures,
  signed,
  soCalled,
  source,
  sourceDesc,
  sourceDoc,
  space,
  span,
  spanGrp,
  sponsor,
  stamp,
  standOff,
  state,
  stdVals,
  street,
  subst,
  substJoin,
  summary,
  supplied,
  support,
  supportDesc,
  surface,
  surfaceGrp,
  surname,
  surplus,
  surrogates,
  table,
  tagsDecl,
  tagUsage,
  taxonomy,
  TEI,
  teiHeader,
  term,
  text,
  textClass,
  textLang,
  time,
  title,
  titlePage,
  titlePart,
  titleStmt,
  trailer,
  trait,
  transpose,
  typeDesc,
  typeNote,
  unclear,
  undo,
  unicodeProp,
  unit,
  variantEncoding,
  w,
  watermark,
  width,
  wit,
  witDetail,
  witEnd,
  witness,
  witStart,
  zone,
];
