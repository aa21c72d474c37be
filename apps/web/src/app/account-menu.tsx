import { useNavigate } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { leave } from '../sign-in/change-person.js';
import { initials } from './person.js';

/** Who is at the desk, as a disc of initials that leads to their account, and out. */
export function AccountMenu({ name, role }: { name: string; role: string | undefined }) {
  const navigate = useNavigate();
  const label = role ? `${name}, ${role}` : name;
  return (
    <MenuTrigger>
      <Button className="av b" aria-label={`${initials(name)}: ${label}`}>
        {initials(name)}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={label}
          onAction={(id) => {
            if (id === 'account') void navigate({ to: '/account' });
            else void leave().then(() => navigate({ to: '/' }));
          }}
        >
          <MenuItem id="account" className="menu-item" textValue="Account">
            Account
          </MenuItem>
          <MenuItem id="sign-out" className="menu-item" textValue="Sign out">
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
