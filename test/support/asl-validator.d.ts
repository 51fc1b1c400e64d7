declare module 'asl-validator' {
  /** Checks a state machine: its syntax, that every state is reached, that every transition leads somewhere. */
  const validate: (
    definition: object,
    options?: { checkPaths?: boolean; checkArn?: boolean },
  ) => { isValid: boolean; errors: unknown[]; errorsText: (separator?: string) => string };
  export default validate;
}
