/** A language's words for the wishes of the list; `{x}` stands for what is wished. */
export interface WishTable {
  patterns: Record<
    | 'not'
    | 'by'
    | 'not-by'
    | 'room'
    | 'allow'
    | 'stay'
    | 'no-stay'
    | 'see'
    | 'skip'
    | 'diet'
    | 'stars'
    | 'pace',
    string
  >;
  direct: string;
  modes: Record<'flight' | 'train' | 'bus' | 'self_driving' | 'taxi' | 'ferry', string>;
  rooms: Record<'entire_home' | 'private_room' | 'shared_room' | 'not_shared_room', string>;
  rules: Record<'smoking' | 'pets' | 'parties' | 'children_under_10' | 'visitors', string>;
  diets: Partial<Record<string, string>>;
  paces: Record<'relaxed' | 'balanced' | 'packed', string>;
}
