/** What the offline model says about a shared room, in one language; `{…}` stands for a value. */
export interface RoomLexicon {
  /** `{what}`, `{names}`: one side of several. */
  side: string;
  /** `{sides}` */
  differ: string;
  /** `{what}`, `{for}`, `{against}` */
  oppose: string;
  opposePlace: string;
  /** `{sides}` */
  paces: string;
  budgets: string;
  budgetsLowest: string;
  dates: string;
  paceNames: Record<'relaxed' | 'balanced' | 'packed', string>;
  /** `{list}`, made of `member`s: `{name}`, `{what}`. */
  said: string;
  member: string;
  /** `{value}`: where somebody starts. */
  from: string;
  /** `{counts}`, made of `count`s: `{number}`, `{names}`. */
  votes: string;
  count: string;
  /** `{number}`, `{name}` */
  settled: string;
  roleNames: Record<'owner' | 'editor' | 'viewer', string>;
  policies: Record<'always' | 'when_addressed' | 'silent', string>;
  /** `{members}` */
  roster: string;
  /** `{name}`, `{role}` */
  role: string;
  /** `{names}` */
  viewer: string;
  notAllowed: string;
  /** `{name}`, `{members}` */
  unknownMember: string;
  unknownCommand: string;
  lastOwner: string;
  /** `{dates}`: flights are looked for as soon as the origin is known. */
  flightsNext: string;
}
