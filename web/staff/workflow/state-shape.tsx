import type { PlacedState } from './layout.ts';
import type { Progress } from './transitions.ts';
import classes from './workflow-graph.module.css';

/** Signs beside the colours: nothing is told by colour alone. */
const MARKS: Record<Progress, { sign: string; fill: string } | null> = {
  'not-reached': null,
  passed: { sign: '✓', fill: 'var(--mantine-primary-color-filled)' },
  current: { sign: '▸', fill: 'var(--mantine-color-dark-7)' },
  failed: { sign: '!', fill: 'var(--mantine-color-red-8)' },
};

/** Corners: choices are lozenge-like, ends are pills, steps are boxes. */
function outline({ type, width, height }: Pick<PlacedState, 'type' | 'width' | 'height'>, grow = 0) {
  const [w, h] = [width + 2 * grow, height + 2 * grow];
  if (type === 'Choice') {
    const cut = 14 + grow / 2;
    return `M${-w / 2 + cut},${-h / 2} H${w / 2 - cut} L${w / 2},0 L${w / 2 - cut},${h / 2} H${-w / 2 + cut} L${-w / 2},0 Z`;
  }
  const radius = type === 'Succeed' || type === 'Fail' ? h / 2 : 8 + grow;
  return [
    `M${-w / 2 + radius},${-h / 2} H${w / 2 - radius}`,
    `A${radius},${radius} 0 0 1 ${w / 2},${-h / 2 + radius} V${h / 2 - radius}`,
    `A${radius},${radius} 0 0 1 ${w / 2 - radius},${h / 2} H${-w / 2 + radius}`,
    `A${radius},${radius} 0 0 1 ${-w / 2},${h / 2 - radius} V${-h / 2 + radius}`,
    `A${radius},${radius} 0 0 1 ${-w / 2 + radius},${-h / 2} Z`,
  ].join(' ');
}

/** One state of the drawing, around its own middle. */
export function StateShape({ state }: { state: PlacedState }) {
  const mark = MARKS[state.progress];
  return (
    <g className={classes.state} data-progress={state.progress} transform={`translate(${state.x},${state.y})`}>
      {state.progress === 'current' && <path className={classes.halo} d={outline(state, 4)} />}
      <path className={classes.shape} d={outline(state)} />
      <text className={classes.label}>{state.label}</text>
      {mark !== null && (
        <g transform={`translate(${-state.width / 2 + (state.type === 'Choice' ? 8 : 4)},${-state.height / 2 + 2})`}>
          <circle className={classes.badge} r={8.5} fill={mark.fill} />
          <text className={classes.mark} fill="white">
            {mark.sign}
          </text>
        </g>
      )}
    </g>
  );
}

/** A small sample of a state, for the legend. */
export function StateSwatch({ progress }: { progress: Progress }) {
  const state: PlacedState = { name: '', label: '', type: 'Task', progress, x: 24, y: 16, width: 34, height: 20 };
  return (
    <svg className={classes.swatch} width={48} height={32} aria-hidden="true">
      <StateShape state={state} />
    </svg>
  );
}
