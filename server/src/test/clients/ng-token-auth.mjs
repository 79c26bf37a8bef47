// ng-token-auth, for AngularJS: JSON bodies, credentials in a cookie, older names in the link.
import { setTimeout as pause } from 'node:timers/promises';
import { house } from './house.mjs';
import { Refusal, walk } from './walk.mjs';

const SCRIPTS = [
  'angular/angular.js',
  'angular-cookie/angular-cookie.js',
  'ng-token-auth/dist/ng-token-auth.js',
];

await walk('ng-token-auth', async (browser, url) => {
  const { angular, document, Object } = browser.open(url, SCRIPTS);
  // It takes nothing but an object of its own page.
  const settings = Object.assign(new Object(), { apiUrl: house });
  let linkWasFollowed = false;
  angular
    .module('app', ['ng-token-auth'])
    .config(['$authProvider', ($authProvider) => $authProvider.configure(settings)])
    .run(['$rootScope', ($rootScope) =>
      $rootScope.$on('auth:password-reset-confirm-success', () => (linkWasFollowed = true))]);
  const injector = angular.bootstrap(document, ['app']);
  const auth = injector.get('$auth');
  const http = injector.get('$http');
  await auth.validateUser().catch(() => 'nobody is signed in');

  return {
    user: () => (auth.user.signedIn ? auth.user.email : undefined),
    kept: () => auth.retrieveData('auth_headers'),
    signUp: (email, password) =>
      heard(auth.submitRegistration({ email, password, password_confirmation: password })),
    signIn: (email, password) => signIn(injector, { email, password }),
    validate: () => heard(auth.validateToken()),
    signOut: () => heard(auth.signOut()),
    deleteAccount: () => heard(auth.destroyAccount()),
    changePassword: (current, next, repetition) =>
      heard(auth.updatePassword({
        current_password: current,
        password: next,
        password_confirmation: repetition,
      })),
    askForReset: (email) => heard(auth.requestPasswordReset({ email })),
    setPassword: (next) =>
      heard(auth.updatePassword({ password: next, password_confirmation: next })),
    cameFromResetLink: () => linkWasFollowed,
    get: async (path) => {
      const answer = await http.get(house + path);
      return { status: answer.status, token: answer.headers('access-token') };
    },
  };
});

async function heard(promise) {
  try {
    return (await promise).data;
  } catch (refusal) {
    throw new Refusal(refusal.data);
  }
}

/** The promise says "Invalid credentials" whatever happened; the event has the house's words. */
async function signIn(injector, params) {
  let refusal;
  const deafen = injector.get('$rootScope').$on('auth:login-error', (_, body) => (refusal = body));
  try {
    await injector.get('$auth').submitLogin(params);
  } catch (reason) {
    // It loses what is asked for before its own timer has tidied up after a refusal.
    await pause(1);
    throw refusal ? new Refusal(refusal) : reason;
  } finally {
    deafen();
  }
}
