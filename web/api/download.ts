import { ROUTES, type RouteName } from '../../domain/contract/routes.ts';
import { type CallOptions, send } from './call.ts';

/** The routes whose answer is a file. */
export type FileRoute = Extract<
  RouteName,
  | 'GetLinkCertificate'
  | 'GetLinkInvoicePdf'
  | 'GetLinkInvoiceXml'
  | 'GetInvoicePdf'
  | 'GetInvoiceXml'
  | 'ExportLedger'
  | 'ExportMembers'
>;
/** Milliseconds: a document may have to be made first, and a year's journal is long. */
const PATIENCE = 60_000;

const nameIn = (disposition: string | null): string | null =>
  /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1]?.trim() ?? null;

/**
 * Fetches a file behind a link or a sign-in, and saves it under the name the API gives it.
 * @param name what to call it when the API does not say
 * @throws Failure for every way it can go wrong
 */
export const download = async <N extends FileRoute>(route: N, options: CallOptions<N>, name: string): Promise<void> => {
  const file = await send(
    ROUTES[route],
    { timeout: PATIENCE, ...options },
    async (response) => ({
      blob: await response.blob(),
      name: nameIn(response.headers.get('content-disposition')) ?? name,
    }),
    '*/*',
  );
  save(file.blob, file.name);
};

/** Hands a file to the browser's downloads. */
export const save = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // Not at once: the browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
