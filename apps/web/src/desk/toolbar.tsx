import type { Endnote } from '@chancery/tei';
import type { ReactNode } from 'react';
import {
  Button,
  Menu,
  MenuItem,
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
import { gapWords } from '../editor/gap-words.js';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import { MarkSign } from './mark-sign.js';

/** The tools over the text, folded out of the element table. It is one tab stop; arrow keys move inside it. */
export function DeskToolbar(props: {
  caret: Caret;
  endnotes: readonly Endnote[];
  /** What stands before `#` in a pointer to the volume's file. */
  volumePath: string;
  canEdit: boolean;
  mayDo: (action: MarkupAction) => boolean;
  onDo: (action: MarkupAction, attributes?: Record<string, string>) => void;
  onUndo: () => void;
  onRedo: () => void;
  marksShown: boolean;
  onMarksShown: (shown: boolean) => void;
}) {
  const within = new Set(props.caret.elements.map((element) => element.name));
  const inGroup = (group: MarkupAction['group']) => markupActions.filter((action) => action.group === group);
  const structure = inGroup('structure');
  const block = props.caret.elements.findLast(({ name }) => structure.some((action) => action.name === name));

  function mark(action: MarkupAction, withLabel: boolean) {
    return (
      <ToolButton
        key={action.name}
        label={action.label}
        title={titleOf(action)}
        pressed={action.row.shape === 'phrase' ? within.has(action.name) : undefined}
        disabled={!props.canEdit || !props.mayDo(action)}
        onPress={() => props.onDo(action)}
      >
        <MarkSign name={action.name} label={action.label} />
        {withLabel ? <span className="t">{action.label}</span> : <span className="sr">{action.label}</span>}
      </ToolButton>
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
          <Menu
            className="menu"
            aria-label="Structure"
            disabledKeys={structure.filter((action) => !props.mayDo(action)).map((action) => action.name)}
            onAction={(name) => {
              const action = structure.find((each) => each.name === name);
              if (action) props.onDo(action);
            }}
          >
            {structure.map((action) => (
              <MenuItem key={action.name} id={action.name} className="menu-item" textValue={action.label}>
                {action.label}
              </MenuItem>
            ))}
          </Menu>
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

function EndnoteMenu(props: {
  action: MarkupAction;
  endnotes: readonly Endnote[];
  /** What stands before `#` in a pointer to the volume's file. */
  volumePath: string;
  canEdit: boolean;
  mayDo: (action: MarkupAction) => boolean;
  onDo: (action: MarkupAction, attributes?: Record<string, string>) => void;
}) {
  const { action, endnotes } = props;
  return (
    <MenuTrigger>
      <Button className="tb" isDisabled={!props.canEdit || endnotes.length === 0 || !props.mayDo(action)}>
        <MarkSign name={action.name} label={action.label} />
        <span className="t">Endnote</span>
        <Icon name="down" small />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label="Call an endnote"
          onAction={(id) => props.onDo(action, { target: `${props.volumePath}#${String(id)}` })}
        >
          {endnotes.flatMap((note, index) =>
            note.id === undefined
              ? []
              : [
                  <MenuItem
                    key={note.id}
                    id={note.id}
                    className="menu-item"
                    textValue={`Endnote ${index + 1}`}
                  >
                    Endnote {index + 1}
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

function ToolButton(props: {
  label: string;
  title: string;
  icon?: IconName;
  pressed?: boolean | undefined;
  disabled?: boolean;
  onPress: () => void;
  children?: ReactNode;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        className="tb"
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
  return action.key === undefined ? action.label : `${action.label}, Ctrl M ${action.key.toUpperCase()}`;
}
