// What a script knows of the house that it runs against, and what it can see without any client.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where the house answers; the scripts' pages come from elsewhere, as they do in the field. */
export const house = told('HOUSE_URL');

const letters = told('HOUSE_LETTERS');
const batchWindow = Number(told('HOUSE_BATCH_WINDOW'));

const patience = 10_000;
const glance = 50;

function told(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; RealClientsTest sets it`);
  return value;
}

/** A moment after which no request belongs to the batch of an earlier one. */
export function afterTheBatch() {
  return pause(batchWindow + 200);
}

/** The link that has this in it and stands in the newest such letter to the address, waited for. */
export async function mailedLink(address, part) {
  for (let waited = 0; waited < patience; waited += glance) {
    const link = await newestLink(address, part);
    if (link) {
      return link;
    }
    await pause(glance);
  }
  throw new Error(`no letter to ${address} with a link that has ${part} in it, in ${letters}`);
}

async function newestLink(address, part) {
  const names = (await readdir(letters).catch(() => [])).filter((name) => name.endsWith('.eml'));
  for (const name of names.sort().reverse()) {
    const letter = decoded(await readFile(join(letters, name), 'utf8'));
    const link = letter.match(/https?:\/\/\S+/g)?.find((found) => found.includes(part));
    if (link && /^To: (.*)$/m.exec(letter)[1].includes(address)) {
      return link;
    }
  }
  return undefined;
}

function decoded(letter) {
  if (!/^content-transfer-encoding: quoted-printable/im.test(letter)) {
    return letter;
  }
  return letter
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

/** What a browser gets that opens the link of a letter, without going where it leads. */
export function openLink(link) {
  return fetch(link, { redirect: 'manual', headers: { accept: 'text/html,*/*;q=0.8' } });
}

/** Whether the house still believes these credentials. */
export async function admits(credentials) {
  const answer = await fetch(`${house}/auth/validate_token`, { headers: credentials });
  assert.ok([200, 401].includes(answer.status), `validate_token answered ${answer.status}`);
  return answer.status === 200;
}

/** The status of setting a password with these credentials, beside any client. */
export async function statusOfSettingAPassword(credentials, password) {
  const answer = await fetch(`${house}/auth/password`, {
    method: 'PUT',
    headers: { ...credentials, 'content-type': 'application/json' },
    body: JSON.stringify({ password, password_confirmation: password }),
  });
  return answer.status;
}
