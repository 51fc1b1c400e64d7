import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../../domain/timeline/event.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import own from '../application/application.module.css';
import { useStory } from './use-story.ts';

/** Who did what, when and why; the latest first, as staff come to see what is new. */
export const Timeline = ({ events }: { events: readonly TimelineEvent[] }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const tell = useStory();
  // Events of one instant keep the order they were written in, reversed.
  const latestFirst = events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => b.event.at.localeCompare(a.event.at) || b.index - a.index);
  return (
    <ol className={own.timeline} reversed>
      {latestFirst.map(({ event, index }) => {
        const { sentence, comment } = tell(event);
        const { actor } = event;
        return (
          <li key={index} data-actor={actor.kind}>
            <Text component="span">{sentence}</Text>
            <span className={own.when}>
              <time dateTime={event.at}>{formatMoment(event.at, language)}</time>
              {' · '}
              {actor.kind === 'staff' ? actor.name : t(`actor.${actor.kind}`)}
            </span>
            {comment !== '' && <blockquote className={own.quote}>{comment}</blockquote>}
          </li>
        );
      })}
    </ol>
  );
};
