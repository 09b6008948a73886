import { type Agent, TravelError } from '@travellite/protocol';

const state = { version: 1, view: { history: [] }, data: null };

/** Answers with the message, word by word, `pauseMs` apart. */
export const slowEcho = (pauseMs = 0): Agent => ({
  stateVersion: 1,
  run: async ({ message }, _state, emit) => {
    await emit.event({ type: 'workflow_step', step: 'respond', label: 'Answering' });
    for (const word of `you said: ${message.text}`.split(/(?<= )/)) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      emit.text(word);
    }
    return state;
  },
});

/** Says nothing, and fails where it is asked to. */
export const silent: Agent = {
  stateVersion: 1,
  run: async ({ message }) => {
    if (message.text === 'fail') throw new TravelError('invalid', 'This cannot be answered.');
    return state;
  },
};
