import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from '../errors/http-problem.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request comes from the desk itself and not from another site's page.
 *
 * Browsers name the origin of every request that changes something and of every WebSocket (Fetch, "Origin header";
 * RFC 6455 §10.2). Programs name none, and carry no cookie that a page could have made them send.
 */
export function isOwnOrigin(headers: Headers, origins: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origins.includes(origin);
  const site = headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

/** Refuses requests that change something when they come from another site. */
export function originCheck(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!reading.has(c.req.method) && !isOwnOrigin(c.req.raw.headers, origins)) {
      throw new HttpProblem('foreign-origin', `Open the desk at ${origins[0]} and try again.`);
    }
    await next();
  };
}
