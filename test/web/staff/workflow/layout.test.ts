import { describe, expect, it } from '@jest/globals';
import { edgePath, layOut, readingOrder } from '../../../../web/staff/workflow/layout.ts';
import { antennaAssignment, failedJoining, joining } from '../support/workflow-fixtures.ts';

const asItIs = (name: string) => name;

describe.each([joining, failedJoining, antennaAssignment])('the drawing of $workflow ($executionStatus)', (view) => {
  const drawing = layOut(view, asItIs);

  it('places every state once, inside the drawing', () => {
    expect(drawing.states.map((s) => s.name).sort()).toEqual(view.states.map((s) => s.name).sort());
    for (const { x, y, width, height } of drawing.states) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0);
      expect(y - height / 2).toBeGreaterThanOrEqual(0);
      expect(x + width / 2).toBeLessThanOrEqual(drawing.width);
      expect(y + height / 2).toBeLessThanOrEqual(drawing.height);
    }
  });

  it('lets no two states overlap', () => {
    for (const [index, a] of drawing.states.entries()) {
      for (const b of drawing.states.slice(index + 1)) {
        const apart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
        expect({ a: a.name, b: b.name, apart }).toEqual({ a: a.name, b: b.name, apart: true });
      }
    }
  });

  it('draws a way between two states at most once, and lets every state but the first be reached', () => {
    const pairs = drawing.edges.map((e) => `${e.from}>${e.to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const ends = new Set(drawing.edges.map((e) => e.to));
    expect(view.states.filter((s) => !ends.has(s.name)).map((s) => s.name)).toEqual([view.startAt]);
    for (const edge of drawing.edges) expect(edge.points.length).toBeGreaterThanOrEqual(2);
  });

  it('starts at the top', () => {
    const top = [...drawing.states].sort((a, b) => a.y - b.y)[0];
    expect(top?.name).toBe(view.startAt);
  });
});

describe('what the drawing says', () => {
  it('keeps what each state became', () => {
    const current = layOut(joining, asItIs).states.filter((s) => s.progress === 'current');
    expect(current.map((s) => s.name)).toEqual(['Review application']);
  });

  it('makes room for long words', () => {
    const long = layOut(joining, (name) => `${name}, dans une langue bien plus bavarde`);
    const short = layOut(joining, asItIs);
    expect(long.states[0]?.width ?? 0).toBeGreaterThan((short.states[0]?.width ?? 0) + 100);
    expect(long.states[0]?.label).toContain('bavarde');
  });

  it('draws an empty workflow as nothing', () => {
    expect(layOut({ ...joining, states: [] }, asItIs)).toMatchObject({ states: [], edges: [] });
  });
});

describe('the order in which the steps are read out', () => {
  it('goes from the start, each state once', () => {
    const order = readingOrder(joining).map((s) => s.name);
    expect(order.slice(0, 3)).toEqual(['Reserve company', 'Confirm e-mail', 'Close application']);
    expect(order).toHaveLength(joining.states.length);
    expect(new Set(order).size).toBe(order.length);
  });

  it('does not lose a state that nothing leads to', () => {
    const lost = { name: 'Lost', type: 'Task', progress: 'not-reached' as const, next: [] };
    expect(readingOrder({ ...joining, states: [lost, ...joining.states] }).at(-1)).toEqual(lost);
  });
});

describe('the path of an edge', () => {
  it('rounds its corners and ends where it should', () => {
    const path = edgePath([
      { x: 0, y: 0 },
      { x: 0, y: 100 },
      { x: 100, y: 100 },
    ]);
    expect(path).toBe('M0,0 L0,90 Q0,100 10,100 L100,100');
  });

  it('survives points on top of each other', () => {
    expect(
      edgePath([
        { x: 5, y: 5 },
        { x: 5, y: 5 },
        { x: 5, y: 5 },
      ]),
    ).not.toContain('NaN');
    expect(edgePath([])).toBe('');
  });
});
