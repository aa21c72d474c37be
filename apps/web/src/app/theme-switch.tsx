import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useStore } from '../store/use-store.js';
import { Icon } from './icon.js';
import { chooseTheme, type Theme, theme } from './theme.js';

const choices: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

/** Chooses light, dark or the system's colours for this device. */
export function ThemeSwitch() {
  const chosen = useStore(theme);
  return (
    <MenuTrigger>
      <Button className="iconbtn" aria-label="Light or dark">
        <Icon name="half" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Light or dark"
          selectionMode="single"
          selectedKeys={[chosen]}
          onAction={(id) => {
            const choice = choices.find((one) => one.id === id);
            if (choice) chooseTheme(choice.id);
          }}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} className="menu-item" textValue={choice.label}>
              {({ isSelected }) => (
                <>
                  <span className="tick">{isSelected ? <Icon name="check" small /> : null}</span>
                  {choice.label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
