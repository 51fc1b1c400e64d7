/** Stands in the place of the SDK's signatures: nobody in this world checks one. */
export class SignatureV4 {
  async sign<Request>(request: Request): Promise<Request> {
    return request;
  }
}

/** Signatures of several regions, which nothing here has. */
export const signatureV4aContainer = { SignatureV4a: null };
