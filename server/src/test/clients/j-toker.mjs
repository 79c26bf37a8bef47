// j-toker, for jQuery: form-encoded bodies, and every answer's fields are kept, whatever they hold.
import { house } from './house.mjs';
import { Refusal, walk } from './walk.mjs';

const SCRIPTS = [
  'jquery/dist/jquery.js',
  'jquery.cookie/jquery.cookie.js',
  'jquery-deparam/jquery-deparam.js',
  'pubsub-js/src/pubsub.js',
  'j-toker/dist/jquery.j-toker.js',
];

await walk('j-toker', async (browser, url) => {
  let page = browser.open(url, SCRIPTS);
  // It strips the credentials from a landing address by going to a new page.
  let next;
  page.auth.setLocation = (location) => (next = location);
  let validated = page.auth.configure({ apiUrl: house });
  if (next) {
    page = browser.open(next, SCRIPTS);
    validated = page.auth.configure({ apiUrl: house });
  }
  await validated.then(undefined, () => 'nobody is signed in');
  const { auth, jQuery } = page;
  // A page asks once; from now on validateToken would answer what it found then.
  auth.configDfd = null;

  return {
    user: () => (auth.user.signedIn ? auth.user.email : undefined),
    kept: () => auth.retrieveData('authHeaders'),
    signUp: (email, password) =>
      heard(auth.emailSignUp({ email, password, password_confirmation: password })),
    signIn: (email, password) => heard(auth.emailSignIn({ email, password })),
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
    cameFromResetLink: () => auth.mustResetPassword,
    get: (path) =>
      new Promise((resolve) =>
        jQuery.ajax({
          url: house + path,
          complete: (xhr) =>
            resolve({ status: xhr.status, token: xhr.getResponseHeader('access-token') }),
        })),
  };
});

function heard(deferred) {
  return new Promise((resolve, reject) =>
    deferred.then(resolve, (refusal) => reject(new Refusal(refusal.data))));
}
