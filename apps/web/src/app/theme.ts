import { createStore } from '../store/store.js';

/** The colours of the desk: as the system has them, or as chosen on this device. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'chancery.theme';

function kept(): Theme {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // Storage may be closed to us (private windows); the system's colours are then the honest default.
    return 'system';
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The theme chosen on this device. */
export const theme = createStore<Theme>('system');

/** Shows the theme kept on this device; called once before the first render. */
export function restoreTheme(): void {
  theme.set(kept());
  show(theme.get());
}

/** Chooses a theme and keeps the choice on this device. */
export function chooseTheme(next: Theme): void {
  theme.set(next);
  show(next);
  try {
    if (next === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, next);
  } catch {
    // The choice then lasts until the page is closed.
  }
}
