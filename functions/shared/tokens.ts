import { createHash, createHmac, randomBytes } from 'node:crypto';

// Tokens of private links. Only their hash is kept, so whoever reads the table can open no application.

/** A new token of 256 random bits, as base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A new salt of 128 random bits, as base64url. */
export const newSalt = (): string => randomBytes(16).toString('base64url');

/** SHA-256 in hexadecimal of a text in UTF-8. */
export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/**
 * The token of the link that answers a submitted form: the same for the same key, application and salt, so a repeated
 * post gets the same link although none is kept. Without the poster's key it cannot be made.
 */
export const submissionToken = (key: string, applicationId: string, salt: string): string =>
  createHmac('sha256', key).update(`${applicationId}\n${salt}`).digest('base64url');

/** SHA-256 of an e-mail address, the same however it is capitalised. */
export const emailSha256 = (email: string): string => sha256(email.trim().toLowerCase());
