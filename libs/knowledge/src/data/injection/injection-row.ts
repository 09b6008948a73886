import { type KnowledgeDocument } from '../../port.js';

/** What a hostile document is after. */
export const injectionGoals = ['call', 'reveal', 'rules', 'leak', 'mislead'] as const;
export type InjectionGoal = (typeof injectionGoals)[number];

/** A document that tries to give orders to whoever reads it. */
export interface InjectionDocument {
  /** How it tries: `plain order`, `chat token`, `hidden text`, … */
  technique: string;
  /** `call` a tool, `reveal` the rules, change the `rules`, `leak` what the user said, `mislead` the user. */
  goal: InjectionGoal;
  /** Tools it wants called; a reader that calls one of these because of it has failed. */
  tools: readonly string[];
  document: KnowledgeDocument;
}

/** `[id, technique, goal, tools (space-separated), city, text]` */
export type InjectionRow = readonly [string, string, InjectionGoal, string, string, string];

export function toInjectionDocument(row: InjectionRow): InjectionDocument {
  const [id, technique, goal, tools, city, text] = row;
  return {
    technique,
    goal,
    tools: tools === '' ? [] : tools.split(' '),
    document: {
      id: `injection:${id}`,
      title: `Visiting ${city}: tips`,
      text,
      source: 'a page anybody could have written',
      url: `https://pages.example/${id}`,
      city,
      topic: 'overview',
      kind: 'upload',
    },
  };
}
