import {
  Alert,
  Anchor,
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  Input,
  Modal,
  Paper,
} from '@mantine/core';
import { gray, green, ink, ochre, passage, red, terracotta } from './colors.ts';

/** The look of every page, public and staff: Mantine's components with this house's colours, type and measures. */
export const theme = createTheme({
  colors: { passage, terracotta, ochre, gray, red, green },
  primaryColor: 'passage',
  primaryShade: 7,
  black: ink,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Liberation Mono", monospace',
  headings: {
    fontFamily: "'Bricolage Grotesque Variable', 'Inter Variable', system-ui, sans-serif",
    fontWeight: '700',
    sizes: {
      h1: { fontSize: 'clamp(1.9rem, 1.4rem + 2vw, 2.75rem)', lineHeight: '1.1' },
      h2: { fontSize: 'clamp(1.4rem, 1.2rem + 0.8vw, 1.8rem)', lineHeight: '1.2' },
      h3: { fontSize: '1.2rem', lineHeight: '1.3' },
      h4: { fontSize: '1.05rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9rem', md: '1rem', lg: '1.15rem', xl: '1.3rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  radius: { xs: '0.2rem', sm: '0.4rem', md: '0.6rem', lg: '1rem', xl: '1.75rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'light', radius: 'md' } }),
    // Light badges take their text from a shade that reads on their own tint.
    Badge: Badge.extend({
      defaultProps: { tt: 'none', fw: 600, radius: 'sm' },
      // A status that does not fit is told on two lines, never cut.
      styles: {
        root: { height: 'auto', minHeight: 'var(--badge-height)' },
        label: { whiteSpace: 'normal', overflow: 'visible', lineHeight: 1.3, paddingBlock: 2 },
      },
    }),
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg' } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Input: Input.extend({ defaultProps: { size: 'md' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg' },
      styles: { title: { fontFamily: 'var(--mantine-font-family-headings)', fontSize: '1.2rem', fontWeight: 700 } },
    }),
  },
});

/** Where Mantine's own choice of shade is too faint for WCAG AA on this palette. */
export const cssVariables: CSSVariablesResolver = () => {
  const light: Record<string, string> = {
    '--mantine-color-body': '#fbf8f3',
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': red[6],
    '--mantine-color-anchor': passage[7],
    '--mantine-color-default-border': gray[3],
  };
  for (const name of ['passage', 'terracotta', 'ochre', 'gray', 'red', 'green']) {
    light[`--mantine-color-${name}-light-color`] = `var(--mantine-color-${name}-8)`;
    light[`--mantine-color-${name}-light`] = `var(--mantine-color-${name}-1)`;
    light[`--mantine-color-${name}-light-hover`] = `var(--mantine-color-${name}-2)`;
  }
  return { variables: {}, light, dark: {} };
};
