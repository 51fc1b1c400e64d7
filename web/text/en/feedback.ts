/** Waiting, emptiness and mishaps. */
export const feedback = {
  loading: 'Loading…',
  retry: 'Try again',
  offline: {
    title: 'This page needs the network',
    text: 'It is not loaded yet. It will show by itself once the connection is back.',
    still: 'Still offline.',
  },
  broken: {
    title: 'This page could not be shown',
    text: 'What you have typed is kept. Reload the page; if it happens again, go back home.',
    reload: 'Reload the page',
    home: 'Home',
  },
};

/** What can go wrong on the way to the service: what happened, and what to do. The service's refusals have their own words. */
export const trouble = {
  offline: { title: 'You are offline', detail: 'Nothing is lost. Try again once you are connected.' },
  network: {
    title: 'The service could not be reached',
    detail: 'Nothing is lost. Check your connection, then try again.',
  },
  timeout: {
    title: 'The answer is taking too long',
    detail: 'Nothing is lost. Try again: an application already received will not be counted twice.',
  },
  unexpected: {
    title: 'The service gave an unexpected answer',
    detail: 'Nothing is lost. Try again in a moment, or reload the page.',
  },
};
