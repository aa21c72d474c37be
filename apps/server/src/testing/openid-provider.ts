import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Who signs in at the provider next. */
export interface ProviderPerson {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

/** An OpenID provider on this computer, which lets in whoever it is told to without asking (OpenID Connect Core 1.0, 3.1). */
export interface OpenIdProvider {
  readonly issuer: string;
  person: ProviderPerson;
  /** What is put into the next ID token in place of what belongs there. */
  forgery: JWTPayload;
  close(): Promise<void>;
}

export const client = { clientId: 'chancery', clientSecret: 'known to both' } as const;

export async function openProvider(): Promise<OpenIdProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const asked = new Map<string, URLSearchParams>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OpenIdProvider = {
    issuer,
    person: { sub: 'nobody', email: 'nobody@example.org', email_verified: true, name: 'Nobody' },
    forgery: {},
    close: () => new Promise((done) => server.close(() => done())),
  };

  function json(response: ServerResponse, status: number, value: object): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  }

  async function idToken(nonce: string | null): Promise<string> {
    const claims = { ...provider.person, nonce, ...provider.forgery };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(String(provider.forgery.aud ?? client.clientId))
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return json(response, 200, { keys: [key] });
      case '/authorize': {
        const code = randomUUID();
        asked.set(code, url.searchParams);
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString();
        response.writeHead(302, { location: back.href }).end();
        return;
      }
      case '/token': {
        const form = new URLSearchParams(await text(request));
        const question = asked.get(form.get('code') ?? '');
        asked.delete(form.get('code') ?? '');
        const verifier = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        const isClient = form.get('client_secret') === client.clientSecret;
        if (!question || question.get('code_challenge') !== verifier || !isClient)
          return json(response, 400, { error: 'invalid_grant' });
        return json(response, 200, {
          access_token: randomUUID(),
          token_type: 'Bearer',
          expires_in: 300,
          id_token: await idToken(question.get('nonce')),
        });
      }
      default:
        return json(response, 404, { error: 'not_found' });
    }
  }

  return provider;
}
