import { Graph, layout } from '@dagrejs/dagre';
import type { WorkflowView } from '../../../domain/contract/responses.ts';
import { drawnTransitions, type Progress, type Transition } from './transitions.ts';

type State = WorkflowView['states'][number];
export type Point = { x: number; y: number };

/** A state placed on the drawing: `x`, `y` is its middle. Lengths in SVG user units (pixels at zoom 1). */
export type PlacedState = {
  name: string;
  label: string;
  type: string;
  progress: Progress;
  x: number;
  y: number;
  width: number;
  height: number;
};
export type PlacedEdge = Transition & { points: Point[] };
export type Drawing = { width: number; height: number; states: PlacedState[]; edges: PlacedEdge[] };

/** Text is measured by its length: the drawing must come out the same in a browser and in a test. */
const CHARACTER_WIDTH = 7.4;
const PADDING = 36;
const MIN_WIDTH = 96;
const HEIGHT = 40;
const MARGIN = 16;

/**
 * Places the states of a workflow in layers from top to bottom.
 * @param label gives the words a state is drawn with, in the reader's language
 */
export function layOut(view: WorkflowView, label: (stateName: string) => string): Drawing {
  const graph = new Graph<
    object,
    { width: number; height: number; x?: number; y?: number },
    { weight: number; points?: Point[] }
  >();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, edgesep: 14, marginx: MARGIN, marginy: MARGIN });
  for (const state of view.states) {
    const width = Math.max(MIN_WIDTH, Math.round(label(state.name).length * CHARACTER_WIDTH + PADDING));
    graph.setNode(state.name, { width, height: HEIGHT });
  }
  const transitions = drawnTransitions(view);
  for (const { from, to, kind } of transitions) {
    // Errors' ways bend around the ordinary way, which stays a straight spine.
    graph.setEdge(from, to, { weight: kind === 'catch' ? 1 : 6 });
  }
  layout(graph);

  const states = view.states.map((state): PlacedState => {
    const { x = 0, y = 0, width, height } = graph.node(state.name);
    return {
      name: state.name,
      label: label(state.name),
      type: state.type,
      progress: state.progress,
      x,
      y,
      width,
      height,
    };
  });
  const edges = transitions.map(
    (transition): PlacedEdge => ({ ...transition, points: graph.edge(transition.from, transition.to).points ?? [] }),
  );
  const right = Math.max(0, ...states.map((s) => s.x + s.width / 2), ...edges.flatMap((e) => e.points.map((p) => p.x)));
  const bottom = Math.max(
    0,
    ...states.map((s) => s.y + s.height / 2),
    ...edges.flatMap((e) => e.points.map((p) => p.y)),
  );
  return { width: Math.ceil(right + MARGIN), height: Math.ceil(bottom + MARGIN), states, edges };
}

/** SVG path through the points of an edge, its corners rounded. */
export function edgePath(points: readonly Point[], radius = 10): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const commands = [`M${round(first.x)},${round(first.y)}`];
  let previous = first;
  rest.forEach((point, index) => {
    const following = rest[index + 1];
    if (following === undefined) {
      commands.push(`L${round(point.x)},${round(point.y)}`);
    } else {
      const before = towards(point, previous, radius);
      const after = towards(point, following, radius);
      commands.push(`L${round(before.x)},${round(before.y)}`);
      commands.push(`Q${round(point.x)},${round(point.y)} ${round(after.x)},${round(after.y)}`);
    }
    previous = point;
  });
  return commands.join(' ');
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** The point `distance` away from `from` on the way to `to`, and never past the middle. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const part = Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** The states in the order a reader meets them from the start, breadth first; those out of reach come last. */
export function readingOrder(view: WorkflowView): State[] {
  const byName = new Map(view.states.map((state) => [state.name, state]));
  const ordered = new Set<State>();
  const waiting = [view.startAt];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const state = byName.get(name);
    if (state === undefined || ordered.has(state)) continue;
    ordered.add(state);
    waiting.push(...state.next.map((next) => next.to));
  }
  for (const state of view.states) ordered.add(state);
  return [...ordered];
}
