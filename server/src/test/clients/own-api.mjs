// Rekey's own API, through a client that is made anew from the document that the house serves:
// openapi-typescript makes types, the compiler holds the walk against them, openapi-fetch sends.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import openapiTS, { astToString } from 'openapi-typescript';
import { house } from './house.mjs';
import { step } from './step.mjs';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
let servedDocument;

await step('makes its types from the served document', async () => {
  const answer = await fetch(`${house}/rekey/openapi.json`);
  assert.equal(answer.status, 200);
  servedDocument = await answer.json();
  mkdirSync('made', { recursive: true });
  writeFileSync('made/own-api-types.d.ts', astToString(await openapiTS(servedDocument)));
});

await step('compiles against them', () => {
  try {
    execFileSync(process.execPath, [compiler], { encoding: 'utf8' });
  } catch (refusal) {
    throw new Error(refusal.stdout, { cause: refusal });
  }
});

const { walk } = await import('./made/own-api-walk.js');
await walk(new URL(servedDocument.servers[0].url, house).href);
process.exit(0);
