import { expect, it } from 'vitest';
import { facsimileModel } from './facsimile-model.js';
import { ShownImages } from './shown-images.js';

const image = (path: string, alt?: string, label?: string) => ({
  ...{ path, name: `${path.length}.jpg`, file: `/cache/${path}`, sha256: 'ab', recipe: 'r' },
  ...{ width: 300, height: 400, alt, label },
});
const file = (facsimile: string, text = '') => ({
  path: 'letters/a.xml',
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><facsimile>\n${facsimile}</facsimile><text facs="#l1"><body><p>${text}</p></body></text></TEI>`,
});

it('says of each image where it is, what it shows, and what the copy calls it', () => {
  const letter = file(
    [
      '<surface xml:id="l1" n="cover"><graphic url="../images/one.jpg"><desc>Of TEI.</desc></graphic></surface>',
      '<surface xml:id="l2"><graphic url="https://img.example.org/2.jpg"/></surface>',
      '<surface xml:id="l3"><zone rotate="270"><graphic url="../images/three.jpg"/></zone></surface>',
      '<surface><graphic url="../images/none.jpg"/></surface>',
    ].join('\n'),
    '<pb n="3" facs="#l3"/>',
  );
  const images = new ShownImages([
    image('images/one.jpg', 'Of the <desk>.', '1r'),
    image('images/three.jpg', ''),
  ]);
  const model = facsimileModel(images.of(letter));
  expect(model.match(/<c:image [^>]*>/g)).toEqual([
    '<c:image url="../images/one.jpg" file="images/14.jpg" alt="Of the &lt;desk&gt;." label="1r" width="300" height="400">',
    '<c:image url="../images/three.jpg" file="images/16.jpg" page="copy-page-3" label="Page 3" width="300" height="400">',
    '<c:image url="https://img.example.org/2.jpg" src="https://img.example.org/2.jpg" label="Image 3">',
    '<c:image url="../images/none.jpg" label="Image 4">',
  ]);
  // Turned as its zone says, by the size of the picture, of which the file says nothing.
  expect(model).toContain('<c:lie whole="0 0 300 400" part="0 0 300 400" turn="90"></c:lie>');
  expect(new ShownImages([image('images/one.jpg')]).of(letter)[0]?.alt).toBe('Of TEI.');
});

it('tells by line of published images that nobody describes, where the file alone can do so', () => {
  const letter = file(
    '<surface><graphic url="../images/a.jpg"/></surface>\n<surface><graphic url="../images/ab.jpg"/></surface>',
  );
  const images = new ShownImages([image('images/a.jpg', ''), image('images/ab.jpg')]);
  expect(images.undescribed(letter)).toMatchObject([
    { code: 'accessibility', file: 'letters/a.xml', line: 3 },
  ]);
});

it('tells what a document’s images are made of, and nothing of one that shows none that is published', () => {
  const letter = file('<surface><graphic url="../images/a.jpg"/></surface>');
  const made = (...of: Parameters<typeof image>) => new ShownImages([image(...of)]).madeOf(letter);
  expect(made('images/b.jpg')).toBe('');
  expect(made('images/a.jpg')).not.toBe('');
  expect(made('images/a.jpg', 'x')).not.toBe(made('images/a.jpg', 'y'));
  // Where it lies, and in which order it is told, is nothing that its page shows.
  const { width, ...others } = image('images/a.jpg');
  const elsewhere = new ShownImages([{ ...others, width, file: '/out/1.jpg', recipe: 'another' }]);
  expect(elsewhere.madeOf(letter)).toBe(made('images/a.jpg'));
});
