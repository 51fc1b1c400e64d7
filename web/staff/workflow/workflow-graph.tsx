import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { WorkflowView } from '../../../domain/contract/responses.ts';
import { edgePath, layOut } from './layout.ts';
import { StateShape } from './state-shape.tsx';
import classes from './workflow-graph.module.css';

/** Smaller than this, the words of the drawing can no longer be read: it scrolls instead of shrinking. */
const SMALLEST_READABLE = 0.8;

type Props = {
  view: WorkflowView;
  /** Words for a state's name in the reader's language. */
  label: (stateName: string) => string;
  /** What the drawing says, for those who do not see it. */
  description: string;
  /** Enlarges or shrinks what fits the width; 1 fits. */
  zoom: number;
};

/** The workflow drawn from top to bottom, scrolled to the state that is current or failed. */
export function WorkflowGraph({ view, label, description, zoom }: Props) {
  const drawing = useMemo(() => layOut(view, label), [view, label]);
  const { ref: sizeRef, width } = useElementSize<HTMLElement>();
  const frame = useRef<HTMLElement>(null);
  const ref = useMergedRef(sizeRef, frame);
  const arrows = useId();
  const fitting = width === 0 ? 1 : Math.min(1, Math.max(SMALLEST_READABLE, width / drawing.width));
  const scale = fitting * zoom;

  const focal = drawing.states.find((s) => s.progress === 'current' || s.progress === 'failed') ?? drawing.states[0];
  useEffect(() => {
    if (frame.current === null || focal === undefined) return;
    frame.current.scrollLeft = focal.x * scale - frame.current.clientWidth / 2;
    frame.current.scrollTop = focal.y * scale - frame.current.clientHeight / 2;
  }, [focal, scale]);

  return (
    // A scrolling region takes the focus, so that it can be scrolled with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={ref} className={classes.frame} tabIndex={0} aria-label={description}>
      <svg
        className={classes.drawing}
        role="img"
        aria-label={description}
        width={drawing.width * scale}
        height={drawing.height * scale}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        <defs>
          <Arrow id={`${arrows}-plain`} className={classes.arrow} />
          <Arrow id={`${arrows}-travelled`} className={classes.arrowTravelled} />
        </defs>
        {drawing.edges.map((edge) => (
          <path
            key={`${edge.from}→${edge.to}`}
            className={classes.edge}
            data-kind={edge.kind}
            data-travelled={edge.travelled}
            d={edgePath(edge.points)}
            markerEnd={`url(#${arrows}-${edge.travelled ? 'travelled' : 'plain'})`}
          />
        ))}
        {drawing.states.map((state) => (
          <StateShape key={state.name} state={state} />
        ))}
      </svg>
    </section>
  );
}

function Arrow({ id, className }: { id: string; className: string | undefined }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="8"
      markerHeight="8"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path className={className} d="M0,0.5 L8,4 L0,7.5 Z" />
    </marker>
  );
}
