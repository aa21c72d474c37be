import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { client, type OpenIdProvider, openProvider } from '../../apps/server/src/testing/openid-provider.js';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { signIn } from '../support/desk.js';
import { focusedName, tabTo } from '../support/keyboard.js';

const way = 'Sign in with University sign-in';

let provider: OpenIdProvider;
let chancery: RunningChancery;
let browser: Browser;
let chief: Page;
let colleague: Page;

beforeAll(async () => {
  provider = await openProvider();
  [chancery, browser] = await Promise.all([
    startChancery({
      settings: {
        CHANCERY_OIDC_ISSUER: provider.issuer,
        CHANCERY_OIDC_CLIENT_ID: client.clientId,
        CHANCERY_OIDC_CLIENT_SECRET: client.clientSecret,
        CHANCERY_OIDC_NAME: 'University sign-in',
      },
    }),
    openBrowser(),
  ]);
  chief = await (await browser.newContext()).newPage();
  colleague = await (await browser.newContext()).newPage();
  await signIn(chief, chancery);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
  await provider?.close();
});

test('who was not invited is told so, and what to do', async () => {
  const email = 'ada@university.example';
  provider.person = { sub: 'ada', email, email_verified: true, name: 'Ada of the University' };
  await colleague.goto(chancery.address);
  await tabTo(colleague, way);
  await colleague.keyboard.press('Enter');
  await colleague.getByText('Nobody has invited this account to an edition here').waitFor();
  expect(new URL(colleague.url()).pathname).toBe('/sign-in');
  expect(await barriers(colleague)).toEqual([]);
});

test('who was invited at their address signs in, and is a member', async () => {
  await chief.goto(`${chancery.address}/volumes/volume-two/people`);
  await chief.getByLabel('Name').fill('Ada');
  await chief.getByLabel('Email address').fill('Ada@University.example');
  await chief.getByRole('button', { name: 'Invite' }).click();
  await chief.getByRole('textbox', { name: 'Link' }).waitFor();
  await tabTo(colleague, way);
  await colleague.keyboard.press('Enter');
  await colleague.getByText('No letter is yours yet.').waitFor();
  await tabTo(colleague, 'AU: Ada of the University, proofreader');
});

test('who came in another way connects the two, and comes in by both', async () => {
  provider.person = { sub: 'chief', email: 'chief@university.example', email_verified: true, name: 'Chief' };
  await chief.goto(`${chancery.address}/account`);
  await tabTo(chief, 'Connect');
  await chief.keyboard.press('Enter');
  await chief.getByText('You can sign in with it.').waitFor();
  expect(await barriers(chief)).toEqual([]);
  await tabTo(chief, 'Sign out here');
  await chief.keyboard.press('Enter');
  await chief.getByRole('heading', { name: 'Sign in' }).waitFor();
  await tabTo(chief, way);
  await chief.keyboard.press('Enter');
  await chief.getByRole('grid').waitFor();
  await tabTo(chief, /^EO: Editor One/);
  expect(await focusedName(chief)).toContain('chief editor');
});
