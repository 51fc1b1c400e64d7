/** Waiting, emptiness and mishaps. */
export const feedback = {
  loading: 'Loading…',
  retry: 'Try again',
  broken: {
    title: 'This page could not be shown',
    text: 'What you have typed is kept. Reload the page; if it happens again, go back home.',
    reload: 'Reload the page',
    home: 'Home',
  },
};

/** Each way a call can fail: what happened, and what to do. */
export const failure = {
  offline: { title: 'You are offline', advice: 'Nothing is lost. Try again once you are connected.' },
  network: {
    title: 'The service could not be reached',
    advice: 'Nothing is lost. Check your connection, then try again.',
  },
  timeout: {
    title: 'The answer is taking too long',
    advice: 'Nothing is lost. Try again: an application already received will not be counted twice.',
  },
  unexpected: {
    title: 'The service gave an unexpected answer',
    advice: 'Nothing is lost. Try again in a moment, or reload the page.',
  },
  'invalid-body': {
    title: 'What was sent could not be read',
    advice: 'Reload the page, then send again: what you typed is kept.',
  },
  'invalid-query': { title: 'This search is not possible', advice: 'Check what you are looking for.' },
  unauthorized: { title: 'Your session has expired', advice: 'Sign in again to go on.' },
  'invalid-link': {
    title: 'This link is not valid',
    advice: 'It may have been copied wrongly. Open it from the e-mail, or ask for a new link.',
  },
  forbidden: { title: 'You have no access to this', advice: 'Your account does not allow it.' },
  'wrong-antenna': { title: 'This belongs to another antenna', advice: 'Turn to that antenna or to the head office.' },
  'mailed-link-required': {
    title: 'Confirm from the e-mail you received',
    advice: 'An address is confirmed with the link sent to it: that proves it is yours.',
  },
  'not-found': { title: 'Not found', advice: 'What you are looking for does not exist, or no longer does.' },
  'duplicate-company': {
    title: 'This organisation already has an application under way, or is a member',
    advice: 'An organisation has one application at a time.',
  },
  'task-already-answered': {
    title: 'The answer has already been given',
    advice: 'Nothing more to do: the page will update.',
  },
  'task-closed': { title: 'This is no longer asked', advice: 'The page will update.' },
  'application-closed': { title: 'This application is closed', advice: 'It can no longer be changed.' },
  'version-conflict': { title: 'Something else has just changed', advice: 'Reload the page, then start again.' },
  'not-restartable': {
    title: 'This application cannot be restarted',
    advice: 'Reload the page to see where it stands.',
  },
  'not-redrivable': {
    title: 'This execution is not redriven itself',
    advice: 'Redrive the application’s latest one: it redrives the others.',
  },
  'not-running': { title: 'This execution has already ended', advice: 'Reload the page to see how.' },
  'expired-link': {
    title: 'This link has expired',
    advice: 'Ask for a new link: it will come to the address of the application.',
  },
  'body-too-large': { title: 'What was sent is too large', advice: 'Shorten the texts, then send again.' },
  'unsupported-media-type': {
    title: 'What was sent could not be read',
    advice: 'Reload the page, then send again: what you typed is kept.',
  },
  'invalid-fields': { title: 'Some fields need another look', advice: 'They are listed below.' },
  'idempotency-key-reused': {
    title: 'Something different was already received',
    advice: 'Your application may already be recorded: look for our e-mail, or ask for a new link.',
  },
  'too-many-requests': { title: 'Too many requests at once', advice: 'Wait a minute, then try again.' },
  unavailable: {
    title: 'The service is unavailable for the moment',
    advice: 'Nothing is lost. Try again in a few minutes.',
  },
};
