import { expect, it } from 'vitest';
import {
  instructionAt,
  instructionsIn,
  withInstruction,
  withoutInstruction,
} from './setting-instructions.js';

const page = { name: 'chancery-page', points: 120 } as const;

it('tells the setting something once at a place, before what was told there or behind it', () => {
  const once = withInstruction('<p>a</p><p>b</p>', 8, page);
  expect(once).toBe('<p>a</p><?chancery-page 120?><p>b</p>');
  const more = { ...page, points: 7 };
  const other = '<p>a</p><?chancery-page 7?><p>b</p>';
  expect(withInstruction(once, 8, more)).toBe(other);
  expect(withInstruction(once, once.indexOf('<p>b'), more)).toBe(other);
  expect(instructionAt(once, 8, 'chancery-note-room')).toBeUndefined();
  expect(instructionAt(once, 0, 'chancery-page')).toBeUndefined();
});

it('takes what was told away again, and knows only what it told itself', () => {
  const told = withInstruction('<p>a</p>', 0, page);
  const [found] = instructionsIn(`${told}<?chancery-page?><?chancery-page 1pt?><?chancery-query 5?>`);
  expect(found).toEqual({ from: 0, to: 21, instruction: page });
  expect(instructionsIn('<?chancery-page?><?chancery-page 1pt?><?chancery-query 5?>')).toEqual([]);
  expect(withoutInstruction(told, 0)).toBe('<p>a</p>');
});
