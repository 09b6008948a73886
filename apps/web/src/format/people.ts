/** `Ann, Bob and Cleo`. */
export const listOfPeople = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);
