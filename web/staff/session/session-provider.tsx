import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ErrorResponse, ErrorTimeout, type User, type UserManager } from 'oidc-client-ts';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Failure } from '../../api/failure.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { forgetDrafts } from '../shared/kept-draft.ts';
import { groupsOf, nameOf } from './person.ts';
import { returnPathOf } from './return-path.ts';
import { type Session, SessionContext } from './session-context.ts';
import { readSettings, SIGNED_OUT_PATH, type SignInSettings, userManagerOf } from './settings.ts';

/** Keeps the signed-in person, renews their token before it ends, and says when it could not. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const settings = useQuery({
    queryKey: ['sign-in-settings'],
    queryFn: ({ signal }) => readSettings(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const manager = useMemo(
    () => (settings.data === undefined ? null : userManagerOf(settings.data, window.location.origin)),
    [settings.data],
  );
  const { user, expired, setExpired } = useUser(manager);
  const renew = useRenewal(manager, setExpired);
  const signIn = useSignIn(manager);
  const finishSignIn = useFinishSignIn(manager);
  const signOut = useSignOut(manager, settings.data);

  const session = useMemo((): Session => {
    if (settings.isError) {
      return { status: 'unavailable', error: settings.error, retry: () => void settings.refetch() };
    }
    if (manager === null || user === undefined) return { status: 'loading' };
    if (user === null) return { status: 'anonymous', signIn, finishSignIn };
    const accessToken = async (): Promise<string> => {
      const token = user.expired === true ? await renew() : user.access_token;
      if (token === null) throw new Failure('unauthorized', 401);
      return token;
    };
    const person = { name: nameOf(user.profile), groups: groupsOf(user.access_token) };
    return { status: 'signed-in', person, expired, accessToken, renew, signIn, finishSignIn, signOut };
  }, [settings, manager, user, expired, renew, signIn, finishSignIn, signOut]);

  return <SessionContext value={session}>{children}</SessionContext>;
};

/** The user the manager keeps: undefined until it has looked, null when there is none. */
function useUser(manager: UserManager | null) {
  const [user, setUser] = useState<User | null | undefined>(undefined);
  const [expired, setExpired] = useState(false);
  useEffect(() => {
    if (manager === null) return;
    void keptUser(manager).then(setUser);
    const stops = [
      manager.events.addUserLoaded((loaded) => {
        setUser(loaded);
        setExpired(false);
      }),
      manager.events.addUserUnloaded(() => setUser(null)),
      // Renewed a minute ahead where there is a refresh token; what fails then is tried again at the next call.
      manager.events.addAccessTokenExpiring(() => void renewed(manager)),
      manager.events.addAccessTokenExpired(() => setExpired(true)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [manager]);
  return { user, expired, setExpired };
}

/** The user of an earlier visit in this tab, renewed if need be; null when they have to sign in. */
async function keptUser(manager: UserManager): Promise<User | null> {
  const user = await manager.getUser();
  return user?.expired === true ? await renewed(manager) : user;
}

/** A new user by refresh token; null when there is none, or the provider refuses it or cannot be reached. */
async function renewed(manager: UserManager): Promise<User | null> {
  const user = await manager.getUser();
  if (user?.refresh_token === undefined) return null;
  try {
    return await manager.signinSilent();
  } catch (error) {
    // ErrorResponse: refused; ErrorTimeout, TypeError (fetch): not reached. All three end in signing in again.
    if (error instanceof ErrorResponse || error instanceof ErrorTimeout || error instanceof TypeError) return null;
    throw error;
  }
}

/** Renews for all callers at once: a page asks several things, and a refresh token may be good for one use only. */
function useRenewal(manager: UserManager | null, setExpired: (expired: boolean) => void) {
  const running = useRef<Promise<string | null> | null>(null);
  return useCallback((): Promise<string | null> => {
    if (manager === null) return Promise.resolve(null);
    running.current ??= renewed(manager)
      .then((user) => {
        if (user === null) setExpired(true);
        return user?.access_token ?? null;
      })
      .finally(() => {
        running.current = null;
      });
    return running.current;
  }, [manager, setExpired]);
}

function useSignIn(manager: UserManager | null) {
  const language = useLanguage();
  return useCallback(async () => {
    const { pathname, search } = window.location;
    // `ui_locales` is the standard's, `lang` is Cognito's.
    await manager?.signinRedirect({
      state: { returnTo: `${pathname}${search}` },
      ui_locales: language,
      extraQueryParams: { lang: language },
    });
  }, [manager, language]);
}

function useFinishSignIn(manager: UserManager | null) {
  return useCallback(
    async (address: string): Promise<string> => {
      const before = await manager?.getUser();
      const user = await manager?.signinRedirectCallback(address);
      // Somebody else at this screen, after a session that ran out: what was typed in it is not theirs to read.
      if (before?.profile.sub !== undefined && before.profile.sub !== user?.profile.sub) forgetDrafts();
      return returnPathOf(user?.state);
    },
    [manager],
  );
}

function useSignOut(manager: UserManager | null, settings: SignInSettings | undefined) {
  const cache = useQueryClient();
  return useCallback(async () => {
    if (manager === null || settings === undefined) return;
    const user = await manager.getUser();
    // A provider that cannot be reached must not keep anybody signed in here.
    const endSession = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
    // The next person at this screen must find nothing of this one.
    cache.removeQueries({ queryKey: ['staff'] });
    forgetDrafts();
    await manager.removeUser();
    if (settings.logoutUrl !== undefined) {
      window.location.assign(settings.logoutUrl);
    } else if (endSession !== undefined) {
      await manager.signoutRedirect({ id_token_hint: user?.id_token });
    } else {
      window.location.assign(SIGNED_OUT_PATH);
    }
  }, [manager, settings, cache]);
}
