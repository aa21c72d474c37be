import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** The houses elsewhere whose pictures may be shown, and how they are reached. */
export interface ImageHosts {
  /** Their hosts, with a port where it is not that of https: `iiif.example.org`. */
  readonly names: readonly string[];
  readonly scheme: 'https:' | 'http:';
  /** Whether a connection may be made to an address that the name of a host leads to. */
  mayReach(address: string): boolean;
}

/** A setting of hosts is no list of names; `message` says what it has to be. */
export class HostsWrong extends Error {
  override readonly name = 'HostsWrong';
}

/**
 * Reads the list of hosts: `iiif.example.org, images.example.net`. They are asked by https alone, and only on the internet.
 *
 * @throws {HostsWrong}
 */
export function readImageHosts(list = ''): ImageHosts {
  const names = list
    .split(/[\s,]+/)
    .filter((each) => each !== '')
    .map((each) => {
      const name = each.toLowerCase();
      const address = URL.canParse(`https://${name}`) ? new URL(`https://${name}`) : undefined;
      if (address?.host !== name || !isNameElsewhere(address.hostname))
        throw new HostsWrong(`“${each}” is no name of a host such as iiif.example.org, and nothing more.`);
      return name;
    });
  return { names: [...new Set(names)], scheme: 'https:', mayReach: isPublicAddress };
}

/** A name with a dot in it: no address in figures, and none that only this house's network knows. */
const isNameElsewhere = (hostname: string) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname);

/** Names that lead nowhere on the internet: RFC 6761 (6.3), RFC 6762 (3), RFC 8375, and `internal`, which ICANN set aside. */
const isPrivateName = (hostname: string) =>
  /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/.test(hostname);

/** What is said of a host that leads where nothing is asked. */
export const insideWords = (host: string) =>
  `${host} leads into this house’s own network. Nothing is asked there, and no setting allows it: give an address on the internet.`;

/** Why a picture or manifest at an address may not be had; undefined where it may. */
export function refusedHost(hosts: ImageHosts, address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.hostname === '') return `“${address}” is no address. It begins with https://`;
  if (url.protocol !== hosts.scheme || url.username !== '' || url.password !== '')
    return `“${address}” does not begin with https:// and the name of a host. Only such addresses are asked.`;
  if (hosts.names.includes(url.host)) return undefined;
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  if (isPrivateName(bare) || (isIP(bare) !== 0 && !hosts.mayReach(bare))) return insideWords(url.host);
  if (!isNameElsewhere(bare))
    return `${url.host} is no name such as iiif.example.org, and only hosts with such a name can be allowed. Give the address by the name of its host.`;
  const wanted = [...hosts.names, url.host].join(', ');
  return `Images from ${url.host} may not be shown yet. Whoever runs the server allows it by the setting CHANCERY_IIIF_HOSTS="${wanted}".`;
}
