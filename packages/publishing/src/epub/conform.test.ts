import { expect, it } from 'vitest';
import { conform } from './conform.js';

it.each([
  [
    '<p>a<div class="x">b<p>c</p></div></p>',
    '<p>a<span class="line-of x">b<span class="line-of">c</span></span></p>',
  ],
  ['<div><p>a</p><ul><li><p>b</p></li></ul></div>', '<div><p>a</p><ul><li><p>b</p></li></ul></div>'],
  [
    '<table><span>a</span><tr><td>b</td>c</tr><br/></table>',
    '<table><tr><td><span>a</span></td></tr><tr><td>b</td><td>c</td></tr><tr><td><br/></td></tr></table>',
  ],
  [
    '<span><table><tr><td colspan="2" id="t">a</td></tr></table></span>',
    '<span><span class="line-of"><span class="line-of"><span id="t" class="line-of">a</span></span></span></span>',
  ],
  ['<p id="a"><a href="#a">x</a><a href="#b">y</a></p>', '<p id="a"><a href="#a">x</a><a>y</a></p>'],
  ['<p>a href="#b" id="c"</p>', '<p>a href="#b" id="c"</p>'],
  ['<ul>loose<li>a</li> </ul>', '<ul><li>loose</li><li>a</li> </ul>'],
])('has %s stand as it may', (given, made) => {
  expect(conform(given)).toBe(made);
});
