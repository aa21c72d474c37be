import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins/generic-oauth';

/** An OpenID provider that people may sign in with. */
export interface OidcSettings {
  /** `https://login.example.org`: where `/.well-known/openid-configuration` stands. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the sign-in page names it. */
  readonly name: string;
}

/** The provider's name in addresses: `/api/auth/callback/oidc`. */
export const oidcProvider = 'oidc';

/**
 * Sign-in by an OpenID provider (OpenID Connect Core 1.0, code flow with PKCE). Its addresses and keys are discovered; who
 * somebody is stands in an ID token whose signature, audience and nonce are checked, and nowhere else.
 */
export function oidcPlugin({ issuer, clientId, clientSecret }: OidcSettings) {
  const config: GenericOAuthConfig = {
    providerId: oidcProvider,
    discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
  };
  return genericOAuth({ config: [config] });
}
