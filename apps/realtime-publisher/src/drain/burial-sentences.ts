import { type DeliveryError } from '@travellite/realtime';

const sentences: Readonly<Partial<Record<DeliveryError['code'], string>>> = {
  unauthenticated: 'The service did not accept our token.',
  forbidden: 'The service does not let us publish to this room.',
  not_found: 'The service knows no such room or namespace.',
  too_large: 'The answer is larger than the service takes.',
  conflict: 'The service had another message under the same id.',
  invalid: 'The service does not take the answer as it is.',
};

/** Why an answer is a dead letter, in words of ours: the service's own may hold anything. They are in the log, cut. */
export const burialSentence = ({ code }: Pick<DeliveryError, 'code'>): string =>
  sentences[code] ?? 'The service refused the answer.';
