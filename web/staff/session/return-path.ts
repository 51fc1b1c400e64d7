import * as z from 'zod';

const CONSOLE = '/staff';
const SignInState = z.object({ returnTo: z.string() });

/**
 * The page to go back to after signing in, from what was sent along to the identity provider: a page of the console, or
 * the inbox for anything else. An address of another site is never followed.
 */
export const returnPathOf = (state: unknown): string => {
  const path = SignInState.safeParse(state).data?.returnTo ?? CONSOLE;
  const inConsole = path === CONSOLE || path.startsWith(`${CONSOLE}/`) || path.startsWith(`${CONSOLE}?`);
  return inConsole && !path.startsWith(`${CONSOLE}/callback`) ? path : CONSOLE;
};
