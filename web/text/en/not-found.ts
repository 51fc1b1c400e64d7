export const notFound = {
  title: 'This door leads nowhere',
  lead: 'The page you asked for does not exist, or has moved.',
  home: 'Back to home',
};
