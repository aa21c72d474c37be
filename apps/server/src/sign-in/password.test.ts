import { expect, test } from 'vitest';
import { faultOfPassword } from './password.js';

const person = { name: 'Augusta Ada King', email: 'reader.of.letters@example.org' };

test.each([
  ['too short', '11 letters,', 'has 11 signs. It needs at least 12'],
  ['empty', '', 'has 0 signs'],
  ['too short, in signs as people count them', '🖋🖋🖋🖋🖋🖋', 'has 6 signs'],
  ['too long', 'long '.repeat(26), 'longer than 128'],
  ['the same over and over', 'abababababababab', 'over and over'],
  ['one’s own address', 'reader.of.letters@example.org', 'little more than your name or address'],
  ['one’s own name', 'augusta-ada-king-1', 'little more than your name or address'],
  ['one of the first to be tried', 'Password12345', 'tried first'],
  ['one of the first to be tried', '123456789012', 'tried first'],
])('%s: %j is refused with the reason', (_, password, reason) => {
  expect(faultOfPassword(password, person)).toContain(reason);
});

test.each(['vellum and wafers', 'Федор писал письма', 'the king of ink and sealing wax', 'x7#kQ!9pzR2&'])(
  '%j can be taken',
  (password) => {
    expect(faultOfPassword(password, person)).toBeUndefined();
  },
);
