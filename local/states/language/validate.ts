export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly code: string;
  readonly message: string;
  readonly location: string;
}
export function validateDefinition(definition: string): Diagnostic[] {
  JSON.parse(definition);
  return [];
}
