import { plusDays } from '../../domain/member/period.ts';
import { html, monthShort, type Said, svgText } from './bilingual.ts';
import { monthsOf, weekAt } from './series.ts';

// Charts as SVG, drawn here: one file without a script, which prints as it shows. Each has a table of its numbers below
// it, for those who do not see it.

/** A series of a chart: a value a week. */
export type Series = { name: Said; color: string; values: readonly number[] };

export type Chart = {
  /** Names it in the page. */
  id: string;
  title: Said;
  /** What it shows, in a sentence. */
  caption: Said;
  weeks: readonly string[];
  series: readonly Series[];
  /** The first day that was asked for: what is before it is the run-up. */
  from: string;
  write: (value: number) => Said;
};

const WIDTH = 920;
const HEIGHT = 320;
const MARGIN = { top: 14, right: 14, bottom: 34, left: 78 };
const INNER = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
/** Steps of an axis that read well, by their first digit. */
const STEPS = [1, 2, 2.5, 5, 10];
const TICKS = 4;

const stepOf = (highest: number): number => {
  const rough = Math.max(1, highest) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (STEPS.find((step) => step * power >= rough) ?? 10) * power;
};

const fixed = (value: number): string => value.toFixed(1).replace(/\.0$/, '');

type Scale = { x: (place: number) => number; y: (value: number) => number; top: number; step: number };

const scaleOf = (weeks: number, highest: number): Scale => {
  const step = stepOf(highest);
  const top = Math.max(step, Math.ceil(highest / step) * step);
  return {
    step,
    top,
    x: (place) => MARGIN.left + (INNER.width * place) / Math.max(1, weeks),
    y: (value) => MARGIN.top + INNER.height * (1 - value / top),
  };
};

const axes = ({ weeks, from, write }: Chart, { x, y, top, step }: Scale): string => {
  const lines: string[] = [];
  for (let value = 0; value <= top; value += step) {
    const at = fixed(y(value));
    lines.push(`<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at}" y2="${at}" class="grid"/>`);
    lines.push(svgText(write(value), `x="${MARGIN.left - 8}" y="${fixed(y(value) + 4)}" class="tick end"`));
  }
  const last = plusDays(weeks.at(-1) ?? from, 6);
  for (const month of monthsOf(weeks[0] ?? from, last)) {
    const place = weekAt(weeks, `${month}-01`);
    // No room beside the edges.
    if (place === 0 || place >= weeks.length - 1) continue;
    lines.push(svgText(monthShort(month), `x="${fixed(x(place))}" y="${HEIGHT - 12}" class="tick"`));
    if (month.endsWith('-01')) {
      lines.push(svgText(month.slice(0, 4), `x="${fixed(x(place))}" y="${HEIGHT - 0.5}" class="tick year"`));
    }
  }
  const begin = fixed(x(weekAt(weeks, from)));
  lines.push(`<line x1="${begin}" x2="${begin}" y1="${MARGIN.top}" y2="${HEIGHT - MARGIN.bottom}" class="begin"/>`);
  return lines.join('');
};

/** The series one upon the other: lower and upper edge of each, by week. */
const stacked = (series: readonly Series[]): { series: Series; low: number[]; high: number[] }[] => {
  let base: number[] = [];
  return series.map((one) => {
    const low = one.values.map((_, week) => base[week] ?? 0);
    const high = one.values.map((value, week) => value + (low[week] ?? 0));
    base = high;
    return { series: one, low, high };
  });
};

const highestOf = (values: readonly number[]): number => Math.max(0, ...values);

const areas = (chart: Chart): string => {
  const layers = stacked(chart.series);
  const scale = scaleOf(chart.weeks.length - 1, highestOf(layers.at(-1)?.high ?? []));
  const { x, y } = scale;
  const point = (value: number, week: number) => `${fixed(x(week))},${fixed(y(value))}`;
  const shapes = layers.map(({ series, low, high }) => {
    const back = low.map(point).reverse();
    return `<polygon points="${[...high.map(point), ...back].join(' ')}" fill="${series.color}" class="layer"/>`;
  });
  return axes(chart, scale) + shapes.join('');
};

const bars = (chart: Chart): string => {
  const layers = stacked(chart.series);
  const scale = scaleOf(chart.weeks.length, highestOf(layers.at(-1)?.high ?? []));
  const { x, y } = scale;
  const width = fixed(Math.max(1, x(1) - x(0) - 1.5));
  const shapes = layers.flatMap(({ series, low, high }) =>
    high.flatMap((value, week) => {
      const bottom = y(low[week] ?? 0);
      const height = bottom - y(value);
      if (height <= 0) return [];
      const place = `x="${fixed(x(week))}" y="${fixed(y(value))}" width="${width}" height="${fixed(height)}"`;
      return [`<rect ${place} fill="${series.color}"/>`];
    }),
  );
  return axes(chart, scale) + shapes.join('');
};

const lines = (chart: Chart): string => {
  const scale = scaleOf(chart.weeks.length - 1, highestOf(chart.series.flatMap(({ values }) => values)));
  const { x, y } = scale;
  const shapes = chart.series.map(({ values, color }) => {
    const points = values.map((value, week) => `${fixed(x(week))},${fixed(y(value))}`).join(' ');
    return `<polyline points="${points}" stroke="${color}" class="line"/>`;
  });
  return axes(chart, scale) + shapes.join('');
};

const DRAW = { areas, bars, lines } as const;

/** Name of a table that scrolls, in both languages at once: an attribute has no second one. */
const REGION = 'Chiffres · Figures';

const tableOf = ({ weeks, series, write }: Chart): string => {
  const head = series.map(({ name }) => `<th scope="col" class="number">${html(name)}</th>`).join('');
  const rows = weeks.map((monday, week) => {
    const cells = series.map(({ values }) => `<td class="number">${html(write(values[week] ?? 0))}</td>`).join('');
    return `<tr><th scope="row">${monday}</th>${cells}</tr>`;
  });
  const summary = html({ fr: 'Les chiffres, semaine par semaine', en: 'The figures, week by week' });
  return `<details><summary>${summary}</summary><div class="scroll" tabindex="0" role="region" aria-label="${REGION}"><table><thead><tr><th scope="col">${html({ fr: 'Semaine du', en: 'Week of' })}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
};

/** A figure: title, drawing, what its colours stand for, its numbers. */
export const figure = (kind: keyof typeof DRAW, chart: Chart): string => {
  const { id } = chart;
  const legend = chart.series
    .map(({ name, color }) => `<li><span class="swatch" style="background:${color}"></span>${html(name)}</li>`)
    .join('');
  return `<figure><figcaption id="${id}"><h3>${html(chart.title)}</h3><p>${html(chart.caption)}</p></figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}">${DRAW[kind](chart)}</svg><ul class="legend">${legend}</ul>${tableOf(chart)}</figure>`;
};
