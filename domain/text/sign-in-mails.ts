// The mails that the sign-in of staff sends itself (Amazon Cognito): whoever is asked in has chosen no language yet, so
// each is in both. Cognito fills in `{username}` and `{####}`, the password or the code, and reads the text as HTML.

/** Subject and text of a mail. */
export type SignInMail = { subject: string; body: string };

/** Of two languages, French first. */
const both = (french: string, english: string): string => `${french}<br><br>—<br><br>${english}`;

/**
 * Asks somebody in, with a password for the first time.
 * @param days how long the password is good
 * @param address of the console; null where it is not known before it is there
 */
export const invitation = (days: number, address: string | null): SignInMail => ({
  subject: 'Traboule : votre accès à la console · your access to the console',
  body: both(
    `Bonjour,<br><br>un accès à la console vous a été ouvert.<br>Identifiant : {username}<br>Mot de passe provisoire, valable ${days} jours : {####}${at('Console : ', address)}`,
    `Hello,<br><br>you have been given access to the console.<br>User name: {username}<br>Password for the first time, good for ${days} days: {####}${at('Console: ', address)}`,
  ),
});

const at = (label: string, address: string | null): string => (address === null ? '' : `<br>${label}${address}`);

/** Proves an address, or lets somebody choose a new password. */
export const VERIFICATION: SignInMail = {
  subject: 'Traboule : votre code · your code',
  body: both('Votre code de vérification : {####}', 'Your verification code: {####}'),
};
