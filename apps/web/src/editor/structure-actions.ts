import {
  addColumn,
  addRow,
  elementLabel,
  type GuardedCommand,
  liftBlocks,
  removeColumn,
  removeRow,
  wrapBlocks,
  wrappings,
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
  ...wrappings.map(
    (name): StructureAction => ({
      id: `wrap-${name}`,
      label: elementLabel(name),
      group: 'Put into',
      command: wrapBlocks(name),
    }),
  ),
  { id: 'lift', label: 'Take out of it', group: 'Put into', command: liftBlocks },
  { id: 'add-row', label: 'Add row', group: 'Table', command: addRow },
  { id: 'add-column', label: 'Add column', group: 'Table', command: addColumn },
  { id: 'remove-row', label: 'Remove row', group: 'Table', command: removeRow },
  { id: 'remove-column', label: 'Remove column', group: 'Table', command: removeColumn },
];
