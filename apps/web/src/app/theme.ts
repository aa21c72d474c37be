import { createStore } from '../store/store.js';
import { keep, kept } from './kept-on-device.js';

/** The colours of the desk: as the system has them, or as chosen on this device. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'chancery.theme';

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The theme chosen on this device. */
export const theme = createStore<Theme>('system');

/** Shows the theme kept on this device; called once before the first render. */
export function restoreTheme(): void {
  const chosen = kept(key);
  theme.set(chosen === 'light' || chosen === 'dark' ? chosen : 'system');
  show(theme.get());
}

/** Chooses a theme and keeps the choice on this device. */
export function chooseTheme(next: Theme): void {
  theme.set(next);
  show(next);
  keep(key, next === 'system' ? null : next);
}
