import { application, link } from './application.ts';
import { antenna, category } from './company.ts';
import { dues } from './dues.ts';
import { feedback, trouble } from './feedback.ts';
import { field, form } from './form.ts';
import { growth } from './growth.ts';
import { home } from './home.ts';
import { charter, join } from './join.ts';
import { layout } from './layout.ts';
import { membership } from './membership.ts';
import { notFound } from './not-found.ts';
import { rights } from './rights.ts';
import { unsubscribe } from './unsubscribe.ts';

/** Every text of the public pages in French; the English ones have the same keys. */
export const fr = {
  layout,
  feedback,
  trouble,
  category,
  antenna,
  field,
  form,
  home,
  join,
  charter,
  application,
  dues,
  growth,
  link,
  notFound,
  rights,
  membership,
  unsubscribe,
};
