import { type OperatorService } from '@travellite/bus';
import { readVersion, toOperatorService } from '@travellite/operations';
import { type Ingress } from './ingress.js';

const packageFile = new URL('../package.json', import.meta.url);

/** What operators may ask of an ingress. */
export const ingressOperators = (ingress: Ingress): OperatorService =>
  toOperatorService({
    name: 'webhook-ingress',
    version: readVersion(packageFile),
    description: 'Takes webhooks of the realtime service',
    status: () => ingress.status(),
    drain: () => ingress.drain(),
  });
