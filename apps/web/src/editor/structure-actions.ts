import {
  addColumn,
  addRow,
  type GuardedCommand,
  liftBlocks,
  removeColumn,
  removeRow,
  wrapBlocks,
} from '@chancery/prosemirror-tei';

/** Something that can be done with whole paragraphs, rows and columns. */
export interface StructureAction {
  readonly id: string;
  readonly label: string;
  readonly group: 'Put into' | 'Table';
  readonly command: GuardedCommand;
}

/** What the Structure menu and the palette offer beside turning one paragraph into another element. */
export const structureActions: readonly StructureAction[] = [
  { id: 'wrap-opener', label: 'Opener', group: 'Put into', command: wrapBlocks('opener') },
  { id: 'wrap-closer', label: 'Closer', group: 'Put into', command: wrapBlocks('closer') },
  { id: 'wrap-postscript', label: 'Postscript', group: 'Put into', command: wrapBlocks('postscript') },
  { id: 'wrap-list', label: 'List', group: 'Put into', command: wrapBlocks('list') },
  { id: 'wrap-table', label: 'Table', group: 'Put into', command: wrapBlocks('table') },
  { id: 'wrap-quote', label: 'Quotation', group: 'Put into', command: wrapBlocks('quote') },
  { id: 'wrap-lg', label: 'Verse', group: 'Put into', command: wrapBlocks('lg') },
  { id: 'wrap-div', label: 'Division', group: 'Put into', command: wrapBlocks('div') },
  { id: 'lift', label: 'Take out of it', group: 'Put into', command: liftBlocks },
  { id: 'add-row', label: 'Add row', group: 'Table', command: addRow },
  { id: 'add-column', label: 'Add column', group: 'Table', command: addColumn },
  { id: 'remove-row', label: 'Remove row', group: 'Table', command: removeRow },
  { id: 'remove-column', label: 'Remove column', group: 'Table', command: removeColumn },
];
