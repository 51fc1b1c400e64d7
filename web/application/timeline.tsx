import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LinkTimelineEvent } from '../../domain/contract/responses.ts';
import { formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './application.module.css';
import { useStory } from './use-story.ts';

/** What happened, the latest first: who, what, when and why. */
export const Timeline = ({ events }: { events: readonly LinkTimelineEvent[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const tell = useStory();
  const latestFirst = [...events].reverse();
  return (
    <section className={classes.timeline}>
      <Title order={2} size="h3">
        {t('application.timeline.title')}
      </Title>
      <ol>
        {latestFirst.map((event, index) => {
          const { sentence, comment } = tell(event.happening);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: append-only, so counting from the end names an event.
            <li key={latestFirst.length - index} data-actor={event.actor.kind}>
              <p className={classes.sentence}>{sentence}</p>
              {comment === null ? null : <blockquote>{comment}</blockquote>}
              <p className={classes.small}>
                <time dateTime={event.at}>{formatMoment(event.at, language)}</time>
                {' · '}
                {t(`application.timeline.by.${event.actor.kind}`)}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
