import { memo, type ReactNode, useCallback, useRef } from 'react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Toolbar,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { Icon, type IconName } from '../app/icon.js';
import { mod } from '../app/is-apple.js';
import type { Caret } from '../editor/caret.js';
import type { LabelledEndnote } from '../editor/endnote-order.js';
import { gapWords } from '../editor/gap-words.js';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import { type StructureAction, structureActions } from '../editor/structure-actions.js';
import { CrossingQuestion } from './crossing-question.js';
import { MarkSign } from './mark-sign.js';

/** The tools over the text, folded out of the element table. It is one tab stop; arrow keys move inside it. */
export function DeskToolbar(props: {
  caret: Caret;
  endnotes: readonly LabelledEndnote[];
  /** What stands before `#` in a pointer to the volume's file. */
  volumePath: string;
  canEdit: boolean;
  /** Why something cannot be done at the selection; undefined when it can. */
  whyNot: (action: MarkupAction) => string | undefined;
  structureWhyNot: (action: StructureAction) => string | undefined;
  onDo: (action: MarkupAction, attributes?: Record<string, string>) => void;
  onStructure: (action: StructureAction) => void;
  onUndo: () => void;
  onRedo: () => void;
  marksShown: boolean;
  onMarksShown: (shown: boolean) => void;
}) {
  const within = new Set(props.caret.elements.map((element) => element.name));
  const inGroup = (group: MarkupAction['group']) => markupActions.filter((action) => action.group === group);
  const structure = inGroup('structure');
  const block = props.caret.elements.findLast(({ name }) => structure.some((action) => action.name === name));

  const latest = useRef(props);
  latest.current = props;
  // The same for all renderings: the text changes often, and the buttons seldom.
  const press = useCallback((action: MarkupAction) => latest.current.onDo(action), []);

  function mark(action: MarkupAction, withLabel: boolean) {
    return (
      <MarkButton
        key={action.name}
        action={action}
        why={props.canEdit ? props.whyNot(action) : undefined}
        pressed={action.row.shape === 'phrase' ? within.has(action.name) : undefined}
        disabled={!props.canEdit}
        withLabel={withLabel}
        onPress={press}
      />
    );
  }

  return (
    <Toolbar className="bar toolbar" aria-label="Editing" data-pane="">
      <ToolButton
        label="Undo"
        title={`Undo, ${mod} Z`}
        icon="undo"
        disabled={!props.canEdit}
        onPress={props.onUndo}
      />
      <ToolButton
        label="Redo"
        title={`Redo, ${mod} Shift Z`}
        icon="redo"
        disabled={!props.canEdit}
        onPress={props.onRedo}
      />
      <Separator className="sep" orientation="vertical" />
      <MenuTrigger>
        <Button className="tb keep" isDisabled={!props.canEdit}>
          <span className="t">{block?.label ?? 'Structure'}</span>
          <Icon name="down" small />
        </Button>
        <Popover className="popover" placement="bottom start">
          <StructureMenu {...props} actions={structure} />
        </Popover>
      </MenuTrigger>
      <Separator className="sep" orientation="vertical" />
      {inGroup('notes').map((action) =>
        action.name === 'ptr' ? <EndnoteMenu key="ptr" action={action} {...props} /> : mark(action, false),
      )}
      <Separator className="sep" orientation="vertical" />
      {inGroup('names').map((action, index) => mark(action, index < 2))}
      <Separator className="sep" orientation="vertical" />
      {inGroup('editorial').map((action) => mark(action, false))}
      {inGroup('appearance').length > 0 ? <Separator className="sep" orientation="vertical" /> : null}
      {inGroup('appearance').map((action) => mark(action, false))}
      <span className="grow" />
      <CrossingQuestion />
      <ToolButton
        label="Marks"
        title="Show or hide marks"
        icon="eye"
        pressed={props.marksShown}
        onPress={() => props.onMarksShown(!props.marksShown)}
      >
        <span className="t">Marks</span>
      </ToolButton>
    </Toolbar>
  );
}

