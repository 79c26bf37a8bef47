// angular-token, for Angular: credentials in local storage, and passwords are changed on the path
// of the account itself.
import { house } from './house.mjs';
import { Refusal, walk } from './walk.mjs';

const SCRIPTS = [
  'reflect-metadata/Reflect.js',
  'zone.js/dist/zone.js',
  'rxjs/bundles/rxjs.umd.js',
  '@angular/core/bundles/core.umd.js',
  '@angular/common/bundles/common.umd.js',
  '@angular/common/bundles/common-http.umd.js',
  '@angular/compiler/bundles/compiler.umd.js',
  '@angular/platform-browser/bundles/platform-browser.umd.js',
  '@angular/platform-browser-dynamic/bundles/platform-browser-dynamic.umd.js',
  '@angular/router/bundles/router.umd.js',
  'angular-token/bundles/angular-token.umd.js',
];

await walk('angular-token', async (browser, url) => {
  const page = browser.open(url, SCRIPTS);
  const { injector } = await page.eval(`(${application})`)(house);
  const tokens = injector.get(page['angular-token'].AngularTokenService);
  const http = injector.get(page.ng.common.http.HttpClient);
  if (tokens.userSignedIn()) {
    await heard(tokens.validateToken());
  }

  return {
    user: () => (tokens.userSignedIn() ? tokens.currentUserData?.email : undefined),
    kept: () => fields(tokens.currentAuthData),
    signUp: (email, password) =>
      heard(tokens.registerAccount({ login: email, password, passwordConfirmation: password })),
    signIn: (email, password) => heard(tokens.signIn({ login: email, password })),
    validate: () => heard(tokens.validateToken()),
    signOut: () => heard(tokens.signOut()),
    deleteAccount: () => heard(tokens.deleteAccount()),
    changePassword: (current, next, repetition) =>
      heard(tokens.updatePassword({
        passwordCurrent: current,
        password: next,
        passwordConfirmation: repetition,
      })),
    askForReset: (email) => heard(tokens.resetPassword({ login: email })),
    setPassword: (next) =>
      heard(tokens.updatePassword({
        password: next,
        passwordConfirmation: next,
        resetPasswordToken: new URL(url).searchParams.get('reset_password_token'),
      })),
    // It leaves the address to the application.
    cameFromResetLink: () => new URL(url).searchParams.get('reset_password') === 'true',
    get: async (path) => {
      const answer = await http.get(house + path, { observe: 'response' }).toPromise();
      return { status: answer.status, token: answer.headers.get('access-token') };
    },
  };
});

/** The smallest application that Angular compiles and routes; it runs as the page's own script. */
function application(apiBase) {
  const { ng, 'angular-token': angularToken } = window;
  const { Component, NgModule } = ng.core;
  const Root = Component({ selector: 'app-root', template: '' })(class {});
  const Module = NgModule({
    imports: [
      ng.platformBrowser.BrowserModule,
      ng.common.http.HttpClientModule,
      ng.router.RouterModule.forRoot([{ path: '**', component: Root }]),
      angularToken.AngularTokenModule.forRoot({ apiBase }),
    ],
    declarations: [Root],
    bootstrap: [Root],
  })(class {});
  return ng.platformBrowserDynamic.platformBrowserDynamic().bootstrapModule(Module);
}

function heard(observable) {
  return observable.toPromise().catch((refusal) => {
    throw new Refusal(refusal.error);
  });
}

function fields(kept) {
  return kept && {
    'access-token': kept.accessToken,
    'token-type': kept.tokenType,
    client: kept.client,
    expiry: kept.expiry,
    uid: kept.uid,
  };
}
