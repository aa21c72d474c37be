import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type ImageHosts, insideWords, refusedHost } from './image-hosts.js';

/** How much is taken from another house, and how long it may take. */
export interface FetchLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** What is at an address cannot be had; `message` says why, for whoever gave the address. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
}

/** How often an address may lead on to another one of its host. */
const mostSteps = 3;

/**
 * The text that an allowed host has at an address.
 *
 * The connection is made to the very address that the name was resolved to and that was looked at before; no other host is gone to,
 * whatever the answer says.
 *
 * @throws {NotFetched}
 */
export async function fetchText(address: string, hosts: ImageHosts, limits: FetchLimits): Promise<string> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let at = address;
  for (let step = 0; step <= mostSteps; step += 1) {
    const refused = refusedHost(hosts, at);
    if (refused !== undefined) throw new NotFetched(refused);
    const url = new URL(at);
    const answer = await ask(url, hosts, signal).catch((error: unknown) => {
      throw notReached(url, error, limits);
    });
    const { statusCode = 0, headers } = answer;
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined)
      return textOf(url, answer, limits);
    answer.destroy();
    const next = URL.canParse(headers.location, at) ? new URL(headers.location, url) : undefined;
    if (next?.host !== url.host)
      throw new NotFetched(
        `${url.host} leads on to another host, ${next?.host ?? 'which it does not name'}. Give the address that it leads to.`,
      );
    at = next.href;
  }
  throw new NotFetched(`${new URL(address).host} leads from one address to the next without end.`);
}

function ask(url: URL, hosts: ImageHosts, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is an address itself is not looked up.
  if (isIP(host) !== 0 && !hosts.mayReach(host)) return Promise.reject(inside(url.host));
  const lookup: LookupFunction = (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) done(error, '', 0);
      else if (found.length === 0 || !found.every((each) => hosts.mayReach(each.address)))
        done(inside(url.host), '', 0);
      else if (options.all) done(null, found);
      else done(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
  const request = url.protocol === 'https:' ? requestSecurely : requestPlain;
  return new Promise((answered, failed) => {
    request(url, {
      lookup,
      signal,
      agent: false,
      headers: {
        accept: 'application/ld+json, application/json',
        'accept-encoding': 'identity',
        'user-agent': 'Chancery',
      },
    })
      .once('response', answered)
      .once('error', failed)
      .end();
  });
}

const inside = (host: string) => new NotFetched(insideWords(host));

async function textOf(url: URL, answer: IncomingMessage, limits: FetchLimits): Promise<string> {
  const { statusCode = 0, headers } = answer;
  if (statusCode !== 200 || (headers['content-encoding'] ?? 'identity') !== 'identity') {
    answer.destroy();
    if (statusCode === 401 || statusCode === 403)
      throw new NotFetched(`${url.host} does not show this to everybody (it answers ${statusCode}).`);
    throw new NotFetched(
      `${url.host} has nothing at this address that can be read (it answers ${statusCode}). Look whether it is whole.`,
    );
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      bytes += part.byteLength;
      if (bytes > limits.bytes)
        throw new NotFetched(
          `What ${url.host} has at this address is larger than ${limits.bytes / 1024 / 1024} MB. A manifest of fewer leaves can be taken.`,
        );
      parts.push(part);
    }
  } catch (error) {
    throw notReached(url, error, limits);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new NotFetched(`What ${url.host} has at this address is no text, and so no IIIF manifest.`);
  }
}

function notReached(url: URL, error: unknown, { milliseconds }: FetchLimits): NotFetched {
  if (error instanceof NotFetched) return error;
  const { name, code = '' } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || name === 'AbortError')
    return new NotFetched(
      `${url.host} did not answer within ${milliseconds / 1000} seconds. Try again later.`,
    );
  if (code === 'ENOTFOUND') return new NotFetched(`There is no host ${url.host}. Look at how it is spelled.`);
  return new NotFetched(
    `${url.host} could not be reached${code === '' ? '' : ` (${code})`}. Try again later.`,
  );
}
