import { useTranslation } from 'react-i18next';
import { usePageHeading } from '../layout/page.tsx';
import { Antennas } from './antennas.tsx';
import { Hero } from './hero.tsx';
import { Last } from './last.tsx';
import { Steps } from './steps.tsx';
import { Who } from './who.tsx';

const HomePage = () => {
  const { t } = useTranslation();
  const heading = usePageHeading(t('home.documentTitle'));
  return (
    <>
      <Hero heading={heading} />
      <Steps />
      <Antennas />
      <Who />
      <Last />
    </>
  );
};

export default HomePage;
