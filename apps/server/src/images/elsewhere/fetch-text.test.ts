import { afterAll, beforeAll, expect, it } from 'vitest';
import { type IiifHouse, openIiifHouse } from '../../testing/iiif-house.js';
import { fetchText } from './fetch-text.js';
import { HostsWrong, readImageHosts, refusedHost } from './image-hosts.js';
import { isPublicAddress } from './public-address.js';

const limits = { bytes: 1_024 * 1_024, milliseconds: 10_000 };
let there: IiifHouse;
beforeAll(async () => {
  there = await openIiifHouse();
});
afterAll(() => there.close());

const faultOf = (path: string, hosts = there.allowed, most = limits) =>
  fetchText(`http://${there.host}${path}`, hosts, most).then(
    () => undefined,
    (error: unknown) => String(error),
  );

it('takes what an allowed host has, also where that leads on within itself', async () => {
  there.at.set('/a', 'words – with signs');
  there.at.set('/b', { status: 302, location: '/a' });
  expect(await fetchText(`http://${there.host}/b`, there.allowed, limits)).toBe('words – with signs');
});

it.each([
  ['/none', undefined, 'has nothing at this address that can be read (it answers 404)'],
  ['/closed', { status: 403 }, 'does not show this to everybody'],
  ['/away', { status: 301, location: 'http://127.0.0.1:1/secret' }, 'leads on to another host, 127.0.0.1:1'],
  ['/round', { status: 302, location: '/round' }, 'without end'],
  ['/odd', { status: 302, location: 'file:///etc/passwd' }, 'leads on to another host'],
  ['/large', 'x'.repeat(1_024 * 1_024 + 1), 'is larger than 1 MB'],
])('says why nothing can be had at %s', async (path, found, words) => {
  if (found !== undefined) there.at.set(path, found);
  expect(await faultOf(path)).toContain(words);
});

it('asks no host that is not allowed, and none that leads into this house, by whatever name', async () => {
  expect(await faultOf('/a', { ...there.allowed, names: [] })).toContain(
    'leads into this house’s own network',
  );
  const asServed = { ...there.allowed, mayReach: isPublicAddress };
  expect(await faultOf('/a', asServed)).toContain('leads into this house’s own network');
  const byAddress = there.host.replace('localhost', '127.0.0.1');
  await expect(
    fetchText(`http://${byAddress}/a`, { ...asServed, names: [byAddress] }, limits),
  ).rejects.toThrow('own network');
});

it('says that nobody answers', async () => {
  const silent = { ...there.allowed, names: ['localhost:1'] };
  await expect(fetchText('http://localhost:1/a', silent, limits)).rejects.toThrow('could not be reached');
});

it.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
])('%s is an address of the internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it('reads the hosts that are allowed, by name alone', () => {
  const hosts = readImageHosts(' IIIF.example.org, images.example.net:8443 ');
  expect(hosts).toMatchObject({ names: ['iiif.example.org', 'images.example.net:8443'], scheme: 'https:' });
  for (const wrong of [
    'https://iiif.example.org',
    '*.example.org',
    '10.0.0.1',
    'localhost',
    '[::1]',
    'a.org/x',
  ])
    expect(() => readImageHosts(wrong), wrong).toThrow(HostsWrong);
  expect(refusedHost(hosts, 'https://iiif.example.org/x')).toBeUndefined();
  for (const wrong of [
    'http://iiif.example.org/x',
    'https://iiif.example.org:8443/x',
    'https://me@iiif.example.org/x',
    'https://iiif.example.org.evil.net/',
    'data:,x',
    'x',
  ])
    expect(refusedHost(hosts, wrong), wrong).toBeDefined();
});

it.each([
  ['https://images.example.net:8443/x', 'CHANCERY_IIIF_HOSTS="iiif.example.org, images.example.net:8443"'],
  ['https://127.0.0.1/manifest.json', '127.0.0.1 leads into this house’s own network'],
  ['https://0x7f.1/manifest.json', '127.0.0.1 leads into this house’s own network'],
  ['https://10.1.2.3:8443/x', '10.1.2.3:8443 leads into this house’s own network'],
  ['https://[::1]/x', '[::1] leads into this house’s own network'],
  ['https://localhost/x', 'localhost leads into this house’s own network'],
  ['https://iiif.internal./x', 'leads into this house’s own network'],
  ['https://93.184.216.34/x', 'only hosts with such a name can be allowed'],
  ['https://archive/x', 'only hosts with such a name can be allowed'],
])('advises the setting for %s only where it can help', (address, words) => {
  const refused = refusedHost(readImageHosts('iiif.example.org'), address);
  expect(refused).toContain(words);
  expect(refused?.includes('CHANCERY_IIIF_HOSTS')).toBe(words.startsWith('CHANCERY_IIIF_HOSTS'));
});
