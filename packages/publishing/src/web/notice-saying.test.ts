import { expect, it } from 'vitest';
import { noticeSaying } from './notice-saying.js';

const page =
  '<head><title>There is no such page – Letters &amp; Notes</title></head><body><header><nav>Ways</nav><form>Find</form></header><main><article id="text" lang="de"><h1>None</h1><p>No.</p></article></main><footer><p>Release 2.0. <a href="changes/index.html">Changes since release 1.0</a></p></footer></body>';
const notice = { title: 'Release <1.0>', body: '<p>Why.</p>', withoutWays: false };

it('says something else in the frame of the edition', () => {
  expect(noticeSaying(page, notice)).toBe(
    '<head><title>Release &lt;1.0&gt; – Letters &amp; Notes</title></head><body><header><nav>Ways</nav><form>Find</form></header><main><article id="text" lang="en"><h1>Release &lt;1.0&gt;</h1><p>Why.</p></article></main><footer><p>Release 2.0. <a href="changes/index.html">Changes since release 1.0</a></p></footer></body>',
  );
});

it('leads nowhere where nothing can be read', () => {
  const said = noticeSaying(page, { ...notice, withoutWays: true });
  expect(said).toContain('<header></header>');
  expect(said).toContain('<footer><p>Release 2.0</p></footer>');
});

it('leaves a page that was made otherwise', () => {
  expect(noticeSaying('<p>Ours</p>', notice)).toBeUndefined();
  expect(noticeSaying('<title>Ours</title><p>Ours</p>', notice)).toBeUndefined();
});
