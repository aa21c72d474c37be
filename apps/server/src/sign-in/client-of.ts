import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** The addresses of proxies whose word about a client is taken. */
export type Proxies = Pick<BlockList, 'check'>;

/** A setting of proxies is no list of addresses. */
export class ProxiesWrong extends Error {
  override readonly name = 'ProxiesWrong';
}

/**
 * Reads a list of addresses and networks: `10.0.0.1, 10.1.0.0/16`. This computer is always one of them.
 *
 * @throws {ProxiesWrong}
 */
export function readProxies(list = ''): Proxies {
  const proxies = new BlockList();
  proxies.addSubnet('127.0.0.0', 8);
  proxies.addAddress('::1', 'ipv6');
  for (const entry of list.split(',').map((each) => each.trim())) {
    if (entry === '') continue;
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const length = bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits);
    if (
      isIP(address) === 0 ||
      !Number.isInteger(length) ||
      length < 0 ||
      length > (family === 'ipv6' ? 128 : 32)
    )
      throw new ProxiesWrong(`“${entry}” is no address such as 10.0.0.1, and no network such as 10.0.0.0/8.`);
    proxies.addSubnet(address, length, family);
  }
  return proxies;
}

/** An IPv4 address as such, and of an IPv6 address the network: one client has a whole one of those. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros =
    tail === undefined
      ? []
      : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/**
 * Where a request comes from: what is at the other end of the connection or, where that is a proxy, the client that
 * the proxy names (`X-Forwarded-For`). What a client writes into that header itself is not believed.
 */
export function clientOf(
  headers: Headers,
  connection: { readonly incoming?: IncomingMessage } | undefined,
  proxies: Proxies,
): string {
  const peer = connection?.incoming?.socket.remoteAddress ?? '';
  const named = (headers.get('x-forwarded-for') ?? '').split(',').map((each) => each.trim());
  const chain = [...named.filter((each) => isIP(each) !== 0), peer];
  const isProxy = (address: string) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    return isIP(plain) !== 0 && proxies.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
  let at = chain.length - 1;
  while (at > 0 && isProxy(chain[at] ?? '')) at -= 1;
  return networkOf(chain[at] ?? '');
}
