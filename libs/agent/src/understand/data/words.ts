/** Word classes that the date, money and traveller grammars are written in, so that one grammar serves every language. */
export type WordClass =
  | 'month'
  | 'weekday'
  | 'number'
  | 'ordinal'
  | 'season'
  | 'day_unit'
  | 'night_unit'
  | 'week_unit'
  | 'month_unit'
  | 'year_unit'
  | 'weekend'
  | 'long_weekend'
  | 'fortnight'
  | 'to'
  | 'and'
  | 'or'
  | 'between'
  | 'from'
  | 'of'
  | 'the'
  | 'in'
  | 'on'
  | 'for'
  | 'next'
  | 'this'
  | 'coming'
  | 'after_next'
  | 'early'
  | 'mid'
  | 'late'
  | 'first_half'
  | 'second_half'
  | 'today'
  | 'tomorrow'
  | 'day_after_tomorrow'
  | 'ahead'
  | 'from_now'
  | 'later'
  | 'about'
  | 'under'
  | 'over'
  | 'hundred'
  | 'thousand'
  | 'million'
  | 'budget'
  | 'no_limit'
  | 'per_person'
  | 'per_night'
  | 'per_day'
  | 'total'
  | 'half'
  | 'couple'
  | 'few'
  | 'adult'
  | 'child'
  | 'infant'
  | 'person'
  | 'partner'
  | 'parent'
  | 'relative'
  | 'friend'
  | 'own_child'
  | 'own_infant'
  | 'me'
  | 'my'
  | 'solo'
  | 'pair'
  | 'family'
  | 'group'
  | 'with'
  | 'aged'
  | 'of_us'
  | 'we_are'
  | 'origin'
  | 'destination';

/** The words of one language. Phrases are separated by `|`; spelling is folded before it is compared. */
export interface LanguageWords {
  /** January to December. */
  months: string[];
  /** Monday to Sunday. */
  weekdays: string[];
  /** Spring, summer, autumn, winter. */
  seasons: string[];
  /** One to twenty, then thirty, forty, fifty, sixty, seventy, eighty, ninety. */
  numbers: string[];
  /** First to tenth, then any further ones. */
  ordinals: string[];
  classes: Partial<Record<WordClass, string>>;
}
