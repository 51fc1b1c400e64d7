import { createContext, use } from 'react';
import type { Person } from './person.ts';

/**
 * Takes up the answer of the identity provider, once.
 * @param address the whole address the provider sent the browser to
 * @returns the path to go back to
 */
export type FinishSignIn = (address: string) => Promise<string>;

/** What the console knows of who uses it. */
export type Session =
  | { status: 'loading' }
  /** The sign-in settings could not be read: nobody can sign in. */
  | { status: 'unavailable'; error: unknown; retry: () => void }
  | { status: 'anonymous'; signIn: () => Promise<void>; finishSignIn: FinishSignIn }
  | {
      status: 'signed-in';
      person: Person;
      /** True once the API no longer takes the token and it could not be renewed. */
      expired: boolean;
      /** A token to call with. @throws Failure `unauthorized` when there is none any more */
      accessToken: () => Promise<string>;
      /** Asks for a new token after a refusal. @returns null when only signing in again helps */
      renew: () => Promise<string | null>;
      /** Signs in (again) and comes back to the page one is on. */
      signIn: () => Promise<void>;
      finishSignIn: FinishSignIn;
      signOut: () => Promise<void>;
    };

export const SessionContext = createContext<Session>({ status: 'loading' });

/** The session, whatever its state. */
export const useSession = (): Session => use(SessionContext);

/** The session of a page that only signed-in staff can reach. */
export const useSignedIn = (): Extract<Session, { status: 'signed-in' }> => {
  const session = useSession();
  if (session.status !== 'signed-in') throw new Error('This page is for signed-in staff: it belongs under StaffGate.');
  return session;
};
