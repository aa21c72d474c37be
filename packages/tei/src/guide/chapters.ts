import type { TeiModule } from '../element-row.js';

/** One chapter of the guide: the elements of one TEI module. */
export interface Chapter {
  readonly module: TeiModule;
  /** The heading, in the words of editors. */
  readonly title: string;
  /** The chapter of the TEI Guidelines that defines the module, number and title. */
  readonly guidelines: string;
}

/** The chapters in the order of the guide: what letters need most comes first. */
export const chapters: readonly Chapter[] = [
  {
    module: 'core',
    title: 'What all texts have',
    guidelines: '3 Elements Available in All TEI Documents',
  },
  { module: 'textstructure', title: 'The parts of a letter', guidelines: '4 Default Text Structure' },
  {
    module: 'namesdates',
    title: 'Names, dates, persons and places',
    guidelines: '14 Names, Dates, People, and Places',
  },
  {
    module: 'transcr',
    title: 'Transcribing the source',
    guidelines: '12 Representation of Primary Sources',
  },
  { module: 'textcrit', title: 'Variants and witnesses', guidelines: '13 Critical Apparatus' },
  {
    module: 'linking',
    title: 'Segments, anchors and links',
    guidelines: '17 Linking, Segmentation, and Alignment',
  },
  {
    module: 'figures',
    title: 'Tables, figures, formulae and music',
    guidelines: '15 Tables, Formulæ, Graphics, and Notated Music',
  },
  { module: 'verse', title: 'Verse', guidelines: '6 Verse' },
  {
    module: 'gaiji',
    title: 'Characters and glyphs',
    guidelines: '5 Characters, Glyphs, and Writing Modes',
  },
  { module: 'msdescription', title: 'Describing the source', guidelines: '11 Manuscript Description' },
  { module: 'analysis', title: 'Words, phrases and sentences', guidelines: '18 Simple Analytic Mechanisms' },
  {
    module: 'certainty',
    title: 'Certainty and responsibility',
    guidelines: '22 Certainty, Precision, and Responsibility',
  },
  { module: 'header', title: 'The header', guidelines: '2 The TEI Header' },
  { module: 'corpus', title: 'The setting and those who took part', guidelines: '16 Language Corpora' },
];
