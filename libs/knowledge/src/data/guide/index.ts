import { type KnowledgeDocument } from '../../port.js';
import { americas } from './americas.js';
import { asiaPacific } from './asia-pacific.js';
import { centralEurope } from './central-europe.js';
import { franceItalySpain } from './france-italy-spain.js';
import { general } from './general.js';
import { toDocuments } from './guide-row.js';
import { middleEastAfrica } from './middle-east-africa.js';
import { northernEurope } from './northern-europe.js';

/** Every practical passage of our own writing. */
export const guideDocuments: readonly KnowledgeDocument[] = [
  general,
  ...franceItalySpain,
  ...northernEurope,
  ...centralEurope,
  ...asiaPacific,
  ...middleEastAfrica,
  ...americas,
].flatMap(toDocuments);
