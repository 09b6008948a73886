import { Phrases } from '../text/phrases.js';
import { type Source } from '../text/source.js';

/** What is said of a thing after its name and refuses it: "self-driving is not an option", "hostels are out of the question". */
const refusals = new Phrases(
  (
    'not an option|isn’t an option|aren’t an option|is no option|are no option|out of the question|off the table|a no go|no go|' +
    'not possible|isn’t possible|not acceptable|unacceptable|not for us|not for me|not my thing|not our thing|not wanted|not desired|' +
    'not needed|not required|not necessary|not welcome|not allowed|should be avoided|must be avoided|to be avoided|be excluded|be avoided|' +
    'is out|are out|is a no|are a no|is a no go|is no good|won’t work|doesn’t work for us|doesn’t work for me|is a dealbreaker|are a dealbreaker|is a deal breaker|scare me|scares me|scare us|bore me|bores me|bore us|' +
    'kommt nicht in frage|kommen nicht in frage|ist keine option|hors de question|pas une option|ni hablar|no es opción|no es una opción|fuori discussione|não é opção|fora de questão|geen optie'
  )
    .split('|')
    .map((phrase) => [phrase, true] as const),
);

/** How far behind the name the refusal may begin. */
const reach = 4;

/** Whether the words right after token `to`, in the same clause and before another `spot`, refuse what was named. */
export function isRefusedAfter(source: Source, to: number, isSpot: (i: number) => boolean): boolean {
  for (let i = to; i <= to + reach; i += 1) {
    const token = source.tokens[i];
    if (!token || token.kind === 'mark' || isSpot(i)) return false;
    if (refusals.at(source.tokens, i)) return true;
  }
  return false;
}

/** What takes a refusal back: "flying is fine then", "we fly after all". */
const acceptances = new Phrases(
  (
    'is fine|are fine|is ok|is okay|are ok|are okay|is alright|are alright|is allowed|are allowed|is possible|is acceptable|works|' +
    'would work|would be fine|would be ok|not a problem|no problem|after all|ist ok|ist okay|ist in ordnung|geht doch|est ok|ça va|va bien|está bien|va bene|tudo bem|is goed|is prima'
  )
    .split('|')
    .map((phrase) => [phrase, true] as const),
);

/** Whether the words right after token `to`, in the same clause, accept what was named. */
export function isAcceptedAfter(source: Source, to: number): boolean {
  for (let i = to; i <= to + reach; i += 1) {
    const token = source.tokens[i];
    if (!token || token.kind === 'mark') return false;
    if (acceptances.at(source.tokens, i)) return true;
  }
  return false;
}
