import type * as french from '../fr/console.ts';

// The frame of the console, signing in and being refused.

export const nav: typeof french.nav = {
  inbox: 'Tasks',
  applications: 'Applications',
  members: 'Members',
  treasury: 'Treasury',
  growth: 'Growth',
  jury: 'Jury',
  workflows: 'Workflows',
  schedules: 'Schedules',
  account: 'Account of {{name}}',
  signOut: 'Sign out',
};

export const groups: typeof french.groups = {
  admin: 'Head office',
  treasurer: 'Treasurer',
  jury: 'Jury',
  antenna: '{{name}} antenna',
};

export const session: typeof french.session = {
  signIn: {
    title: 'Sign in',
    lead: 'The staff console is for the antennas and the head office.',
    button: 'Sign in',
    company: 'Have you applied for membership? Follow your application with the link you received by e-mail.',
    companyLink: 'Find my link',
  },
  callback: { title: 'Signing in', working: 'Signing you in…' },
  failed: {
    title: 'Sign-in did not succeed',
    text: 'The sign-in service did not confirm who you are, or this page was opened twice. Try again: nothing is lost.',
    button: 'Try again',
  },
  settings: {
    title: 'Sign-in is not available',
    text: 'The sign-in settings could not be read.',
  },
  expired: {
    title: 'Your session has expired',
    text: 'Sign in again to go on. You will come back to this page, and what you wrote is kept.',
    button: 'Sign in again',
  },
  forbidden: {
    title: 'Your account has no access to this console',
    text: 'You are signed in as {{name}}, but your account belongs to no staff group. Ask the head office to add you to the group of your antenna.',
  },
  jury: {
    title: 'Nothing for the jury here',
    text: 'Applications are looked after by the antennas and the head office. Your group sees the candidates of the jury.',
    candidates: 'See the candidates',
  },
};

export const refusal: typeof french.refusal = {
  wrongAntenna: {
    title: 'This file belongs to another antenna',
    text: 'You see the files of: {{antennas}}. For this one, ask the head office or the antenna in charge of it.',
  },
  notFound: {
    title: 'Not found',
    text: 'This address leads to no file. It may have been copied wrongly.',
    back: 'Back to the start of the console',
  },
};
