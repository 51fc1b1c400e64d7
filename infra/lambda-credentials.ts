/**
 * How a function finds its credentials: Lambda hands them over in the environment, and nowhere else. Stands in the
 * bundles for `@aws-sdk/credential-provider-node`, whose search through files, single sign-on and metadata services is
 * 95 kB that no function ever runs.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
