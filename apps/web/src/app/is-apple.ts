/** Whether this keyboard writes Command where others write Control. */
export const isApple = /Mac|iP(hone|ad|od)/.test(typeof navigator === 'undefined' ? '' : navigator.platform);

/** The name of the main modifier key on this keyboard. */
export const mod = isApple ? '⌘' : 'Ctrl';
