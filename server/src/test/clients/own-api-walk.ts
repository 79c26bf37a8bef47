// The walk through Rekey's own API. own-api.mjs makes the types and has this compiled against them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import createClient, { type Middleware } from 'openapi-fetch';
import { mailedLink } from './house.mjs';
import type { components, paths } from './made/own-api-types.js';
import { step } from './step.mjs';

type Problem = components['schemas']['Problem'];
type Answer = { data?: unknown; error?: Problem; response: Response };

const email = 'ada+own@example.org';
const passwords = {
  first: 'Walnüt & lantern+4471%',
  second: 'Möbius = strip;3 9',
  third: 'quiet harbour/77?',
};

export async function walk(baseUrl: string): Promise<void> {
  let ada = clientWith(baseUrl);
  const stranger = clientWith(baseUrl);

  await step('signs up, once however often it is sent', async () => {
    const params = { header: { 'Idempotency-Key': randomUUID() } };
    const body = { email, password: passwords.first, profile: { first_name: 'Ada' } };
    const signedUp = done(201, await stranger.POST('/sign-up', { params, body }));
    const again = done(201, await stranger.POST('/sign-up', { params, body }));
    assert.deepEqual(again, signedUp);
    assert.equal(signedUp.account.email, email);
    assert.ok(signedUp.token);
    ada = clientWith(baseUrl, signedUp.token);
  });

  await step('cannot sign up twice', async () => {
    const body = { email, password: passwords.first };
    const problem = refused(422, await stranger.POST('/sign-up', { body }));
    assert.deepEqual(reasons(problem), ['email taken']);
  });

  await step('signs out', async () => {
    done(200, await ada.GET('/account'));
    done(204, await ada.DELETE('/sessions/current'));
    const problem = refused(401, await ada.GET('/account'));
    assert.equal(problem.type, 'urn:rekey:problem:invalid-token');
  });

  await step('is refused with a wrong password', async () => {
    const body = { login: email, password: passwords.second };
    const problem = refused(401, await stranger.POST('/sessions', { body }));
    assert.equal(problem.type, 'urn:rekey:problem:wrong-credentials');
  });

  await step('signs in', async () => {
    ada = await signedIn(baseUrl, passwords.first);
  });

  await step('sees its account and its session', async () => {
    const account = done(200, await ada.GET('/account'));
    assert.equal(account.email, email);
    // @ts-expect-error an account has no such member, and the compiler knows
    assert.equal(account.password, undefined);
    const sessions = done(200, await ada.GET('/sessions'));
    assert.deepEqual(sessions.items.map((session) => session.current), [true]);
  });

  await step('is told why a new password is refused', async () => {
    const body = { current_password: passwords.first, new_password: 'zq7-x' };
    const problem = refused(422, await ada.PUT('/account/password', { body }));
    assert.deepEqual(reasons(problem), ['new_password too_short']);
    assert.equal(problem.violations?.[0]?.minimum, 8);
  });

  await step('changes the password, which ends the other sessions', async () => {
    const elsewhere = await signedIn(baseUrl, passwords.first);
    const body = { current_password: passwords.first, new_password: passwords.second };
    done(204, await ada.PUT('/account/password', { body }));
    done(200, await ada.GET('/account'));
    refused(401, await elsewhere.GET('/account'));
    await signedIn(baseUrl, passwords.second);
  });

  await step('resets a forgotten password with the ticket of a letter', async () => {
    done(202, await stranger.POST('/password-resets', { body: { login: email } }));
    const link = await mailedLink(email, '/account/reset?');
    const ticket = new URL(link).searchParams.get('ticket') ?? '';
    done(200, await stranger.POST('/password-resets/check', { body: { ticket } }));
    done(200, await ada.GET('/account'));

    refused(422, await complete(ticket, 'short'));
    done(204, await complete(ticket, passwords.third));
    refused(422, await complete(ticket, passwords.first));
    refused(422, await stranger.POST('/password-resets/check', { body: { ticket } }));
    refused(401, await ada.GET('/account'));
  });

  await step('signs in with the password that was reset', async () => {
    const body = { login: email, password: passwords.second };
    refused(401, await stranger.POST('/sessions', { body }));
    ada = await signedIn(baseUrl, passwords.third);
  });

  await step('closes the account', async () => {
    done(204, await ada.DELETE('/account'));
    refused(401, await ada.GET('/account'));
    const body = { login: email, password: passwords.third };
    refused(401, await stranger.POST('/sessions', { body }));
  });

  function complete(ticket: string, password: string) {
    return stranger.POST('/password-resets/complete', { body: { ticket, new_password: password } });
  }
}

function clientWith(baseUrl: string, token?: string) {
  const client = createClient<paths>({ baseUrl });
  if (token) {
    client.use(bearer(token));
  }
  return client;
}

function bearer(token: string): Middleware {
  return { onRequest: ({ request }) => request.headers.set('authorization', `Bearer ${token}`) };
}

async function signedIn(baseUrl: string, password: string) {
  const body = { login: email, password };
  const session = done(201, await clientWith(baseUrl).POST('/sessions', { body }));
  assert.equal(session.account.email, email);
  return clientWith(baseUrl, session.token);
}

/** What a good answer holds. */
function done<Body>(status: number, answer: Answer & { data?: Body }): NonNullable<Body> {
  assert.equal(answer.response.status, status, JSON.stringify(answer.error));
  return answer.data as NonNullable<Body>;
}

/** The problem that an answer tells of, in its media type. */
function refused(status: number, answer: Answer): Problem {
  assert.equal(answer.response.status, status, JSON.stringify(answer.data));
  assert.match(answer.response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.ok(answer.error);
  assert.equal(answer.error.status, status);
  return answer.error;
}

function reasons(problem: Problem): string[] {
  return (problem.violations ?? []).map(({ field, code }) => `${field} ${code}`);
}
