import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { formatCents } from '../../../format/money.ts';
import { formatEuros } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';

/** The older the debt, the warmer its bar. */
const COLORS = ['passage.5', 'ochre.4', 'ochre.6', 'terracotta.5', 'red.6'];

/** Bars of amounts in cents, each its own series so that it has its own colour. A table says the same for the keyboard. */
export default function Bars({ data }: { data: readonly { age: string; cents: number }[] }) {
  const language = useLanguage();
  return (
    <BarChart
      h={260}
      type="stacked"
      data={data.map(({ age, cents }) => ({ age, [age]: cents }))}
      dataKey="age"
      series={data.map(({ age }, index) => ({ name: age, color: COLORS[index] ?? 'passage.5' }))}
      valueFormatter={(cents) => formatCents(cents, language)}
      yAxisProps={{ width: 84, tickFormatter: (cents: number) => formatEuros(cents / 100, language) }}
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false, radius: [8, 8, 0, 0] }}
      maxBarWidth={72}
      gridAxis="x"
      tickLine="none"
    />
  );
}
