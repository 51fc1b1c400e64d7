import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { antennaAssignment } from '../workflows/antenna-assignment.ts';
import type { State, StateMachine } from '../workflows/asl.ts';
import { bankReconciliation } from '../workflows/bank-reconciliation.ts';
import { dues } from '../workflows/dues.ts';
import { highGrowthScreening } from '../workflows/high-growth-screening.ts';
import { joining } from '../workflows/joining.ts';
import { mailing } from '../workflows/mailing.ts';
import { renewal } from '../workflows/renewal.ts';
import { renewalCampaign } from '../workflows/renewal-campaign.ts';

/** The page of each workflow in docs/workflows/, and the definition its diagram is drawn from. */
export const WORKFLOW_PAGES: Record<string, StateMachine> = {
  joining,
  'antenna-assignment': antennaAssignment,
  dues,
  'bank-reconciliation': bankReconciliation,
  mailing,
  renewal,
  'renewal-campaign': renewalCampaign,
  'high-growth-screening': highGrowthScreening,
};

const START = '<!-- diagram: drawn from the definition by `npm run docs` -->';
const END = '<!-- /diagram -->';

/** Transitions of a state: where to, and what the arrow says. */
const transitions = (state: State<string>): { to: string; label: string }[] => [
  ...(state.Type === 'Choice'
    ? [
        ...state.Choices.map((rule) => ({ to: rule.Next, label: readable(rule.Condition) })),
        ...(state.Default === undefined ? [] : [{ to: state.Default, label: 'otherwise' }]),
      ]
    : []),
  ...('Next' in state ? [{ to: state.Next, label: '' }] : []),
  ...('Catch' in state && state.Catch !== undefined
    ? state.Catch.map((c) => ({ to: c.Next, label: c.ErrorEquals.join(', ') }))
    : []),
];

/** `{% $states.input.decision = 'approve' %}` reads `decision = approve`. */
const readable = (expression: string): string =>
  expression
    .replace(/^\{%\s*|\s*%\}$/g, '')
    .replace(/\$states\.input\.|\$/g, '')
    .replaceAll("'", '');

/** A Mermaid flow chart of a state machine: questions as rhombi, waits for people as rounded boxes, ends as stadiums. */
export const mermaid = (machine: StateMachine): string => {
  const ids = new Map(Object.keys(machine.States).map((name, index) => [name, `s${index}`]));
  const shape = (name: string, state: State<string>): string => {
    const text = `"${name}"`;
    if (state.Type === 'Choice') return `{${text}}`;
    if (state.Type === 'Succeed') return `([${text}])`;
    return 'Resource' in state && state.Resource.endsWith('.waitForTaskToken') ? `(${text}):::people` : `[${text}]`;
  };
  const lines = Object.entries(machine.States).flatMap(([name, state]) => [
    `  ${ids.get(name)}${shape(name, state)}`,
    ...transitions(state).map(
      ({ to, label }) => `  ${ids.get(name)} -->${label === '' ? '' : `|"${label}"|`} ${ids.get(to)}`,
    ),
  ]);
  return [
    'flowchart TD',
    `  start((" ")) --> ${ids.get(machine.StartAt)}`,
    ...lines,
    '  classDef people stroke-width:3px',
  ].join('\n');
};

/** The page with its diagram redrawn. @throws Error when the page has no place for it */
export const redrawn = (page: string, machine: StateMachine): string => {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has no place for a diagram.');
  return `${before}${START}\n\n\`\`\`mermaid\n${mermaid(machine)}\n\`\`\`\n\n${END}${after}`;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, machine] of Object.entries(WORKFLOW_PAGES)) {
    const file = `docs/workflows/${name}.md`;
    writeFileSync(file, redrawn(readFileSync(file, 'utf8'), machine));
  }
}
