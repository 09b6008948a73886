import { DeliveryError } from '../delivery-error.js';

/** Any thrown value as a `DeliveryError`; what is not one counts as passing: nothing is given up for a fault we do not know. */
export const toDeliveryFault = (thrown: unknown): DeliveryError =>
  thrown instanceof DeliveryError
    ? thrown
    : new DeliveryError('provider_unavailable', 'The service could not be used.', { cause: thrown });
