import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import { useLanguage } from '../i18n/use-language.ts';
import { formatMeasured } from './amounts.ts';
import type { ChartMeasure, ChartRow } from './chart-data.ts';

/** Each threshold by its colour and its stroke: nobody has to tell colours apart. */
const STROKES = [
  { color: 'terracotta.6', strokeDasharray: '7 4' },
  { color: 'ochre.7', strokeDasharray: '2 4' },
  { color: 'gray.6', strokeDasharray: '12 4 2 4' },
];

/** Growth against its thresholds, as lines. Not reachable by keyboard: a table says the same. */
export default function GrowthLines({
  rows,
  measure,
  name,
  thresholds,
}: {
  rows: readonly ChartRow[];
  measure: ChartMeasure;
  name: string;
  thresholds: readonly { criterion: string; name: string }[];
}) {
  const language = useLanguage();
  return (
    <LineChart
      h={300}
      data={rows.map(({ year, measured, thresholds: at }) => ({ year, measured, ...at }))}
      dataKey="year"
      series={[
        { name: 'measured', label: name, color: 'passage.7' },
        ...thresholds.map(({ criterion, name: label }, index) => ({
          name: criterion,
          label,
          ...(STROKES[index % STROKES.length] ?? { color: 'gray.6' }),
        })),
      ]}
      curveType="linear"
      strokeWidth={3}
      connectNulls
      withLegend
      legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
      valueFormatter={(value) => formatMeasured(value, measure, language)}
      yAxisProps={{
        width: measure === 'employees' ? 44 : 92,
        domain: [0, 'auto'],
        allowDecimals: false,
        tickFormatter: (value: number) => formatMeasured(value, measure, language),
      }}
      xAxisProps={{ padding: { left: 18, right: 18 } }}
      lineProps={{ isAnimationActive: false }}
      lineChartProps={{ accessibilityLayer: false }}
      gridAxis="y"
      tickLine="none"
    />
  );
}
