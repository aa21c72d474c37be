import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The source view in the desk's own colours, which follow light and dark by themselves. */
export const sourceLook = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: 'var(--ui-2)' },
  '&.cm-focused': { outline: '2px solid var(--blue)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--blue)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--blue)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--blue-wash)',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink-3)',
    border: '0',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { boxShadow: 'inset 2px 0 var(--blue)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--hover)',
    border: '1px solid var(--rule)',
    color: 'var(--ink-2)',
    padding: '0 4px',
  },
  '.cm-matchingTag, .cm-matchingBracket': {
    backgroundColor: 'var(--hover)',
    outline: '1px solid var(--rule)',
  },
  '.cm-nonmatchingTag': { color: 'var(--rubric)' },
  '.cm-here': { backgroundColor: 'var(--blue-wash)' },
  '.cm-searchMatch': { backgroundColor: 'var(--ochre-wash)', outline: '1px solid var(--ochre)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--ochre-wash)', outline: '2px solid var(--ochre)' },
  '.cm-found-error, .cm-fault': {
    textDecoration: 'underline wavy var(--rubric) 1px',
    textUnderlineOffset: '3px',
    backgroundColor: 'var(--rubric-wash)',
  },
  '.cm-found-warning': { textDecoration: 'underline wavy var(--ochre) 1px', textUnderlineOffset: '3px' },
  '.cm-found-info': { textDecoration: 'underline dotted var(--blue) 1px', textUnderlineOffset: '3px' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', borderColor: 'var(--rule)' },
  '.cm-panel.cm-search': {
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--ui-2)',
    padding: '6px 28px 6px 10px',
  },
  '.cm-textfield': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '4px',
    fontSize: 'var(--ui-2)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '4px',
    fontSize: 'var(--ui-2)',
  },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink-2)', fontSize: '18px', right: '8px' },
  '.cm-panel.cm-search label': { fontSize: 'var(--ui-2)' },
});

/** What the parts of XML look like. */
export const sourceColours = HighlightStyle.define([
  { tag: tags.tagName, color: 'var(--blue)' },
  { tag: tags.angleBracket, color: 'var(--ink-3)' },
  { tag: tags.attributeName, color: 'var(--plum)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--verdigris)' },
  { tag: [tags.character, tags.special(tags.string)], color: 'var(--ochre)' },
  { tag: [tags.comment, tags.blockComment], color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.processingInstruction, tags.documentMeta], color: 'var(--ochre)' },
  { tag: tags.invalid, color: 'var(--rubric)' },
]);
