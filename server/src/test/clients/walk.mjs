// The walk that every client of devise_token_auth takes. A client's own file says how it does a
// thing; what must come of it stands here.
//
// A client has one function, open(browser, url), for a page of an application that uses it:
//
//   user()                                     the address of who is signed in, for the client
//   kept()                                     the five fields that the client would send now
//   signUp(email, password), signIn(email, password)
//   validate(), signOut(), deleteAccount()
//   changePassword(current, next, repetition)
//   askForReset(email), setPassword(next)      before and behind the letter's link
//   cameFromResetLink()                        whether the client knows that it did
//   get(path)                                  a request of the application: {status, token}
//
// All of them answer promises, but for user, kept and cameFromResetLink; what the house refused
// rejects with a Refusal.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import * as house from './house.mjs';
import { step } from './step.mjs';

/** Where the application is: another origin than the house. */
const application = 'http://app.example/';

const FIELDS = ['access-token', 'client', 'expiry', 'token-type', 'uid'];

/** What the house said when it refused. */
export class Refusal extends Error {
  constructor(body) {
    super(`refused: ${JSON.stringify(body)}`);
    this.body = structuredClone(body);
  }
}

async function refusalOf(promise) {
  const outcome = await promise.then(
    () => new Error('this should have been refused'),
    (reason) => reason,
  );
  if (outcome instanceof Refusal && outcome.body?.errors) {
    return outcome.body.errors;
  }
  throw outcome;
}

export async function walk(name, open) {
  const email = `ada+${name}@example.org`;
  const passwords = [
    'Walnüt & lantern+4471%',
    'Möbius = strip;3 9',
    'quiet harbour/77?',
    'plum "teapot" 15',
  ];
  const browser = new Browser();
  let page = await open(browser, application);

  await step('signs up', async () => {
    await page.signUp(email, passwords[0]);
    assertCredentialsOf(email, page.kept());
  });

  await step('stays signed in over a new page', async () => {
    page = await open(browser, application);
    assert.equal(page.user(), email);
  });

  await step('cannot sign up twice', async () => {
    const errors = await refusalOf(page.signUp(email, passwords[0]));
    assert.deepEqual(errors.full_messages, ['Email has already been taken']);
  });

  await step('signs out', async () => {
    await signOutAndBeForgotten(page);
    page = await open(browser, application);
    assert.equal(page.user(), undefined);
  });

  await step('is refused with a wrong password', async () => {
    const errors = await refusalOf(page.signIn(email, passwords[1]));
    assert.deepEqual(errors, ['Invalid login credentials. Please try again.']);
    assert.equal(page.user(), undefined);
  });

  await step('signs in', async () => {
    await page.signIn(email, passwords[0]);
    assert.equal(page.user(), email);
    assertCredentialsOf(email, page.kept());
  });

  await step('validates, and keeps its token within the batch', async () => {
    const before = page.kept();
    await page.validate();
    assert.equal(page.user(), email);
    assert.deepEqual(page.kept(), before);
  });

  await step('gets a new token after the batch', async () => {
    const before = page.kept();
    await house.afterTheBatch();
    await page.validate();
    assertRenewed(before, page.kept());
  });

  await step('sends twenty requests at once and goes on', async () => {
    const before = page.kept();
    await house.afterTheBatch();
    const answers = await twentyAtOnce(page);
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
    const fresh = answers.filter(({ token }) => token && token !== before['access-token']);
    assert.equal(fresh.length, 1, 'one answer of a batch carries a new token');
    await page.validate();
    await house.afterTheBatch();
    await page.validate();
    assertRenewed(before, page.kept());
    assert.notEqual(page.kept()['access-token'], fresh[0].token);
  });

  await step('is told why a new password is refused', async () => {
    const errors = await refusalOf(page.changePassword(passwords[0], passwords[1], 'another'));
    assert.deepEqual(errors.full_messages, ["Password confirmation doesn't match Password"]);
  });

  await step('changes the password, which ends the other sessions', async () => {
    const elsewhere = await open(new Browser(), application);
    await elsewhere.signIn(email, passwords[0]);
    await page.changePassword(passwords[0], passwords[1], passwords[1]);
    await page.validate();
    assert.equal(page.user(), email);
    assert.equal(await house.admits(elsewhere.kept()), false);
    await refusalOf(elsewhere.validate());
    await refusalOf(elsewhere.signIn(email, passwords[0]));
    await elsewhere.signIn(email, passwords[1]);
  });

  await step('asks for a reset, and reads the page where the link lands', async () => {
    await page.askForReset(email);
    const link = await house.mailedLink(email, 'reset_password_token=');
    const scanned = await house.openLink(link);
    const opened = await house.openLink(link);
    assert.deepEqual([scanned.status, opened.status], [302, 302]);
    const landing = opened.headers.get('location');
    assert.ok(landing.startsWith(application), landing);

    const phone = new Browser();
    const landed = await open(phone, landing);
    assert.equal(landed.user(), email);
    assert.equal(landed.cameFromResetLink(), true);
    assert.ok(await house.admits(page.kept()), 'nothing ended yet');
    const ticket = landed.kept();

    await refusalOf(landed.setPassword('short'));
    await landed.setPassword(passwords[2]);
    await landed.validate();
    assertCredentialsOf(email, landed.kept());
    assert.notEqual(landed.kept().client, ticket.client);
    assert.equal(await house.admits(page.kept()), false);
    assert.equal(await house.admits(ticket), false);
    assert.equal(await house.statusOfSettingAPassword(ticket, passwords[3]), 401);
    await signOutAndBeForgotten(landed);
  });

  await step('signs in with the password that was reset', async () => {
    page = await open(new Browser(), application);
    await refusalOf(page.signIn(email, passwords[1]));
    await page.signIn(email, passwords[2]);
    assert.equal(page.user(), email);
  });

  await step('deletes the account', async () => {
    await page.deleteAccount();
    page = await open(new Browser(), application);
    await refusalOf(page.signIn(email, passwords[2]));
  });

  // The clients' own timers would wait for the last day of a token.
  process.exit(0);
}

function assertCredentialsOf(email, kept) {
  assert.deepEqual(Object.keys(kept).sort(), FIELDS);
  assert.equal(kept.uid, email);
  assert.equal(kept['token-type'], 'Bearer');
  assert.match(kept['access-token'], /^[\w-]{22}$/);
  assert.match(kept.client, /^[\w-]{22}$/);
  assert.ok(Number(kept.expiry) > Date.now() / 1000);
}

function assertRenewed(before, after) {
  assert.notEqual(after['access-token'], before['access-token']);
  assert.equal(after.client, before.client);
  assert.equal(after.uid, before.uid);
  assert.ok(Number(after.expiry) >= Number(before.expiry));
}

function twentyAtOnce(page) {
  return Promise.all(Array.from({ length: 20 }, () => page.get('/auth/validate_token')));
}

async function signOutAndBeForgotten(page) {
  const credentials = page.kept();
  assert.ok(await house.admits(credentials));
  await page.signOut();
  assert.equal(page.user(), undefined);
  assert.equal(await house.admits(credentials), false);
}