/** What a paragraph can become, what paragraphs can be put into, and the rows and columns of a table. */
function StructureMenu(props: {
  actions: readonly MarkupAction[];
  whyNot: (action: MarkupAction) => string | undefined;
  structureWhyNot: (action: StructureAction) => string | undefined;
  onDo: (action: MarkupAction) => void;
  onStructure: (action: StructureAction) => void;
}) {
  const inGroup = (group: StructureAction['group']) =>
    structureActions.filter((each) => each.group === group);
  return (
    <Menu
      className="menu structure"
      aria-label="Structure"
      onAction={(id) => {
        const action = props.actions.find((each) => each.name === id);
        if (action) props.onDo(action);
        const structure = structureActions.find((each) => each.id === id);
        if (structure) props.onStructure(structure);
      }}
    >
      <MenuSection>
        <Header className="menu-head">Make it</Header>
        {props.actions.map((action) => structureItem(action.name, action.label, props.whyNot(action)))}
      </MenuSection>
      <MenuSection>
        <Header className="menu-head">Put into</Header>
        {inGroup('Put into').map((each) => structureItem(each.id, each.label, props.structureWhyNot(each)))}
      </MenuSection>
      <MenuSection>
        <Header className="menu-head">Table</Header>
        {inGroup('Table').map((each) => structureItem(each.id, each.label, props.structureWhyNot(each)))}
      </MenuSection>
    </Menu>
  );
}

/** An item that can be chosen even where it cannot be done: then the desk says why. */
function structureItem(id: string, label: string, why: string | undefined) {
  return (
    <MenuItem
      key={id}
      id={id}
      className={why === undefined ? 'menu-item' : 'menu-item unavailable'}
      textValue={label}
    >
      {label}
      {why === undefined ? null : <span className="d"> {why}</span>}
    </MenuItem>
  );
}

function EndnoteMenu(props: {
  action: MarkupAction;
  endnotes: readonly LabelledEndnote[];
  /** What stands before `#` in a pointer to the volume's file. */
  volumePath: string;
  canEdit: boolean;
  whyNot: (action: MarkupAction) => string | undefined;
  onDo: (action: MarkupAction, attributes?: Record<string, string>) => void;
}) {
  const { action, endnotes } = props;
  return (
    <MenuTrigger>
      <Button className="tb" isDisabled={!props.canEdit || endnotes.length === 0}>
        <MarkSign {...action} />
        <span className="t">Endnote</span>
        <Icon name="down" small />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label="Call an endnote"
          onAction={(id) => props.onDo(action, { target: `${props.volumePath}#${String(id)}` })}
        >
          {endnotes.flatMap((note) =>
            note.id === undefined
              ? []
              : [
                  <MenuItem
                    key={note.id}
                    id={note.id}
                    className="menu-item"
                    textValue={`Endnote ${note.figure}`}
                  >
                    Endnote {note.figure}
                    <span className="d">
                      {note.text ?? (note.gap === undefined ? '' : gapWords(note.gap))}
                    </span>
                  </MenuItem>,
                ],
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const MarkButton = memo(function MarkButton(props: {
  action: MarkupAction;
  /** Why it cannot be done at the selection. */
  why: string | undefined;
  pressed: boolean | undefined;
  disabled: boolean;
  withLabel: boolean;
  onPress: (action: MarkupAction) => void;
}) {
  const { action, why } = props;
  return (
    <ToolButton
      label={action.label}
      title={why === undefined ? titleOf(action) : `${titleOf(action)}. ${why}`}
      unavailable={why !== undefined}
      pressed={props.pressed}
      disabled={props.disabled}
      onPress={() => props.onPress(action)}
    >
      <MarkSign {...action} />
      <span className={props.withLabel ? 't' : 'sr'}>{action.label}</span>
    </ToolButton>
  );
});

function ToolButton(props: {
  label: string;
  title: string;
  icon?: IconName;
  pressed?: boolean | undefined;
  disabled?: boolean;
  /** It cannot be done at the selection; pressed, the desk says why. */
  unavailable?: boolean;
  onPress: () => void;
  children?: ReactNode;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        className={props.unavailable ? 'tb unavailable' : 'tb'}
        {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
        isDisabled={props.disabled ?? false}
        onPress={props.onPress}
        preventFocusOnPress
      >
        {props.icon ? <Icon name={props.icon} /> : null}
        {props.children ?? <span className="sr">{props.label}</span>}
      </Button>
      <Tooltip className="tip" offset={6}>
        {props.title}
      </Tooltip>
    </TooltipTrigger>
  );
}

function titleOf(action: MarkupAction): string {
  return action.shortcut === undefined
    ? action.label
    : `${action.label}, Ctrl M ${action.shortcut.toUpperCase()}`;
}
