import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientOf, ProxiesWrong, readProxies } from './client-of.js';

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } as IncomingMessage });
const forwarded = (value: string) => new Headers({ 'x-forwarded-for': value });

test.each([
  ['who is connected', '198.51.100.7', '', '198.51.100.7'],
  ['what a client says of itself is not believed', '198.51.100.7', '203.0.113.1', '198.51.100.7'],
  ['what a proxy on this computer says is', '127.0.0.1', '203.0.113.1', '203.0.113.1'],
  ['so is what a named proxy says', '10.1.2.3', '203.0.113.1', '203.0.113.1'],
  [
    'of several, the last that is no proxy',
    '::ffff:127.0.0.1',
    '6.6.6.6, 203.0.113.1, 10.1.2.3',
    '203.0.113.1',
  ],
  ['nonsense is skipped', '127.0.0.1', 'unknown, 203.0.113.1', '203.0.113.1'],
  ['an IPv6 client is its network', '2001:db8:1:2:3:4:5:6', '', '2001:db8:1:2'],
  ['an IPv6 client is its network, however it is written', '2001:db8::6', '', '2001:db8:0:0'],
])('%s', (_, peer, header, expected) => {
  expect(clientOf(forwarded(header), from(peer), readProxies('10.0.0.0/8'))).toBe(expected);
});

test.each(['nowhere', '10.0.0.0/33', '10.0.0.0/x'])('“%s” is no proxy', (list) => {
  expect(() => readProxies(list)).toThrow(ProxiesWrong);
});
