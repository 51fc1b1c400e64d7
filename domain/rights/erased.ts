// How an erased contact is told. Apart from the rules of erasure: every list and every mail asks it.

/** An address that reaches nobody (RFC 2606): no mail is sent to it. */
export const NOBODY = 'personne@efface.invalid';

/** Tells whether a contact is that of an erased dossier: there is nobody to write to. */
export const isErased = ({ email }: { email: string }): boolean => email === NOBODY;
