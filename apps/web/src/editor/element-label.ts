import { rowOf } from '@chancery/tei';

const kinds: Record<string, string> = {
  'ptr endnote': 'Callout',
  'note footnote': 'Page footnote',
  'note endnote': 'Endnote',
};

/** What editors call an element; its own name where the table does not know it. */
export function elementLabel(name: string, type = ''): string {
  return kinds[`${name} ${type}`] ?? rowOf(name)?.label ?? name;
}
